/** What a key outside the database may stand for. */
export type KeyKind = "limit" | "stream" | "cache" | "file";

const unsafe = /[^A-Za-z0-9._@+-]/gu;
/** Separators and anything odd in a part are spelled out, so that no two lists of parts make one key. */
const spell = (part: string) => part.replace(unsafe, (sign) => `%${sign.codePointAt(0)?.toString(16)}.`);

/**
 * The one way to name anything of a tenant in a store that has no row-level security: Redis, limits, streams, caches and
 * files. The tenant always comes first, so a key of one tenant can never be one of another.
 */
export function tenantKey(ctx: { tenantId: string }, kind: KeyKind, ...parts: string[]): string {
  return ["salesboost", kind, ctx.tenantId, ...parts].map(spell).join(":");
}
