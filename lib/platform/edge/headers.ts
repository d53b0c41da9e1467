import { env } from "@/lib/platform/env";

export const nonceHeader = "x-nonce";

export function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...bytes));
}

/** Policy of a page: scripts run by nonce alone; a form may lead to the identity provider. */
export function pagePolicy(nonce: string): string {
  const { authUrl, oidc, profile } = env();
  const developing = profile === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${developing ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
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

export const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Headers of every answer, whatever it is. */
export function securityHeaders(): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...(env().authUrl.startsWith("https:") && {
      "strict-transport-security": "max-age=63072000; includeSubDomains",
    }),
  };
}

/** CORS headers for an origin on the allow-list, else none: the browser then refuses by itself. */
export function corsHeaders(origin: string | null): Record<string, string> {
  if (!origin || !env().corsOrigins.includes(origin)) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-allow-methods": "GET, POST, PATCH, PUT, DELETE",
    "access-control-allow-headers": "content-type, x-request-id",
    "access-control-expose-headers": "x-request-id, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after",
    "access-control-max-age": "600",
    "cross-origin-resource-policy": "cross-origin",
  };
}
