import { createHash, randomUUID } from "node:crypto";
import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { mayBeBelieved } from "@/lib/contracts/sign-in";
import { users } from "./schema";
import type { Tx } from "./scope";

export type Claims = Record<string, unknown>;
export type UserRow = typeof users.$inferSelect;

/** Somebody at the door of a tenant, as an issuer names them. */
export interface Speaker {
  tenantId: string;
  /** without a slash at its end */
  issuer: string;
  subject: string;
  claims: Claims;
  /** they come by the tenant's own connection */
  own: boolean;
}

/** The words of a claim, which may be one or several. */
export const textsOf = (claim: unknown): string[] =>
  (Array.isArray(claim) ? claim : [claim]).filter((value): value is string => typeof value === "string");

const claimedAddress = ({ claims }: Speaker) => textsOf(claims.email)[0] ?? "";
const believed = ({ claims, own }: Speaker) => mayBeBelieved(claims, own ? "connection" : "deployment");

/**
 * By subject, else an invitation to the same address, if the address is to be believed. Else somebody of that address
 * who was disabled: another account must not be a way around it.
 */
export async function findUser(tx: Tx, speaker: Speaker): Promise<UserRow | undefined> {
  const { tenantId, issuer, subject } = speaker;
  const email = claimedAddress(speaker);
  const sameAddress = and(isNull(users.removedAt), sql`lower(${users.email}) = lower(${email})`);
  const invited = email && believed(speaker) ? and(isNull(users.subject), sameAddress) : undefined;
  const shut = email ? and(isNotNull(users.disabledAt), sameAddress) : undefined;
  const own = and(eq(users.issuer, issuer), eq(users.subject, subject));
  const found = await tx
    .select()
    .from(users)
    .where(and(eq(users.tenantId, tenantId), or(own, invited, shut)));
  const bySubject = found.find((row) => row.issuer === issuer && row.subject === subject);
  return bySubject ?? found.find((row) => row.subject === null) ?? found[0];
}

/** What is kept of somebody removed, so that they are known when they come again: it names nobody by itself. */
export const barOf = (tenantId: string, issuer: string, subject: string): string =>
  createHash("sha256")
    .update(JSON.stringify([tenantId, issuer, subject]))
    .digest("hex");

const barred = ({ tenantId, issuer, subject }: Speaker) =>
  and(eq(users.tenantId, tenantId), eq(users.barredSubject, barOf(tenantId, issuer, subject)));

/** Whether they were removed and have not been invited since. */
export async function isBarred(tx: Tx, speaker: Speaker): Promise<boolean> {
  return (await tx.select({ id: users.id }).from(users).where(barred(speaker)).limit(1)).length > 0;
}

/** Lets somebody removed in again: for an invitation that they take up. */
export async function liftBar(tx: Tx, speaker: Speaker): Promise<void> {
  await tx.update(users).set({ barredSubject: null }).where(barred(speaker));
}

async function isFree(tx: Tx, tenantId: string, email: string, but: UserRow | undefined): Promise<boolean> {
  const same = and(eq(users.tenantId, tenantId), isNull(users.removedAt), sql`lower(${users.email}) = lower(${email})`);
  const others = and(same, but && ne(users.id, but.id));
  return (await tx.select({ id: users.id }).from(users).where(others).limit(1)).length === 0;
}

/**
 * The address to list somebody by. What cannot be believed changes no address that is known, and nobody gets one that is
 * another's: people are looked up by it.
 */
export async function addressFor(tx: Tx, speaker: Speaker, known: UserRow | undefined): Promise<string> {
  const { tenantId, subject, claims } = speaker;
  const claimed = claimedAddress(speaker);
  // Of somebody new it is all there is, unless the issuer itself calls it unverified.
  const usable = believed(speaker) || (!known && claims.email_verified === undefined);
  if (claimed && usable && (await isFree(tx, tenantId, claimed, known))) return claimed;
  if (known) return known.email;
  return (await isFree(tx, tenantId, subject, known)) ? subject : `${randomUUID()}@invalid`;
}
