import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { givenBuild, startApp, type AppServer } from "@/tests/support/app-server";
import { startModelServer, type ModelServer } from "@/tests/support/model-server";
import { startCollector, type Collector } from "@/tests/support/otlp";
import { Trainee, until } from "@/tests/support/practice";
import { visit } from "@/tests/support/sign-in";

const scenarioId = "saas-renewal-en";
const question = "How many of your licences carried a shift last month, and who counts them?";
let app: AppServer | undefined;
let model: ModelServer | undefined;
let collector: Collector | undefined;

afterEach(async () => {
  await app?.stop();
  await model?.close();
  await collector?.close();
  app = model = collector = undefined;
});

const readiness = async (server: AppServer) => visit(server.url).call("/api/health/ready");

/** Begins to read; `rest` is everything to the end, null when it broke off. */
async function firstWords(answer: Response): Promise<{ rest: Promise<string | null> }> {
  const reader = answer.body?.getReader();
  if (!reader) throw new Error(`no stream: ${answer.status}`);
  const decoder = new TextDecoder();
  let heard = "";
  while (!heard.includes('"text-delta"')) {
    const { done, value } = await reader.read();
    if (done) throw new Error(`no words: ${heard}`);
    heard += decoder.decode(value, { stream: true });
  }
  const readOn = async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return heard;
      heard += decoder.decode(value, { stream: true });
    }
  };
  return { rest: readOn().catch(() => null) };
}

async function messagesOf(trainee: Trainee, sessionId: string): Promise<{ turnId?: string; text: string }[]> {
  const answer = await trainee.visitor.call(`/api/v1/sessions/${sessionId}`);
  // sound: the API's own view of a session
  return ((await answer.json()) as { messages: { turnId?: string; text: string }[] }).messages;
}

// each starts the whole application, most of them twice
describe("a server that is told to stop", { timeout: 300_000 }, () => {
  it("turns readiness red, goes on answering, speaks to the last part, ends well and loses nothing", async () => {
    collector = await startCollector();
    const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: "http/json" };
    const env = { TOKEN_PACE_MS: "150" };
    app = await startApp({ ...env, ...traced });
    const trainee = await Trainee.signIn(app.url);
    const sessionId = await trainee.begin(scenarioId);
    const turnId = randomUUID();
    const { rest } = await firstWords(await trainee.say(sessionId, question, {}, turnId));
    app.signal("SIGTERM");
    const server = app;
    const red = await until(async () => {
      const answer = await readiness(server);
      return answer.status === 503 && answer;
    });
    expect(await red.json()).toMatchObject({ status: "closing" });
    expect((await trainee.visitor.call(`/api/v1/sessions/${sessionId}`)).status).toBe(200);
    expect((await visit(app.url).call("/api/health/live")).status).toBe(200);
    const heard = await rest;
    expect(heard).toContain('"data-turn-end"');
    expect(heard).toContain("[DONE]");
    expect(await app.ended).toBe(0);
    // the last steps of the reply were on their way in a batch
    expect(collector.spans.map(({ name }) => name)).toEqual(expect.arrayContaining(["settle", "turn"]));

    app = await startApp(env, givenBuild, app);
    const stored = (await messagesOf(trainee, sessionId)).filter((message) => message.turnId === turnId);
    expect(stored.length).toBeGreaterThanOrEqual(2);
    expect(stored.some(({ text }) => text === question)).toBe(true);
  });

  it("gives those who send requests time to notice, when it is told how long", async () => {
    app = await startApp({ SHUTDOWN_NOTICE_MS: "4000" });
    const trainee = await Trainee.signIn(app.url);
    app.signal("SIGTERM");
    const server = app;
    await until(async () => (await readiness(server)).status === 503);
    // nothing runs that would hold it open: it is the notice alone that lets a new talk begin
    const answer = await (await trainee.say(await trainee.begin(scenarioId), question)).text();
    expect(answer).toContain('"data-turn-end"');
    expect(await app.ended).toBe(0);
  });

  it("cuts off what takes too long, which can then be sent again under the same id", async () => {
    app = await startApp({ TOKEN_PACE_MS: "3000", SHUTDOWN_GRACE_MS: "300" });
    const trainee = await Trainee.signIn(app.url);
    const sessionId = await trainee.begin(scenarioId);
    const turnId = randomUUID();
    const cut = await trainee.say(sessionId, question, {}, turnId);
    app.signal("SIGTERM");
    expect(await app.ended).toBe(0);
    expect(await cut.text().catch(() => "")).not.toContain('"data-turn-end"');

    app = await startApp({}, givenBuild, app);
    const again = await (await trainee.say(sessionId, question, {}, turnId)).text();
    expect(again).toContain('"data-turn-end"');
    const stored = (await messagesOf(trainee, sessionId)).filter((message) => message.turnId === turnId);
    expect(stored.filter(({ text }) => text === question)).toHaveLength(1);
  });

  it("hands back the job that it works on, and the next one does it", async () => {
    model = await startModelServer();
    const judge = {
      AI_CHAIN: "offline;judge=compatible:silent,offline",
      AI_COMPATIBLE_BASE_URL: model.url,
      SHUTDOWN_GRACE_MS: "500",
    };
    app = await startApp(judge);
    const trainee = await Trainee.signIn(app.url);
    const sessionId = await trainee.begin(scenarioId);
    for (let turn = 0; turn < 5; turn += 1) await (await trainee.say(sessionId, `${question} ${turn}`)).text();
    expect((await trainee.post(`/api/v1/sessions/${sessionId}/end`)).status).toBe(200);
    const judging = model;
    await until(async () => judging.calls.some((call) => call.model === "silent"));
    app.signal("SIGTERM");
    expect(await app.ended).toBe(0);

    app = await startApp({ AI_CHAIN: "offline" }, givenBuild, app);
    const status = await until(async () => {
      const answer = await trainee.visitor.call(`/api/v1/sessions/${sessionId}/debrief`);
      // sound: the API's own view of a debrief
      const debrief = (await answer.json()) as { status?: string };
      return debrief.status !== "queued" && debrief.status !== "judging" && debrief.status;
    });
    expect(["scored", "unscorable"]).toContain(status);
  });

  it("ends at once when it is told a second time", async () => {
    app = await startApp({ TOKEN_PACE_MS: "3000" });
    const trainee = await Trainee.signIn(app.url);
    const speaking = await trainee.say(await trainee.begin(scenarioId), question);
    app.signal("SIGTERM");
    const server = app;
    await until(async () => (await readiness(server)).status === 503);
    app.signal("SIGTERM");
    expect(await app.ended).toBe(1);
    await speaking.text().catch(() => "");
  });
});
