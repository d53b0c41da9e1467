import { z } from "zod";
import { problemCodes, type Problem, type ProblemCode } from "@/lib/contracts/problem";
import { AppError } from "@/lib/platform/errors";

/** English titles for API callers; pages translate by `code`. */
const titles: Record<ProblemCode, string> = {
  invalid_request: "The request is not valid",
  invalid_json: "The body is not valid JSON",
  invalid_text: "The text contains invalid characters",
  text_empty: "The text is empty",
  text_too_long: "The text is too long",
  unauthenticated: "Sign in to go on",
  forbidden: "You are not allowed to do this",
  bad_origin: "The request came from another site",
  not_found: "Not found",
  method_not_allowed: "The method is not allowed here",
  turn_in_progress: "Another turn is still being answered",
  turn_conflict: "This turn was already sent with another text",
  session_ended: "The practice has ended",
  session_not_ended: "The practice has not ended yet",
  version_conflict: "Somebody else changed this meanwhile",
  already_exists: "It exists already",
  rewind_unavailable: "This practice cannot be gone back into exactly",
  branch_limit_reached: "No more tries can be branched from this practice",
  not_comparable: "These practices do not share a beginning",
  last_admin: "The last administrator has to stay",
  share_expired: "The link has expired",
  precondition_failed: "Somebody else changed this meanwhile",
  body_too_large: "The body is too large",
  unsupported_media_type: "The body must be JSON",
  hints_exhausted: "All hints are used",
  hints_off: "This scenario has no hints",
  preflight_blocked: "The preflight does not let this scenario be published",
  connection_unusable: "The identity provider cannot be used",
  unprocessable: "This cannot be done as things stand",
  rate_limited: "Too many requests",
  token_cap_reached: "This practice has used all its tokens",
  budget_exceeded: "The budget for models is used up",
  internal: "Something went wrong on our side",
  not_implemented: "This is not offered here",
  model_unavailable: "No model can answer now",
  dependency_unavailable: "A service this needs is not available",
};

function fieldsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join(".") || "(root)", issue.message]));
}

/** Any thrown value as an `AppError`: contract violations are the caller's, everything unknown is ours. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof z.ZodError) return new AppError("invalid_request", { cause: thrown, fields: fieldsOf(thrown) });
  return new AppError("internal", { cause: thrown });
}

/** RFC 9457 problem details. `internal` never says more than its title: the cause is in the log under the request id. */
export function toProblem(thrown: unknown, requestId: string): Problem {
  const error = asAppError(thrown);
  const detail = error.message === error.code || error.code === "internal" ? undefined : error.message;
  return {
    type: `urn:salesboost:problem:${error.code}`,
    title: titles[error.code],
    status: problemCodes[error.code],
    code: error.code,
    requestId,
    ...(detail && { detail }),
    ...(error.retryAfter !== undefined && { retryAfter: error.retryAfter }),
    ...(error.fields && { fields: error.fields }),
  };
}

/** The problem as a response with its status, media type and, where it helps, `Retry-After`. */
export function problemResponse(thrown: unknown, requestId: string, headers: HeadersInit = {}): Response {
  const problem = toProblem(thrown, requestId);
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(asAppError(thrown).headers ?? {})) all.set(name, value);
  all.set("content-type", "application/problem+json");
  all.set("cache-control", "no-store");
  all.set("x-request-id", requestId);
  if (problem.retryAfter !== undefined) all.set("retry-after", String(problem.retryAfter));
  return new Response(JSON.stringify(problem), { status: problem.status, headers: all });
}
