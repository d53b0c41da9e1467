import { randomUUID } from "node:crypto";
import { decode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SessionView } from "@/lib/contracts/session";
import { startApp, type AppServer } from "@/tests/support/app-server";
import { Trainee, until } from "@/tests/support/practice";
import { signInAs, type Visitor } from "@/tests/support/sign-in";

const salt = "authjs.session-token";
const secret = "a-secret-of-this-attack-".repeat(2);
const scenarioId = "saas-renewal-en";
const json = { "content-type": "application/json" };

let app: AppServer;
beforeAll(async () => {
  // So slow that a reply lasts longer than the time between two looks at who hears it.
  app = await startApp({ AUTH_SECRET: secret, TOKEN_PACE_MS: "1000" });
});
afterAll(() => app?.stop());

const cookieOf = (visitor: Visitor) =>
  new RegExp(`${salt}=([^;]+)`, "u").exec(visitor.jar.header(new URL(app.url)))?.[1] ?? "";
const opened = async (visitor: Visitor) => {
  const token = await decode({ token: cookieOf(visitor), secret, salt });
  if (!token) throw new Error("the session cookie does not open");
  return token;
};
/** Whether pages and the API refuse this cookie. */
async function isRefused(cookie: string): Promise<boolean> {
  const headers = { cookie: `${salt}=${cookie}` };
  const ask = (path: string) => fetch(new URL(path, app.url), { headers, redirect: "manual" });
  const [page, api] = [await ask("/history"), await ask("/api/v1/sessions")];
  return page.status === 307 && api.status === 401;
}

/** An administrator of Acme. */
async function admin() {
  const { visitor } = await signInAs(app.url, "acme-admin");
  const read = async (path: string) => (await (await visitor.call(path)).json()) as Record<string, unknown>; // sound: JSON objects
  const change = async (id: unknown, body: object) => {
    const { updatedAt } = await read(`/api/v1/users/${String(id)}`);
    const init = { method: "PATCH", headers: json, body: JSON.stringify({ ...body, updatedAt }) };
    return (await visitor.call(`/api/v1/users/${String(id)}`, init)).status;
  };
  return { visitor, change };
}

const madeUp = (role: string) => {
  const email = `${randomUUID()}@acme.example`;
  return { email, name: "Somebody", tenant: "acme", role };
};

describe("somebody who is signed in", () => {
  it("is out everywhere once they are disabled, and stays out", async () => {
    const who = madeUp("trainee");
    const { visitor } = await signInAs(app.url, who);
    const copy = cookieOf(visitor);
    const { uid } = await opened(visitor);
    const { change } = await admin();
    expect(await change(uid, { disabled: true })).toBe(200);
    expect(await until(() => isRefused(copy))).toBe(true);
    const { landed } = await signInAs(app.url, who);
    expect([landed.pathname, landed.searchParams.get("reason")]).toEqual(["/sign-in/refused", "user_disabled"]);
    expect(await change(uid, { disabled: false })).toBe(200);
    expect(await isRefused(copy)).toBe(true);
  });

  it("holds nothing of an old role once they are moved", async () => {
    const { visitor } = await signInAs(app.url, madeUp("auditor"));
    const copy = cookieOf(visitor);
    const audit = () => fetch(new URL("/api/v1/audit", app.url), { headers: { cookie: `${salt}=${copy}` } });
    expect((await audit()).status).toBe(200);
    const { uid } = await opened(visitor);
    const { change } = await admin();
    expect(await change(uid, { role: "trainee" })).toBe(200);
    await until(async () => (await audit()).status !== 200);
    expect(await isRefused(copy)).toBe(true);
  });

  it("hears no more of a reply that is being spoken once the sign-in is ended, and the turn settles all the same", async () => {
    const who = madeUp("trainee");
    const trainee = await Trainee.signIn(app.url, who);
    const sessionId = await trainee.begin(scenarioId);
    const words = "Good morning, thank you for the time. What has changed since we last spoke, and what matters most?";
    const reply = await trainee.say(sessionId, words);
    const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = (await reader?.read())?.value ?? "";
    const { visitor } = await admin();
    const { lid } = await opened(trainee.visitor);
    expect((await visitor.call(`/api/v1/logins/${String(lid)}`, { method: "DELETE" })).status).toBe(204);
    for (;;) {
      const next = await reader?.read();
      if (!next || next.done) break;
      heard += next.value;
    }
    expect(heard).not.toContain('"type":"finish"');
    const again = await Trainee.signIn(app.url, who);
    const settled = await until(async () => {
      const talk = await again.visitor.call(`/api/v1/sessions/${sessionId}`);
      // sound: the API's own view of a talk
      const view = (await talk.json()) as SessionView;
      return view.pending === null && view.messages.length > 1 && view.messages;
    });
    expect(settled.some(({ text }) => text === words)).toBe(true);
  });
});
