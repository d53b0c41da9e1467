import { tenants } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { InvitePeople, InvitedPeople, InvitePerson, Person, RemovePerson } from "@/lib/contracts/people";
import type { Role } from "@/lib/contracts/vocabulary";
import { AppError } from "@/lib/platform/errors";
import { readAddresses } from "./pasted-addresses";
import {
  disablePerson,
  enablePerson,
  invitePerson as invite,
  standingOf,
  updatePerson,
  type Changed,
  type PersonRow,
} from "./people-changing";
import { removePerson as remove, type Removed } from "./people-removing";
import { eraseStores } from "./privacy-erasers";
import { showPerson } from "./users-reading";
import { defineVerb, writeAudit } from "./verb";

const person = ({ id }: { id: string }) => `user:${id}`;
const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1).toLowerCase();

/** Whether the tenant's sign-in policy would let an address of this domain in. */
async function allowedDomains(tx: Tx): Promise<(email: string) => boolean> {
  // Row-level security leaves one tenant to be read: one's own.
  const [tenant] = await tx.select({ policy: tenants.signInPolicy }).from(tenants);
  const allowed = tenant?.policy.allowedDomains ?? [];
  return (email) => allowed.length === 0 || allowed.includes(domainOf(email));
}

const invited = (row: PersonRow) => ({ role: row.role, domain: domainOf(row.email) });

const inviteOne = defineVerb<InvitePerson, { row: PersonRow; shown: Person }>({
  name: "users.invite",
  permission: "user:manage",
  audit: { action: "user.invite", subject: (_, { row }) => person(row), detail: (_, { row }) => invited(row) },
  run: async (tx, ctx, input) => {
    if (!(await allowedDomains(tx))(input.email)) {
      throw new AppError("invalid_request", { fields: { email: "this domain may not sign in" } });
    }
    const row = await invite(tx, ctx, input);
    return { row, shown: await showPerson(tx, row) };
  },
});

/**
 * Makes somebody known, so that their first sign-in with this address is let in with this role. Throws `already_exists`,
 * and `invalid_request` for a domain that the sign-in policy does not allow.
 */
export const invitePerson = async (ctx: Ctx, input: InvitePerson): Promise<Person> =>
  (await inviteOne(ctx, input)).shown;

/** Invites everybody in a paste who can be, and says of each other line why not. One row of the audit log for each. */
export const invitePeople = defineVerb<InvitePeople, InvitedPeople>({
  name: "users.invite_many",
  permission: "user:manage",
  // One row for each person, written as they are invited.
  audit: "none",
  run: async (tx, ctx, { addresses, role }) => {
    const isAllowed = await allowedDomains(tx);
    const { found, refused } = readAddresses(addresses);
    const taken: InvitedPeople = { invited: [], refused };
    for (const { line, text, email, name } of found) {
      const why = isAllowed(email) ? await tryInvite(tx, ctx, { email, name, role }) : "domain_refused";
      if (typeof why === "string") taken.refused.push({ line, text, why });
      else taken.invited.push({ id: why.id, email: why.email });
    }
    taken.refused.sort((a, b) => a.line - b.line);
    return taken;
  },
});

async function tryInvite(
  tx: Tx,
  ctx: Ctx,
  invitation: { email: string; name: string | undefined; role: Role },
): Promise<PersonRow | "already_exists"> {
  try {
    const row = await invite(tx, ctx, invitation);
    await writeAudit(tx, ctx, { action: "user.invite", subject: person(row), detail: invited(row) });
    return row;
  } catch (error) {
    if (error instanceof AppError && error.code === "already_exists") return "already_exists";
    throw error;
  }
}

interface Change {
  id: string;
  name?: string | undefined;
  role?: Role | undefined;
  updatedAt: string;
}
type Told = Changed & { shown: Person };
const told = async (tx: Tx, changed: Changed): Promise<Told> => ({
  ...changed,
  shown: await showPerson(tx, changed.after),
});
const change = (_: unknown, { before, after }: Changed) => ({ before: standingOf(before), after: standingOf(after) });

const updateOne = defineVerb<Change, Told>({
  name: "users.update",
  permission: "user:manage",
  audit: {
    action: "user.update",
    subject: person,
    // A name would stay in the log after its person was erased.
    detail: ({ name }, { before }) => (name !== undefined && name !== before.name ? { changed: ["name"] } : {}),
    change,
  },
  run: async (tx, ctx, { id, updatedAt, name, role }) =>
    told(tx, await updatePerson(tx, ctx, { id, seen: updatedAt, change: { name, role } })),
});

/** Renames somebody or gives them another role. Throws `not_found`, `version_conflict`, `last_admin`. */
export const changePerson = async (ctx: Ctx, input: Change): Promise<Person> => (await updateOne(ctx, input)).shown;

/** Nobody locks themselves out: another administrator does it. */
function notOneself(ctx: Ctx, id: string): void {
  if (id === ctx.actor.userId) throw new AppError("unprocessable", { detail: "Another administrator has to do this." });
}

interface Switch {
  id: string;
  updatedAt: string;
}

const disableOne = defineVerb<Switch, Told>({
  name: "users.disable",
  permission: "user:manage",
  audit: { action: "user.disable", subject: person, change },
  run: async (tx, ctx, { id, updatedAt }) => {
    notOneself(ctx, id);
    return told(tx, await disablePerson(tx, ctx, { id, seen: updatedAt }));
  },
});

const enableOne = defineVerb<Switch, Told>({
  name: "users.enable",
  permission: "user:manage",
  audit: { action: "user.enable", subject: person, change },
  run: async (tx, ctx, { id, updatedAt }) => told(tx, await enablePerson(tx, ctx, { id, seen: updatedAt })),
});

/**
 * Shuts somebody out, or lets them in again. Throws `not_found`, `version_conflict`, `last_admin`, and `unprocessable`
 * for oneself.
 */
export const setDisabled = async (ctx: Ctx, { disabled, ...input }: Switch & { disabled: boolean }): Promise<Person> =>
  (await (disabled ? disableOne : enableOne)(ctx, input)).shown;

const removeOne = defineVerb<RemovePerson & { id: string }, Removed>({
  name: "users.remove",
  permission: "user:manage",
  reach: "tenant",
  audit: {
    action: "user.remove",
    subject: person,
    // How many talks somebody had is nobody's business.
    detail: ({ practice, successorId }, { ledTeams, revokedKeys }) => ({
      practice,
      successorId,
      ledTeams,
      revokedKeys,
    }),
    change,
  },
  run: (tx, ctx, { updatedAt, ...input }) => {
    notOneself(ctx, input.id);
    return remove(tx, ctx, { ...input, seen: updatedAt });
  },
});

/**
 * Takes somebody out of the tenant for good, see `people-removing.ts`. Throws `not_found`, `version_conflict`,
 * `last_admin`, `invalid_request`, and `unprocessable` for oneself.
 */
export const removePerson = async (ctx: Ctx, input: RemovePerson & { id: string }): Promise<void> => {
  await removeOne(ctx, input);
  if (input.practice === "erase") await eraseStores({ tenantId: ctx.tenantId, userId: input.id });
};
