export const requestIdHeader = "x-request-id";

/** An id from outside is kept only when it cannot harm a log line; anything else gets a fresh one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get(requestIdHeader);
  return given && /^[A-Za-z0-9._-]{8,128}$/.test(given) ? given : crypto.randomUUID();
}

/**
 * The caller's address as seen by the outermost trusted proxy, counting `hops` entries from the right of
 * X-Forwarded-For. Null when no proxy is trusted: the header is then whatever the caller says.
 */
export function clientAddress(headers: Headers, hops: number): string | null {
  if (hops < 1) return null;
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return chain.at(-hops) || null;
}
