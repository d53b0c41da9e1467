import { env } from "@/lib/platform/env";
import { answerHeaders, httpsHeaders, plainPolicy } from "@/lib/platform/http/answer-headers";
import type { PathKind } from "./paths";

export const nonceHeader = "x-nonce";

export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes));
}

/**
 * Policy of a page: scripts and style sheets run by nonce alone; a form may lead to the identity provider. Style attributes are
 * allowed, since widths of drawn figures are set by them; they can neither load nor run anything.
 */
export function pagePolicy(nonce: string): string {
  const { authUrl, oidc, profile } = env();
  const developing = profile === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    // the development server puts style sheets into the page by itself, without a nonce
    `style-src 'self' ${developing ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${developing ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
    `form-action 'self' ${new URL(oidc.issuer).origin}`,
    ...(authUrl.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Headers of every answer to a path of this kind. */
export function securityHeaders(kind: PathKind, nonce: string): Record<string, string> {
  const page = kind === "page" || kind === "public_page";
  return {
    ...answerHeaders,
    ...(env().authUrl.startsWith("https:") && httpsHeaders),
    "content-security-policy": page ? pagePolicy(nonce) : plainPolicy,
  };
}
