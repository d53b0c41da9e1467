import { env, type Settings } from "@/lib/platform/env";
import { BlockedAddress, guardedFetch, type GuardedFetch } from "@/lib/platform/http/guarded-fetch";
import { isLoopback } from "@/lib/platform/refusals";

type Rules = Pick<Settings, "local" | "authPrivateHosts">;

/** An operator has named this host, with its port or for all ports, or everything here runs on this machine. */
const mayLieInside = (url: URL, { local, authPrivateHosts }: Rules) =>
  authPrivateHosts.some((named) => named === url.host || named === url.hostname) || (local && isLoopback(url.href));

export type IssuerFault = "not_https" | "credentials" | "query";

/** What keeps an address from being an issuer of a tenant's; null when nothing does. */
export function issuerFault(address: string, rules: Rules = env()): IssuerFault | null {
  const url = new URL(address);
  if (url.protocol !== "https:" && !mayLieInside(url, rules)) return "not_https";
  if (url.username || url.password) return "credentials";
  return url.search || url.hash ? "query" : null;
}

const slot = Symbol.for("salesboost.issuer-fetch");
const holder: typeof globalThis & { [slot]?: Partial<Record<"inside" | "outside", GuardedFetch>> } = globalThis;

function connectionsTo(where: "inside" | "outside"): GuardedFetch {
  const opened = (holder[slot] ??= {});
  return (opened[where] ??= guardedFetch({ allowPrivate: where === "inside", connectMs: 3000, maxBytes: 512 * 1024 }));
}

/**
 * `fetch` to the endpoints of an identity provider that a tenant's administrator named: public addresses over https alone,
 * checked when the connection is made, without redirects, at most five seconds and half a megabyte. Each address stands for
 * itself: what a discovery document names is checked like the issuer.
 */
export const issuerFetch: typeof fetch = async (target, init) => {
  const url = new URL(target instanceof Request ? target.url : target);
  const inside = mayLieInside(url, env());
  if (url.protocol !== "https:" && !inside) throw new BlockedAddress(url.host);
  const late = AbortSignal.timeout(5000);
  const signal = init?.signal ? AbortSignal.any([init.signal, late]) : late;
  return connectionsTo(inside ? "inside" : "outside").fetch(url, { ...init, signal });
};
