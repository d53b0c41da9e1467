/**
 * Headers of every answer, whatever it is and whoever gives it. Nothing is imported here: next.config.ts reads it too, for
 * the files that the framework hands out by itself.
 */
export const answerHeaders = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
} as const;

/** Policy of what is no page: nothing of it is ever run or framed. */
export const plainPolicy = "default-src 'none'; frame-ancestors 'none'";

/** Where the application is reached over https, browsers are never to come by http again. */
export const httpsHeaders = { "strict-transport-security": "max-age=63072000; includeSubDomains" } as const;
