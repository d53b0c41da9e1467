import { z } from "zod";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";

const metadataSchema = z.object({
  issuer: z.string(),
  token_endpoint: z.url(),
  end_session_endpoint: z.url().optional(),
});
type Metadata = z.infer<typeof metadataSchema>;

let kept: { metadata: Metadata; until: number } | null = null;
const keepMs = 3_600_000;

/** The provider's endpoints from its discovery document, kept for an hour. Throws `dependency_unavailable`. */
export async function discoverProvider(): Promise<Metadata> {
  if (kept && kept.until > Date.now()) return kept.metadata;
  try {
    const response = await fetch(`${env().oidc.issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(5000),
      redirect: "error",
      cache: "no-store",
    });
    if (!response.ok) throw new Error(`discovery answered ${response.status}`);
    const metadata = metadataSchema.parse(await response.json());
    kept = { metadata, until: Date.now() + keepMs };
    return metadata;
  } catch (cause) {
    throw new AppError("dependency_unavailable", { detail: "The identity provider does not answer.", cause });
  }
}
