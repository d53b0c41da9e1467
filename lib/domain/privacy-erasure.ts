import { lockPeople } from "@/db/last-admin";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { FoundPerson } from "@/lib/contracts/privacy";
import { uuid } from "@/lib/contracts/session";
import { AppError } from "@/lib/platform/errors";
import { findAnyone, findByAddress as findPersonByAddress, findPerson } from "./people-changing";
import { removePerson } from "./people-removing";
import { eraseRows, eraseStores } from "./privacy-erasers";
import { defineVerb } from "./verb";

const plain = (address: string) => address.trim().toLowerCase();

/** Throws `invalid_request` unless this is the address that the row has. */
function assertConfirmed({ email }: { email: string }, confirm: string): void {
  if (plain(email) !== plain(confirm)) {
    throw new AppError("invalid_request", { fields: { confirm: "not the address of this person" } });
  }
}

/**
 * Takes somebody out and empties every table of them. What stays is a row without name or address, which the audit log
 * points at. Throws `not_found`, `invalid_request` for another address than theirs, `last_admin`.
 */
async function erase(tx: Tx, ctx: Ctx, { userId, confirm }: { userId: string; confirm: string }): Promise<void> {
  // The lock first, as everybody who changes people does.
  await lockPeople(tx, ctx.tenantId);
  assertConfirmed(await findPerson(tx, ctx, userId), confirm);
  await removePerson(tx, ctx, { id: userId, practice: "erase", successorId: null, mayReturn: true });
  await eraseRows(tx, { tenantId: ctx.tenantId, userId });
}

// How much there was of somebody is nobody's business: the audit rows say that it happened and no more.
const eraseOwnRows = defineVerb<{ confirm: string }, { userId: string }>({
  name: "privacy.erase_own",
  permission: "privacy:erase_own",
  reach: "tenant",
  audit: { action: "privacy.erase", subject: (_, { userId }) => `user:${userId}` },
  run: async (tx, ctx, { confirm }) => {
    const { userId } = ctx.actor;
    await erase(tx, ctx, { userId, confirm });
    return { userId };
  },
});

/** Erases the actor. Their sign-ins end; invited again they are somebody new. Throws as `erase`. */
export async function eraseMe(ctx: Ctx, input: { confirm: string }): Promise<void> {
  await eraseOwnRows(ctx, input);
  await eraseStores({ tenantId: ctx.tenantId, userId: ctx.actor.userId });
}

const eraseRowsOf = defineVerb<{ userId: string; confirm: string }, void>({
  name: "privacy.erase_person",
  permission: "privacy:manage",
  reach: "tenant",
  audit: { action: "privacy.erase", subject: ({ userId }) => `user:${userId}` },
  run: async (tx, ctx, input) => {
    await lockPeople(tx, ctx.tenantId);
    const row = await findAnyone(tx, ctx, input.userId);
    if (!row.removedAt) return erase(tx, ctx, input);
    assertConfirmed(row, input.confirm);
    await eraseRows(tx, { tenantId: ctx.tenantId, userId: row.id });
  },
});

/**
 * Erases somebody of the tenant at their request. Of somebody removed, what was kept goes; their address is then the one
 * that `findByAddress` tells. Throws as `erase`.
 */
export async function erasePerson(ctx: Ctx, input: { userId: string; confirm: string }): Promise<void> {
  await eraseRowsOf(ctx, input);
  await eraseStores({ tenantId: ctx.tenantId, userId: input.userId });
}

/**
 * Whoever has this very address in the tenant, or this number in its audit log, where alone removed people are found. Throws
 * `not_found`, and `unprocessable` when several have the address.
 */
export const findByAddress = defineVerb<{ email: string }, FoundPerson>({
  name: "privacy.find_person",
  permission: "privacy:manage",
  audit: "none",
  run: async (tx, ctx, given) => {
    const number = uuid.safeParse(plain(given.email).replace(/^user:/u, ""));
    const row = number.success
      ? await findAnyone(tx, ctx, number.data)
      : await findPersonByAddress(tx, ctx, given.email);
    if (!row) throw new AppError("not_found");
    const { id, name, email } = row;
    return { id, name, email };
  },
});
