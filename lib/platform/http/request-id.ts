import ipaddr from "ipaddr.js";

export const requestIdHeader = "x-request-id";

const shape = /^[A-Za-z0-9._-]{8,128}$/;

/** An id from outside is kept only when it cannot harm a log line; anything else gets a fresh one. */
export function requestIdOf(headers: Headers): string {
  return asRequestId(headers.get(requestIdHeader));
}

/** The same for what a header holds. */
export function asRequestId(given: string | null | undefined): string {
  return given && shape.test(given) ? given : crypto.randomUUID();
}

/** `203.0.113.9:4711`, `[2001:db8::1]:443` and `fe80::1%eth0` without port, brackets and zone. */
function bare(entry: string): string {
  const inBrackets = /^\[(.+)\](?::\d+)?$/u.exec(entry)?.[1];
  const withPort = /^([\d.]+):\d+$/u.exec(entry)?.[1];
  return (inBrackets ?? withPort ?? entry).replace(/%.*$/u, "");
}

/**
 * The caller's address as seen by the outermost trusted proxy, counting `hops` entries from the right of X-Forwarded-For:
 * those further left are whatever the caller says. An IPv6 address is told by its /64, which is what one household or host
 * gets. Null when no proxy is trusted, fewer have spoken, or what stands there is no address.
 */
export function clientAddress(headers: Headers, hops: number): string | null {
  if (hops < 1) return null;
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  const entry = bare(chain.at(-hops) ?? "");
  if (!ipaddr.IPv4.isValidFourPartDecimal(entry) && !ipaddr.IPv6.isValid(entry)) return null;
  const address = ipaddr.process(entry);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/64`).toString()}/64`;
}
