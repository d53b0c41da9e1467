import { expect, test } from "@playwright/test";
import { problemSchema } from "@/lib/contracts/problem";
import { debriefSchema } from "@/lib/contracts/debrief";
import {
  scenarioListSchema,
  sessionListSchema,
  sessionSummarySchema,
  sessionViewSchema,
} from "@/lib/contracts/session";
import { signInAs, visit, type Visitor } from "../support/sign-in";

const base = () => test.info().project.use.baseURL ?? "";
const json = (body: unknown): RequestInit => ({
  method: "POST",
  body: typeof body === "string" ? body : JSON.stringify(body),
  headers: { "content-type": "application/json" },
});
const problemOf = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  return problem.code;
};

async function start(visitor: Visitor) {
  const { items } = scenarioListSchema.parse(await (await visitor.call("/api/v1/scenarios?locale=en")).json());
  const answer = await visitor.call("/api/v1/sessions", json({ scenarioId: items[0]?.id }));
  expect(answer.status).toBe(201);
  return sessionViewSchema.parse(await answer.json());
}
const say = (visitor: Visitor, id: string, text: string, turnId: string = crypto.randomUUID()) =>
  visitor.call(`/api/v1/sessions/${id}/turns`, json({ turnId, text }));

test.describe("the API", () => {
  test("plays a practice from scenario to debrief, each answer true to its contract", async () => {
    const { visitor } = await signInAs(base(), "acme-trainee");
    const session = await start(visitor);
    for (const text of ["Hello, thanks for your time.", "How did the change reach you?", "What would help?", "Why?"]) {
      const answer = await say(visitor, session.id, text);
      expect(answer.headers.get("content-type")).toContain("text/event-stream");
      expect(await answer.text()).toContain("data-turn-end");
    }
    const ended = await visitor.call(`/api/v1/sessions/${session.id}/end`, json({}));
    expect(sessionSummarySchema.parse(await ended.json()).outcome).not.toBeNull();
    await expect
      .poll(
        async () => {
          const answer = await visitor.call(`/api/v1/sessions/${session.id}/debrief`);
          return debriefSchema.parse(await answer.json()).status;
        },
        { timeout: 20_000 },
      )
      .toMatch(/^(scored|unscorable)$/);
    const list = sessionListSchema.parse(await (await visitor.call("/api/v1/sessions?limit=100")).json());
    expect(list.items.map((item) => item.id)).toContain(session.id);
    expect(await problemOf(say(visitor, session.id, "One more thing."))).toBe("session_ended");
  });

  test("answers a repeated turn with the same turn and refuses other words under its id", async () => {
    const { visitor } = await signInAs(base(), "acme-trainee");
    const session = await start(visitor);
    const turnId = crypto.randomUUID();
    await (await say(visitor, session.id, "Hello there.", turnId)).text();
    await (await say(visitor, session.id, "Hello there.", turnId)).text();
    expect(await problemOf(say(visitor, session.id, "Other words.", turnId))).toBe("turn_conflict");
    const view = sessionViewSchema.parse(await (await visitor.call(`/api/v1/sessions/${session.id}`)).json());
    expect(view.messages.filter((message) => message.speaker === "trainee")).toHaveLength(1);
  });

  test("gives each fault of the text its own error and loses nothing", async () => {
    const { visitor } = await signInAs(base(), "acme-trainee");
    const { id } = await start(visitor);
    expect(await problemOf(say(visitor, id, "   "))).toBe("text_empty");
    expect(await problemOf(say(visitor, id, "x".repeat(4001)))).toBe("text_too_long");
    const halfOfAPair = JSON.stringify({ turnId: crypto.randomUUID(), text: "\ud83d" });
    expect(await problemOf(visitor.call(`/api/v1/sessions/${id}/turns`, json(halfOfAPair)))).toBe("invalid_text");
    expect(await problemOf(visitor.call(`/api/v1/sessions/${id}/turns`, json("{")))).toBe("invalid_json");
    expect(await problemOf(visitor.call(`/api/v1/sessions/${id}/turns`, json({ text: "no id" })))).toBe(
      "invalid_request",
    );
    expect(await problemOf(visitor.call("/api/v1/sessions", json("x".repeat(70_000))))).toBe("body_too_large");
  });

  test("shows another tenant's and another person's session as if it did not exist", async () => {
    const { visitor } = await signInAs(base(), "acme-trainee");
    const { id } = await start(visitor);
    for (const other of ["globex-trainee", "globex-admin", "acme-trainee2", "acme-manager"]) {
      const { visitor: stranger } = await signInAs(base(), other);
      expect(await problemOf(stranger.call(`/api/v1/sessions/${id}`))).toBe("not_found");
      expect(await problemOf(say(stranger, id, "Hello."))).toBe("not_found");
      expect(await problemOf(stranger.call(`/api/v1/sessions/${id}`, { method: "DELETE" }))).toBe("not_found");
    }
    expect(await problemOf(visitor.call(`/api/v1/sessions/${crypto.randomUUID()}`))).toBe("not_found");
    expect((await visitor.call(`/api/v1/sessions/${id}`)).status).toBe(200);
  });

  test("lets no other site use a signed-in browser", async () => {
    const { visitor } = await signInAs(base(), "acme-trainee");
    const foreign = { ...json({}), headers: { "content-type": "application/json", origin: "https://evil.example" } };
    expect(await problemOf(visitor.call("/api/v1/sessions", foreign))).toBe("bad_origin");
  });
});

test.describe("signing in", () => {
  test("is refused for an unknown tenant and for a person without a role, with the reason", async () => {
    const stranger = { email: "x@nowhere.example", name: "X", tenant: "nowhere", role: "trainee" };
    const roleless = { email: "y@acme.example", name: "Y", tenant: "acme", role: "janitor" };
    const [one, two] = [await signInAs(base(), stranger), await signInAs(base(), roleless)];
    expect(one.landed.pathname + one.landed.search).toBe("/sign-in/refused?reason=unknown_tenant");
    expect(two.landed.pathname + two.landed.search).toBe("/sign-in/refused?reason=no_role");
    expect(await problemOf(one.visitor.call("/api/v1/sessions"))).toBe("unauthenticated");
  });

  test("ends here and at the provider with one sign-out", async () => {
    const { visitor } = await signInAs(base(), "globex-trainee");
    expect((await visitor.call("/api/v1/sessions")).status).toBe(200);
    const out = await visitor.call("/api/auth/sign-out", { method: "POST" });
    const address = new URL(out.headers.get("location") ?? "");
    expect(address.pathname).toBe("/session/end");
    expect(address.searchParams.get("id_token_hint")).not.toBeNull();
    expect(await problemOf(visitor.call("/api/v1/sessions"))).toBe("unauthenticated");
  });

  test("is needed for everything but health, the description and sign-in itself", async () => {
    const visitor = visit(base());
    for (const path of ["/api/health/live", "/api/health/ready", "/api/v1/openapi.json", "/sign-in"])
      expect((await visitor.call(path)).status, path).toBe(200);
    for (const path of ["/", "/practice", "/history", "/settings", "/console"])
      expect((await visitor.call(path)).headers.get("location"), path).toContain("/sign-in");
    expect(await problemOf(visitor.call("/api/v1/scenarios"))).toBe("unauthenticated");
    expect((await visitor.call("/api/internal/drain")).status).toBe(404);
  });
});
