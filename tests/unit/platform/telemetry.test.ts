import { globSync, readFileSync } from "node:fs";
import { SpanKind, SpanStatusCode, TraceFlags } from "@opentelemetry/api";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { describe, expect, it } from "vitest";
import { inSpan, openSpan, traceHeaders, withTrace } from "@/lib/platform/observe/spans";
import { scrubbed } from "@/lib/platform/telemetry-scrub";

const context = { traceId: "a".repeat(32), spanId: "b".repeat(16), traceFlags: TraceFlags.SAMPLED };
const span = (over: Partial<ReadableSpan>): ReadableSpan => ({
  name: "step",
  kind: SpanKind.INTERNAL,
  spanContext: () => context,
  startTime: [1, 0],
  endTime: [2, 0],
  duration: [1, 0],
  ended: true,
  status: { code: SpanStatusCode.UNSET },
  attributes: {},
  links: [],
  events: [],
  // sound: what is scrubbed is not read from these
  resource: {} as ReadableSpan["resource"],
  instrumentationScope: { name: "test" },
  droppedAttributesCount: 0,
  droppedEventsCount: 0,
  droppedLinksCount: 0,
  ...over,
});

describe("a span on its way out", () => {
  it("keeps the few attributes it may have and drops whatever else a library adds", () => {
    const { attributes } = scrubbed(
      span({
        attributes: {
          "http.route": "/room/[sessionId]",
          "http.target": "/room/4711?text=hello",
          "http.url": "https://model.example/v1?key=secret",
          "gen_ai.request.model": "gpt-5-mini",
          "gen_ai.input.messages": "hello",
          "db.statement": "select 'hello'",
          "salesboost.turn": 3,
        },
      }),
    );
    expect(attributes).toEqual({
      "http.route": "/room/[sessionId]",
      "gen_ai.request.model": "gpt-5-mini",
      "salesboost.turn": 3,
    });
  });

  it("says that it failed, and of an error its kind alone", () => {
    const left = scrubbed(
      span({
        status: { code: SpanStatusCode.ERROR, message: "hello is not JSON" },
        events: [
          {
            name: "exception",
            time: [1, 0],
            attributes: {
              "exception.type": "SyntaxError",
              "exception.message": "hello is not JSON",
              "exception.stacktrace": "hello at line 1",
            },
          },
        ],
      }),
    );
    expect(left.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(left.events).toEqual([{ name: "exception", time: [1, 0], attributes: { "exception.type": "SyntaxError" } }]);
  });

  it.each([
    ["fetch POST https://tools.example/hooks/secret-path", "AppRender.fetch", "fetch POST"],
    ["middleware GET /room/4711", "Middleware.execute", "middleware GET"],
    ["GET /room/[sessionId]?x=1", "BaseServer.handleRequest", "GET /room/[sessionId]"],
  ])("is called %s no longer", (name, type, left) => {
    expect(scrubbed(span({ name, attributes: { "next.span_type": type } })).name).toBe(left);
  });

  it("is otherwise itself", () => {
    const left = scrubbed(span({ name: "turn" }));
    expect(left).toMatchObject({ name: "turn", startTime: [1, 0], endTime: [2, 0] });
    expect(left.spanContext()).toEqual(context);
  });
});

describe("without an endpoint", () => {
  it("steps run as if there were no traces", () => {
    expect(inSpan("step", {}, (step) => (step.set({ a: 1 }), 7))).toBe(7);
    expect(() => inSpan("step", {}, () => openSpan("inner", {}).end())).not.toThrow();
    expect(traceHeaders()).toEqual({});
    expect(withTrace({ traceparent: "x" }, () => 8)).toBe(8);
  });

  it("nothing that keeps traces or numbers is loaded: one place each imports it, and only when told to", () => {
    const files = globSync("{app,agents,components,db,lib}/**/*.{ts,tsx}").concat(
      "instrumentation.ts",
      "middleware.ts",
    );
    const texts = files.map((path) => ({ path, text: readFileSync(path, "utf8") }));
    const importing = (pattern: RegExp) =>
      texts
        .filter(({ text }) => pattern.test(text))
        .map(({ path }) => path.replaceAll("\\", "/"))
        .toSorted();
    expect(importing(/from "(?:@opentelemetry|@vercel\/otel)/u)).toEqual([
      "lib/platform/telemetry-scrub.ts",
      "lib/platform/telemetry.ts",
    ]);
    expect(importing(/from "[^"]*\/telemetry"/u)).toEqual([]);
    expect(importing(/import\("[^"]*\/telemetry"\)/u)).toEqual(["instrumentation.ts"]);
    expect(importing(/from "prom-client"/u).every((path) => path.startsWith("lib/platform/metrics"))).toBe(true);
    expect(importing(/from "[^"]*platform\/metrics"/u)).toEqual([]);
  });
});
