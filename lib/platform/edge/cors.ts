import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { problemResponse } from "@/lib/platform/http/problem";
import { degradedHeader } from "@/lib/platform/limits/budgets";

const methods = "GET, HEAD, POST, PUT, PATCH, DELETE";
const told = [
  "x-request-id",
  "etag",
  "location",
  "retry-after",
  "ratelimit-limit",
  "ratelimit-remaining",
  "ratelimit-reset",
  "ratelimit-policy",
  degradedHeader,
];

const isAllowed = (origin: string | null): origin is string => origin !== null && env().corsOrigins.includes(origin);

/** A site on the list may ask and read, with cookies or a key. No other gets one of these fields: its browser refuses. */
function corsHeaders(origin: string): Record<string, string> {
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": told.join(", "),
    "cross-origin-resource-policy": "cross-origin",
  };
}

/** Puts on the answer what the asking site may know. Caches are told that the answer depends on who asks. */
export function shareWith(origin: string | null, response: Response): Response {
  response.headers.append("vary", "Origin");
  if (isAllowed(origin))
    for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.set(name, value);
  return response;
}

/** The answer to OPTIONS: a preflight of a site on the list is granted, of any other refused with 403 and no CORS field. */
export function answerOptions(request: Request, requestId: string): Response {
  const origin = request.headers.get("origin");
  if (!request.headers.has("access-control-request-method"))
    return new Response(null, { status: 204, headers: { allow: `${methods}, OPTIONS` } });
  if (!isAllowed(origin))
    return problemResponse(new AppError("bad_origin", { detail: "This site is not allowed." }), requestId);
  const headers = {
    "access-control-allow-methods": methods,
    "access-control-allow-headers": "authorization, content-type, if-match, if-none-match, x-request-id",
    "access-control-max-age": "600",
  };
  return new Response(null, { status: 204, headers });
}
