import { describe, expect, inject, it } from "vitest";
import { visit } from "@/tests/support/sign-in";

const base = inject("base");

describe("somebody who is not signed in", () => {
  it.each(["/api/v1/sessions", "/api/v1/audit", "/api/v1/nothing-here"])(
    "gets 401 and nothing else from %s",
    async (path) => {
      const answer = await visit(base).call(path);
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: "unauthenticated" });
    },
  );

  it.each(["/", "/history", "/console/audit"])("is led from %s to sign-in", async (path) => {
    const answer = await visit(base).call(path);
    expect(answer.status).toBe(307);
    expect(new URL(answer.headers.get("location") ?? "", base).pathname).toBe("/sign-in");
  });
});
