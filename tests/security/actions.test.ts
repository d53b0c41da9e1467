import { beforeAll, describe, expect, inject, it } from "vitest";
import { builtActions, type BuiltAction } from "@/tests/support/build";
import { ask } from "@/tests/support/companies";
import { actionResult, callAction, pageOf } from "@/tests/support/raw-action";
import { signInAs, visit, type Visitor } from "@/tests/support/sign-in";
import { actionRows } from "./access-matrix-actions";

const base = inject("base");
const built = new Map(builtActions().map((one) => [one.name, one]));
const find = (name: string): BuiltAction => {
  const one = built.get(name);
  if (!one) throw new Error(`${name} is not in this build`);
  return one;
};
const start = () => find("app/(trainee)/actions.ts startPractice");
const scenarioId = "saas-renewal-en";

let trainee: Visitor;
let admin: Visitor;
beforeAll(async () => {
  [trainee, admin] = [(await signInAs(base, "acme-trainee")).visitor, (await signInAs(base, "acme-admin")).visitor];
});

interface Answer {
  code: string;
  status: number;
  text: string;
}
async function answer(response: Promise<Response>): Promise<Answer> {
  const got = await response;
  const text = await got.text();
  const result = actionResult(text);
  return { code: result ? (result.ok ? "done" : result.problem.code) : "no result", status: got.status, text };
}

/** How many talks the trainee has: what no attack may change. */
const talks = async () => (await ask<{ items: unknown[] }>(trainee, "/api/v1/sessions?limit=100")).items.length;
const lives = async () => (await fetch(`${base}/api/health/live`)).status;

/** A request as it is, with the trainee's cookie and nothing that is not said here. */
const bare = (action: BuiltAction, headers: Record<string, string>, body?: BodyInit) => {
  const to = new URL(pageOf(action), base);
  const all = { cookie: trainee.jar.header(to), "next-action": action.id, "content-type": "text/plain", ...headers };
  const sent = body ?? JSON.stringify([{ scenarioId }]);
  return fetch(to, {
    method: "POST",
    redirect: "manual",
    headers: all,
    body: sent,
    signal: AbortSignal.timeout(60_000),
  });
};

describe("a server action called raw", () => {
  it.each(Object.keys(actionRows))("does nothing for nobody: %s", async (name) => {
    const { code } = await answer(callAction(visit(base), find(name), {}));
    expect(code).toBe("unauthenticated");
  });

  it("is done for whom it is for, so that the refusals here mean something", async () => {
    const before = await talks();
    expect((await answer(callAction(trainee, start(), { scenarioId }))).code).toBe("done");
    expect(await talks()).toBe(before + 1);
  });

  it.each([
    ["none", {}],
    ["null", { origin: "null" }],
    ["another site", { origin: "https://evil.example" }],
    ["a name that begins like ours", { origin: `${base}.evil.example` }],
    ["a name that ends like ours", { origin: base.replace("://", "://evil") }],
    ["another port", { origin: `${base.slice(0, -1)}0`.replace(base, "http://localhost:1") }],
    ["another scheme", { origin: base.replace("http:", "https:") }],
    [
      "another site under a host of the same name",
      { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    ],
    ["another site that calls itself ours", { origin: "https://evil.example", "sec-fetch-site": "same-origin" }],
  ])("is refused where it comes from: %s", async (_what, headers) => {
    const before = await talks();
    const { code, text } = await answer(bare(start(), headers));
    expect(code, text.slice(0, 300)).not.toBe("done");
    expect(await talks()).toBe(before);
  });

  it("takes no key", async () => {
    const made = { name: "raw", scopes: ["session:practise"], days: 1 };
    const { items } = await ask<{ items: { actor: { id: string } }[] }>(
      admin,
      "/api/v1/audit?person=admin@acme.example",
    );
    const body = JSON.stringify({ ...made, userId: items[0]?.actor.id });
    const json = { method: "POST", body, headers: { "content-type": "application/json" } };
    const { secret } = await ask<{ secret: string }>(admin, "/api/v1/keys", json);
    const headers = { authorization: `Bearer ${secret}`, cookie: "", origin: base };
    expect((await answer(bare(start(), headers))).code).toBe("unauthenticated");
  });
});

const deep = (levels: number) => `[${"[".repeat(levels)}${"]".repeat(levels)}]`;
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

const malformed: [string, BodyInit, Record<string, string>?][] = [
  ["nothing", ""],
  ["half of one", '[{"scenarioId":"saas-re'],
  ["no list", "{}"],
  ["a string", '"x"'],
  ["null", "null"],
  ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
  ["a huge string", JSON.stringify([{ scenarioId: "x".repeat(900_000) }])],
  ["more than is taken", JSON.stringify([{ scenarioId: "x".repeat(4_000_000) }])],
  ["a hundred thousand levels", deep(100_000)],
  ["a prototype", `[{"__proto__":{"scenarioId":"${scenarioId}"}}]`],
  ["a constructor", `[{"constructor":{"prototype":{"scenarioId":"${scenarioId}"}}}]`],
  ["a reference to a server function", '["$F1"]'],
  ["a reference to a blob", '["$B1"]'],
  ["a reference to itself", '["$0"]'],
  ["a path through a prototype", '["$1:__proto__:constructor:constructor"]'],
  ["a promise that never comes", '["$@1"]'],
  ["an object with a then", '[{"then":"$1:then","status":"resolved_model","value":"{}","_response":{}}]'],
  ["a map of nothing", '["$Q9"]'],
  ["a big number", '["$n99999999999999999999999999999999999999"]'],
  ["a date that is none", '["$Dnever"]'],
  ["references in a form", form({ "0": '["$F1","$B2"]', "1": '{"id":"x","bound":null}' })],
  ["a form that names its own fields", form({ "1_$ACTION_ID_x": "", "0": '["$K1"]', "1___proto__": "x" })],
  ["a chunk that points at the first", form({ "0": '["$1"]', "1": '"$0"' })],
  ["a form for a multipart type with no boundary", "--x\r\n\r\n", { "content-type": "multipart/form-data" }],
];

describe("a malformed body of a server action", () => {
  it.each(malformed)("is refused, changes nothing and leaves the server up: %s", async (_what, body, headers = {}) => {
    const before = await talks();
    const to = new URL(pageOf(start()), base);
    const sent = new Headers({ cookie: trainee.jar.header(to), "next-action": start().id, origin: base, ...headers });
    if (!(body instanceof FormData) && !sent.has("content-type")) sent.set("content-type", "text/plain;charset=UTF-8");
    const response = fetch(to, {
      method: "POST",
      body,
      headers: sent,
      redirect: "manual",
      signal: AbortSignal.timeout(20_000),
    });
    // A body that promises more and never sends it may be cut off.
    const { code, text } = await answer(response).catch((error: unknown) => ({ code: "cut off", text: String(error) }));
    expect(code, text.slice(0, 300)).not.toBe("done");
    expect(text).not.toMatch(/ at \S+ \(|node_modules|\.next\/server/u);
    expect(await talks()).toBe(before);
    expect(await lives()).toBe(200);
  });

  it("is none where only a prototype stands beside what is asked for: it is left out", async () => {
    const body = `[{"scenarioId":"${scenarioId}","__proto__":{"ok":true,"code":"polluted"}}]`;
    expect((await answer(bare(start(), { origin: base }, body))).code).toBe("done");
    const { text } = await answer(visit(base).call("/api/v1/sessions"));
    expect(text).not.toContain("polluted");
  });

  it("leaves the next call as good as ever", async () => {
    expect((await answer(callAction(trainee, start(), { scenarioId }))).code).toBe("done");
  });
});

describe("an action's id", () => {
  it.each(["", "0", "x".repeat(5000), "7f".repeat(21), "__proto__", "constructor", "../../actions"])(
    "that names nothing does nothing: %s",
    async (id) => {
      const before = await talks();
      const { code } = await answer(bare({ ...start(), id }, { origin: base }));
      expect(code).toBe("no result");
      expect(await talks()).toBe(before);
      expect(await lives()).toBe(200);
    },
  );

  it("on a page that does not carry it gives nobody more than on its own", async () => {
    const foreign = find("app/(console)/console/keys/actions.ts findHolders");
    for (const page of ["/history", "/practice", "/sign-in", "/nothing-here", "/api/v1/sessions"]) {
      const there = { ...foreign, pages: [page] };
      expect((await answer(callAction(trainee, there, { q: "" }))).code, page).not.toBe("done");
      expect((await answer(callAction(visit(base), there, { q: "" }))).code, page).not.toBe("done");
    }
    expect((await answer(callAction(admin, foreign, { q: "" }))).code).toBe("done");
  });
});
