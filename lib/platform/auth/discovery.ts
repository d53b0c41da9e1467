import { z } from "zod";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";

export const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url().optional(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  end_session_endpoint: z.url().optional(),
  response_types_supported: z.array(z.string()).optional(),
  code_challenge_methods_supported: z.array(z.string()).optional(),
  id_token_signing_alg_values_supported: z.array(z.string()).optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});
export type Metadata = z.infer<typeof metadataSchema>;

/** Where an issuer says where its endpoints are. */
export const discoveryAddress = (issuer: string) => `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;

/** Whether a document speaks for the issuer it was asked of: the same address, letter by letter but for how URLs are written. */
export const isSameIssuer = (said: string, asked: string) =>
  URL.canParse(said) && URL.canParse(asked) && new URL(said).href === new URL(asked).href;

const kept = new Map<string, { metadata: Metadata; until: number }>();
const keepMs = 3_600_000;

/** An issuer's endpoints from its discovery document, kept for an hour. Throws `dependency_unavailable`. */
export async function discover(issuer: string, load: typeof fetch = fetch): Promise<Metadata> {
  const known = kept.get(issuer);
  if (known && known.until > Date.now()) return known.metadata;
  try {
    const response = await load(discoveryAddress(issuer), {
      signal: AbortSignal.timeout(5000),
      redirect: "error",
      cache: "no-store",
    });
    if (!response.ok) throw new Error(`discovery answered ${response.status}`);
    const metadata = metadataSchema.parse(await response.json());
    if (!isSameIssuer(metadata.issuer, issuer)) throw new Error("discovery speaks for another issuer");
    if (kept.size > 200) kept.clear();
    kept.set(issuer, { metadata, until: Date.now() + keepMs });
    return metadata;
  } catch (cause) {
    throw new AppError("dependency_unavailable", { detail: "The identity provider does not answer.", cause });
  }
}

/** Those of the deployment's own issuer. */
export function discoverProvider(): Promise<Metadata> {
  return discover(env().oidc.issuer);
}

/** Forgets what an issuer said, after its settings were changed. */
export function forgetIssuer(issuer: string): void {
  kept.delete(issuer);
}
