import { createHash, randomBytes } from "node:crypto";

/** A new key: what its bearer sends, the part that may be shown, and the hash that is kept. */
export function makeKey(): { secret: string; prefix: string; hash: string } {
  const prefix = `sb_${randomBytes(4).toString("hex")}`;
  const secret = `${prefix}_${randomBytes(32).toString("base64url")}`;
  return { secret, prefix, hash: hashKey(secret) };
}

/** SHA-256 in hex. 32 random bytes need no slow hash: there is nothing to guess. */
export function hashKey(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
