import { beforeAll, describe, expect, inject, it } from "vitest";
import { ask, sends } from "@/tests/support/companies";
import { signInAs, type Visitor } from "@/tests/support/sign-in";

const base = inject("base");
const scenarioId = "saas-renewal-en";
const many = 100;

/** Somebody who has done nothing yet. */
async function newcomer(role = "trainee"): Promise<Visitor> {
  const email = `hasty-${crypto.randomUUID().slice(0, 8)}@acme.example`;
  return (await signInAs(base, { email, name: "Hasty", tenant: "acme", role })).visitor;
}

const all = <T>(work: () => Promise<T>) => Promise.all(Array.from({ length: many }, work));
const start = (visitor: Visitor) => ask<{ id: string }>(visitor, "/api/v1/sessions", sends("POST", { scenarioId }));
const statuses = (answers: { status: number }[]) => [...new Set(answers.map(({ status }) => status))];

/** Calls of models that were made for somebody, by kind of work. */
async function calls(visitor: Visitor): Promise<Record<string, number>> {
  const { usage } = await ask<{ usage: { kind: string; calls: number }[] }>(visitor, "/api/v1/me/export");
  return Object.fromEntries(usage.map(({ kind, calls: n }) => [kind, n]));
}

describe("a hundred equal submits at once", () => {
  let once: Record<string, number>;
  const text = "Good morning. What changed for you this year?";
  beforeAll(async () => {
    const calm = await newcomer();
    const { id } = await start(calm);
    const said = sends("POST", { turnId: crypto.randomUUID(), text });
    await (await calm.call(`/api/v1/sessions/${id}/turns`, said)).text();
    once = await calls(calm);
  });

  it("of a turn make one message, one reply and one turn's calls of models", async () => {
    expect(Object.values(once).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0);
    const hasty = await newcomer();
    const { id } = await start(hasty);
    const turnId = crypto.randomUUID();
    const answers = await all(async () => {
      const answer = await hasty.call(`/api/v1/sessions/${id}/turns`, sends("POST", { turnId, text }));
      await answer.text();
      return answer;
    });
    expect(statuses(answers).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    expect(statuses(answers)).toContain(200);
    const { messages } = await ask<{ messages: { speaker: string }[] }>(hasty, `/api/v1/sessions/${id}`);
    expect(messages.filter(({ speaker }) => speaker === "trainee")).toHaveLength(1);
    expect(messages).toHaveLength(2);
    expect(await calls(hasty)).toEqual(once);
  });

  it("of a start begin one talk", async () => {
    const hasty = await newcomer();
    const submission = crypto.randomUUID();
    const wanted = sends("POST", { scenarioId, submission });
    const begun = await all(() => ask<{ id: string }>(hasty, "/api/v1/sessions", wanted));
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
    expect((await ask<{ items: unknown[] }>(hasty, "/api/v1/sessions?limit=100")).items).toHaveLength(1);
    const another = await newcomer();
    expect((await ask<{ id: string }>(another, "/api/v1/sessions", wanted)).id).not.toBe(begun[0]?.id);
  });

  it("of an end queue one judgement, and of a share leave one link that opens", async () => {
    const hasty = await newcomer();
    const { id } = await start(hasty);
    await all(() => ask(hasty, `/api/v1/sessions/${id}/end`, sends("POST", {})));
    const share = () => ask<{ token: string }>(hasty, `/api/v1/sessions/${id}/share`, sends("POST", { days: 1 }));
    await all(share);
    const whole = await ask<{ talks: { shares: { revokedAt: string | null }[] }[] }>(hasty, "/api/v1/me/export");
    const shares = whole.talks.flatMap((talk) => talk.shares);
    expect(shares.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
  });

  it("of a key make one key, whose secret is in one answer", async () => {
    const admin = await newcomer("admin");
    const { items } = await ask<{ items: { actor: { id: string; email: string } }[] }>(
      admin,
      "/api/v1/audit?action=identity.sign_in&person=hasty",
    );
    const userId = items[0]?.actor.id;
    const name = `hasty ${crypto.randomUUID()}`;
    const wanted = { name, userId, scopes: ["scenario:read"], days: 1, submission: crypto.randomUUID() };
    const answers = await all(() => admin.call("/api/v1/keys", sends("POST", wanted)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(many - 1);
    const kept = await ask<{ items: { name: string }[] }>(admin, "/api/v1/keys");
    expect(kept.items.filter((key) => key.name === name)).toHaveLength(1);
  });
});

describe("the same id with another body", () => {
  it("is refused for a turn and for a start", async () => {
    const visitor = await newcomer();
    const submission = crypto.randomUUID();
    const { id } = await ask<{ id: string }>(visitor, "/api/v1/sessions", sends("POST", { scenarioId, submission }));
    const other = await visitor.call("/api/v1/sessions", sends("POST", { scenarioId: "saas-renewal-zh", submission }));
    expect([other.status, await other.json()]).toEqual([409, expect.objectContaining({ code: "already_exists" })]);
    const turnId = crypto.randomUUID();
    const say = (text: string) => visitor.call(`/api/v1/sessions/${id}/turns`, sends("POST", { turnId, text }));
    await (await say("Good morning.")).text();
    const changed = await say("Good evening.");
    expect([changed.status, await changed.json()]).toEqual([409, expect.objectContaining({ code: "turn_conflict" })]);
  });
});
