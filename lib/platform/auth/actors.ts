import { findActor, type ActorNow, type LoginRef } from "@/db/actors";

/** How long somebody who was disabled, demoted or signed out elsewhere may still act on one instance. */
const rememberMs = 15_000;

interface Known {
  actor: Promise<ActorNow | null>;
  of: string;
  until: number;
}
const slot = Symbol.for("salesboost.actors");
const holder: typeof globalThis & { [slot]?: Map<string, Known> } = globalThis;
const known = () => (holder[slot] ??= new Map());

/** Who acts by this sign-in, looked up at most every fifteen seconds; null when nobody does any more. */
export function actorOf(login: LoginRef): Promise<ActorNow | null> {
  const of = `${login.tenantId}:${login.userId}`;
  const entry = known().get(login.loginId);
  // The id alone would do for an honest cookie; a sign-in is never handed to anybody but its own person.
  if (entry && entry.of === of && entry.until > Date.now()) return entry.actor;
  const actor = findActor(login);
  if (known().size > 5000) known().clear();
  known().set(login.loginId, { actor, of, until: Date.now() + rememberMs });
  actor.catch(() => known().delete(login.loginId));
  return actor;
}

/** Forgets sign-ins on this instance, so that ending one shows at once where it was ended. */
export function forgetActors(loginIds: readonly string[]): void {
  for (const id of loginIds) known().delete(id);
}
