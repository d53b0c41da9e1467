/** Building blocks of the API description. */
import { z } from "zod";
import type { ZodOpenApiResponsesObject } from "zod-openapi";
import { problemCodes, problemSchema, type ProblemCode } from "../problem";

export const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { "application/json": { schema } },
});
export const requestBody = (schema: z.ZodType) => ({ required: true, content: { "application/json": { schema } } });

/** Problem responses by status: each status lists the codes a caller may meet there. */
export function problems(...codes: ProblemCode[]): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(codes, (code) => problemCodes[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [
      String(status),
      {
        description: `\`code\`: ${same.map((code) => `\`${code}\``).join(", ")}`,
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );
}

export const always: ProblemCode[] = ["unauthenticated", "forbidden", "rate_limited", "internal"];
export const reading = problems(...always, "not_found");
export const changing = problems(...always, "bad_origin", "not_found");
export const writing = problems(
  ...always,
  "bad_origin",
  "not_found",
  "invalid_request",
  "invalid_json",
  "body_too_large",
  "unsupported_media_type",
);
