import { z } from "zod";
import { urn } from "@/lib/contracts/scim/attributes";
import type { ScimErrorBody, ScimType } from "@/lib/contracts/scim/messages";
import type { ProblemCode } from "@/lib/contracts/problem";
import { AppError } from "@/lib/platform/errors";
import { asAppError, toProblem } from "./problem";
import { requestIdHeader } from "./request-id";

/** An error that provisioning clients tell apart by its `scimType`, RFC 7644 §3.12. */
export class ScimError extends AppError {
  constructor(
    readonly scimType: ScimType,
    detail: string,
    code: ProblemCode = scimType === "uniqueness" ? "already_exists" : "invalid_request",
  ) {
    super(code, { detail });
  }
}

/** What other errors of ours are called there. */
const typesOf: Partial<Record<ProblemCode, ScimType>> = {
  already_exists: "uniqueness",
  invalid_request: "invalidValue",
  invalid_json: "invalidSyntax",
};

function detailOf(thrown: unknown, title: string): string {
  const fields =
    thrown instanceof z.ZodError
      ? thrown.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`)
      : thrown instanceof AppError && thrown.fields
        ? Object.entries(thrown.fields).map(([path, message]) => `${path}: ${message}`)
        : [];
  return [title, ...fields].join(". ").slice(0, 1000);
}

/** Any thrown value as the error a provisioning client reads, with its status. What is ours says no more than its title. */
export function toScimError(thrown: unknown, requestId: string): ScimErrorBody & { retryAfter?: number } {
  const { code, status, title, detail, retryAfter } = toProblem(thrown, requestId);
  const scimType = thrown instanceof ScimError ? thrown.scimType : typesOf[code];
  return {
    schemas: [urn.error],
    status: String(status),
    ...(scimType && { scimType }),
    detail: detail ?? detailOf(thrown, title),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

/** The media type of RFC 7644. */
export const scimMediaType = "application/scim+json; charset=utf-8";

/** The error as a response, with what is told besides. Never cached; says when to come again, and how to prove who one is. */
export function scimErrorResponse(thrown: unknown, requestId: string, told: HeadersInit = {}): Response {
  const { retryAfter, ...body } = toScimError(thrown, requestId);
  const headers = new Headers(told);
  for (const [name, value] of Object.entries(asAppError(thrown).headers ?? {})) headers.set(name, value);
  headers.set("content-type", scimMediaType);
  headers.set("cache-control", "no-store");
  headers.set(requestIdHeader, requestId);
  if (retryAfter !== undefined) headers.set("retry-after", String(retryAfter));
  if (body.status === "401") headers.set("www-authenticate", 'Bearer realm="scim"');
  return new Response(JSON.stringify(body), { status: Number(body.status), headers });
}
