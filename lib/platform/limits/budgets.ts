import { env } from "@/lib/platform/env";
import type { LimitState, NamedBudget } from "./limiter";

/**
 * Budgets of somebody signed in, each of its own. `page`: pages as the edge counts them, before they are rendered.
 * `render`: pages as they are rendered, those included that a browser fetches ahead of its reader.
 */
export type PersonLimit = "read" | "write" | "turn" | "upload" | "export" | "render";
/** Budgets of an address, before anybody is known. `machine`: calls that bring a key, which has budgets of its own. */
export type PublicLimit = "public" | "sign_in" | "machine";

/** A page that is opened has its browser fetch about twenty others ahead; a reader opens one in a few seconds. */
const ahead = 10;

const minute = 60;
const hour = 3600;

/** What one person may do. */
export function personBudget(name: PersonLimit | "page"): NamedBudget {
  const settings = env();
  const { limits } = settings;
  switch (name) {
    case "read":
    case "page":
      return { name, points: limits.readsPerMinute, seconds: minute };
    case "render":
      return { name, points: limits.readsPerMinute * ahead, seconds: minute };
    case "write":
      return { name, points: limits.writesPerMinute, seconds: minute };
    case "turn":
      return { name, points: limits.turnsPerHour, seconds: hour, strict: true };
    case "upload":
      return { name, points: limits.uploadsPerHour, seconds: hour, strict: true };
    case "export":
      return { name, points: limits.exportsPerHour, seconds: hour, strict: true };
  }
}

/** What all people of a tenant may do together: as much as so many who each use all of theirs. */
export function tenantBudget(name: PersonLimit | "page"): NamedBudget {
  const own = personBudget(name);
  return { ...own, name: `tenant:${name}`, points: own.points * env().limits.tenantFactor };
}

/** Without a trusted proxy no caller's address is known: one budget for all, generous, since one caller can use it up. */
const everybody = 20;

/** What may come from one address while nobody is signed in; null for whom there is no budget. */
export function addressBudget(name: PublicLimit, address: string | null): NamedBudget | null {
  const { openPerMinute, signInsPerMinute } = env().limits;
  if (name === "sign_in") {
    const points = address ? signInsPerMinute : signInsPerMinute * everybody;
    return { name: address ? name : "sign_in:everybody", points, seconds: minute, strict: true };
  }
  if (!address) return null;
  return { name, points: name === "machine" ? openPerMinute * 10 : openPerMinute, seconds: minute };
}

/**
 * Header fields as in draft-ietf-httpapi-ratelimit-headers-06: four fields, times in seconds from now. And whether the limit
 * is held by this process alone.
 */
export function limitHeaders(state: LimitState): Record<string, string> {
  return {
    "ratelimit-limit": String(state.limit),
    "ratelimit-remaining": String(state.remaining),
    "ratelimit-reset": String(state.reset),
    "ratelimit-policy": `${state.limit};w=${state.window}`,
    ...(state.degraded && { [degradedHeader]: "limits" }),
  };
}

/** Names what works only in part. */
export const degradedHeader = "x-salesboost-degraded";
