import { hkdfSync } from "node:crypto";
import { CompactEncrypt, compactDecrypt } from "jose";
import { authSecrets } from "@/lib/platform/secrets/current";

/** One key per secret and purpose: what was sealed for one purpose opens for no other, and is no session cookie. */
const keyOf = (secret: string, purpose: string) =>
  new Uint8Array(hkdfSync("sha256", secret, purpose, "SalesBoost sealed value", 32));

/** Seals a text for a store, with the newest of the application's secrets. `purpose` names what and whose it is. */
export async function seal(purpose: string, text: string): Promise<string> {
  const [secret] = authSecrets();
  return new CompactEncrypt(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(keyOf(secret, purpose));
}

/**
 * Opens what was sealed for the same purpose, by whichever of the valid secrets. `stale` when it was an older one: seal it
 * anew before that one is retired. Null when none opens it.
 */
export async function unseal(purpose: string, sealed: string): Promise<{ text: string; stale: boolean } | null> {
  for (const [age, secret] of authSecrets().entries()) {
    try {
      const { plaintext } = await compactDecrypt(sealed, keyOf(secret, purpose), {
        keyManagementAlgorithms: ["dir"],
        contentEncryptionAlgorithms: ["A256GCM"],
      });
      return { text: new TextDecoder().decode(plaintext), stale: age > 0 };
    } catch {
      // the next secret may be the one
    }
  }
  return null;
}
