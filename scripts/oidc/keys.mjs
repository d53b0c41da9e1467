import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const rotateAfterMs = 30 * 24 * 3_600_000;

function makeKey() {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return { ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: randomUUID() };
}

/**
 * Signing and cookie keys, kept in the data folder so that sign-ins outlive a restart. A key older than thirty days is
 * joined by a new one that signs from then on; the old one stays published for one more term.
 * @param {string} dataDir
 */
export function loadKeys(dataDir) {
  const file = join(dataDir, "oidc-keys.json");
  /** @type {{ madeAt: number, signing: object[], cookies: string[] }} */
  let kept = { madeAt: 0, signing: [], cookies: [] };
  try {
    kept = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // first start, or a file that cannot be read: new keys only mean that everybody signs in again
  }
  if (Date.now() - kept.madeAt > rotateAfterMs || kept.signing.length === 0) {
    kept = {
      madeAt: Date.now(),
      signing: [makeKey(), ...kept.signing].slice(0, 2),
      cookies: [randomBytes(32).toString("base64url"), ...kept.cookies].slice(0, 2),
    };
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, JSON.stringify(kept), { mode: 0o600 });
  }
  return kept;
}
