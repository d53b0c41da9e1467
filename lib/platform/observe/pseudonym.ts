import { createHmac, hkdfSync } from "node:crypto";
import { authSecrets } from "@/lib/platform/secrets/current";

/** Keys and the names made with them, good for one auth secret. */
interface Made {
  secret: string;
  pseudonyms: Buffer;
  buckets: Buffer;
  names: Map<string, string>;
}

const mostNames = 10_000;
let made: Made | undefined;

/** A key for each use, so that a name given in one place says nothing in another. */
const keyFor = (secret: string, use: string) => Buffer.from(hkdfSync("sha256", secret, "", `salesboost ${use}`, 32));

function current(): Made {
  const [secret] = authSecrets();
  if (made?.secret !== secret)
    made = { secret, pseudonyms: keyFor(secret, "log pseudonym"), buckets: keyFor(secret, "bucket"), names: new Map() };
  return made;
}

const digest = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/**
 * A name for a person that stays the same while the auth secret does, differs from tenant to tenant, and leads back to
 * nobody without that secret: 16 characters.
 */
export function pseudonymOf(tenantId: string, userId: string): string {
  const { pseudonyms, names } = current();
  const at = `${tenantId}\n${userId}`;
  const known = names.get(at);
  if (known) return known;
  const name = digest(pseudonyms, at).toString("base64url").slice(0, 16);
  if (names.size >= mostNames) names.clear();
  names.set(at, name);
  return name;
}

export const tenantBuckets = 16;

/** Which of a fixed number of buckets a tenant is counted in: two digits, and never the tenant itself. */
export function bucketOf(tenantId: string): string {
  const number = digest(current().buckets, tenantId).readUInt32BE(0) % tenantBuckets;
  return String(number).padStart(2, "0");
}
