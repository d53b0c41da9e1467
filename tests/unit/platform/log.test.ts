import { APICallError, generateText, Output } from "ai";
import { MockLanguageModelV4 } from "ai/test";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/platform/errors";
import { createLog } from "@/lib/platform/log";

const words = "My daughter starts school in Utrecht";
const call = new APICallError({
  message: `bad request: ${words}`,
  url: "https://model.example/v1",
  requestBodyValues: { messages: [{ role: "user", content: words }] },
  statusCode: 500,
  responseBody: `{"echo":"${words}"}`,
});
const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
};

async function unparsed(): Promise<unknown> {
  const model = new MockLanguageModelV4({
    doGenerate: async () => ({
      content: [{ type: "text", text: words }],
      finishReason: { unified: "stop", raw: "stop" },
      usage,
      warnings: [],
    }),
  });
  return generateText({ model, prompt: words, output: Output.object({ schema: z.object({ a: z.string() }) }) }).catch(
    (error: unknown) => error,
  );
}

function logged(error: unknown): string {
  const lines: string[] = [];
  createLog({ write: (line) => void lines.push(line) }).error({ err: error }, "it failed");
  return lines.join("");
}

describe("an error in the log", () => {
  beforeAll(() => {
    Object.assign(process.env, { APP_ENV: "test", LOG_LEVEL: "trace" });
  });

  it.each([
    ["a model's refusal", async () => call],
    ["a reply that broke off", async () => new Error("the reply broke off", { cause: call })],
    [
      "a chain of models that all failed",
      async () => new AppError("model_unavailable", { cause: [{ model: "openai:x", error: call }] }),
    ],
    ["an answer that is no JSON", unparsed],
    [
      "a query that failed",
      async () => new DrizzleQueryError("insert into turns values ($1)", [words], new Error("gone")),
    ],
  ])("says what went wrong and quotes nobody: %s", async (_, make) => {
    const line = logged(await make());
    expect(line).not.toContain("Utrecht");
    expect(line).toMatch(/"stack":".*\\n    at /u);
  });

  it("still tells an operator which model failed with which status", () => {
    const line = logged(new AppError("model_unavailable", { cause: [{ model: "openai:x", error: call }] }));
    expect(JSON.parse(line)).toMatchObject({
      err: {
        code: "model_unavailable",
        cause: [{ model: "openai:x", error: { name: "AI_APICallError", statusCode: 500 } }],
      },
    });
  });

  it("keeps the message of an error that quotes nobody, and its cause", () => {
    const line = logged(
      new Error("the port is taken", { cause: Object.assign(new Error("listen"), { code: "EADDRINUSE" }) }),
    );
    expect(JSON.parse(line)).toMatchObject({
      err: { message: "the port is taken", cause: { message: "listen", code: "EADDRINUSE" } },
    });
  });
});
