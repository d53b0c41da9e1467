import { describe, expect, it } from "vitest";
import { z } from "zod";
import { scimErrorSchema } from "@/lib/contracts/scim/messages";
import { AppError } from "@/lib/platform/errors";
import { ScimError, scimErrorResponse } from "@/lib/platform/http/scim-error";
import { namesVersion } from "@/lib/platform/http/scim-version";

async function told(thrown: unknown) {
  const response = scimErrorResponse(thrown, "request-1");
  const body = scimErrorSchema.strict().parse(await response.json());
  return { response, body };
}

describe("an error of provisioning", () => {
  it.each([
    [new AppError("unauthenticated"), 401, undefined],
    [new AppError("forbidden"), 403, undefined],
    [new AppError("not_found"), 404, undefined],
    [new AppError("last_admin"), 409, undefined],
    [new AppError("already_exists"), 409, "uniqueness"],
    [new AppError("precondition_failed"), 412, undefined],
    [new AppError("body_too_large"), 413, undefined],
    [new AppError("invalid_json"), 400, "invalidSyntax"],
    [new AppError("not_implemented"), 501, undefined],
    [new ScimError("uniqueness", "taken"), 409, "uniqueness"],
    [new ScimError("mutability", "fixed"), 400, "mutability"],
    [new ScimError("invalidFilter", "unread"), 400, "invalidFilter"],
    [z.object({ a: z.string() }).safeParse({}).error, 400, "invalidValue"],
  ])("has its status and type: %s", async (thrown, status, type) => {
    const { response, body } = await told(thrown);
    expect([response.status, body.status, body.scimType]).toEqual([status, String(status), type]);
    expect(response.headers.get("content-type")).toBe("application/scim+json; charset=utf-8");
    expect(response.headers.get("x-request-id")).toBe("request-1");
  });

  it("says when to come again, and how to prove who one is", async () => {
    const { response } = await told(
      new AppError("rate_limited", { retryAfter: 7, headers: { "ratelimit-limit": "1" } }),
    );
    expect([response.headers.get("retry-after"), response.headers.get("ratelimit-limit")]).toEqual(["7", "1"]);
    expect((await told(new AppError("unauthenticated"))).response.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("keeps what went wrong on our side to itself", async () => {
    const { response, body } = await told(new Error("password=hunter2 at 10.0.0.1"));
    expect(response.status).toBe(500);
    expect(JSON.stringify(body)).not.toMatch(/hunter2|10\.0/u);
  });
});

describe("a version", () => {
  it("is named by its tag, weak or not, in a list, or by a star, and by nothing else", () => {
    for (const tags of ['W/"a"', '"a"', '"x", W/"a"', "*"]) expect(namesVersion(tags, 'W/"a"'), tags).toBe(true);
    for (const tags of ["", "a", 'W/"b"', '"a', 'W/"ab"']) expect(namesVersion(tags, 'W/"a"'), tags).toBe(false);
  });
});
