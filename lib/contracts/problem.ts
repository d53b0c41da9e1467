import { z } from "zod";

/** Every error a caller can meet: stable code → HTTP status. Titles live in the message catalogues under `problem.<code>`. */
export const problemCodes = {
  invalid_request: 400,
  invalid_json: 400,
  invalid_text: 400,
  text_empty: 400,
  text_too_long: 400,
  unauthenticated: 401,
  forbidden: 403,
  bad_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  turn_in_progress: 409,
  turn_conflict: 409,
  session_ended: 409,
  session_not_ended: 409,
  version_conflict: 409,
  already_exists: 409,
  rewind_unavailable: 409,
  branch_limit_reached: 409,
  not_comparable: 409,
  last_admin: 409,
  share_expired: 410,
  precondition_failed: 412,
  body_too_large: 413,
  unsupported_media_type: 415,
  hints_exhausted: 422,
  hints_off: 422,
  preflight_blocked: 422,
  connection_unusable: 422,
  unprocessable: 422,
  rate_limited: 429,
  token_cap_reached: 429,
  budget_exceeded: 429,
  internal: 500,
  not_implemented: 501,
  model_unavailable: 503,
  dependency_unavailable: 503,
} as const;
export type ProblemCode = keyof typeof problemCodes;

/** RFC 9457 problem details with a stable `code` and the request id. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    requestId: z.string(),
    /** seconds, with rate_limited */
    retryAfter: z.number().int().optional(),
    /** field path → message, with invalid_request */
    fields: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problemSchema>;
