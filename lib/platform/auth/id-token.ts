import { createRemoteJWKSet, customFetch, jwtVerify, type JWTPayload } from "jose";
import { z } from "zod";

/** How far a provider's clock may be from ours. 90 seconds are promised; the rest is for the way there and back. */
export const toleratedSkewSeconds = 120;
/** An ID token is made for the very sign-in it comes with. Some providers date it five minutes back on purpose. */
const freshSeconds = 300;

/** Signatures of a key that only the provider holds. With `none` or a shared secret anybody's token would do. */
export const trustedAlgorithms = "RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519".split(" ");

export interface TokenSource {
  issuer: string;
  clientId: string;
  jwksUri: string;
  fetch: typeof fetch;
}

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

/** The provider's keys: fetched when needed, kept ten minutes, and again at once when a token names one not seen yet. */
function keysOf({ issuer, jwksUri, fetch }: TokenSource) {
  const name = `${issuer} ${jwksUri}`;
  const known = keySets.get(name);
  if (known) return known;
  if (keySets.size > 200) keySets.clear();
  const made = createRemoteJWKSet(new URL(jwksUri), { [customFetch]: (url, init) => fetch(url, init) });
  keySets.set(name, made);
  return made;
}

const subjectSchema = z.object({ sub: z.string().min(1).max(255) });

/**
 * The claims of an ID token whose signature, issuer, audience and times hold. The library behind the sign-in trusts the
 * connection to the token endpoint and reads no signature; here it is read. A key that cannot be told from another is none.
 * Rejects with what is wrong.
 */
export async function verifyIdToken(token: string, source: TokenSource): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keysOf(source), {
    issuer: source.issuer,
    audience: source.clientId,
    algorithms: trustedAlgorithms,
    clockTolerance: toleratedSkewSeconds,
    maxTokenAge: freshSeconds,
    requiredClaims: ["sub", "exp", "iat"],
  });
  return { ...payload, ...subjectSchema.parse(payload) };
}
