import { randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundles } from "@/db/content";
import { rowsOf, withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { Operation } from "@/lib/contracts/operations";
import { exportAudit } from "@/lib/domain/audit-log";
import { rewindSession } from "@/lib/domain/branches";
import { retryEvaluation } from "@/lib/domain/evaluations";
import { getFidelity } from "@/lib/domain/fidelity";
import { endGrant } from "@/lib/domain/grants";
import { askHint } from "@/lib/domain/hints";
import { createKey, revokeKey } from "@/lib/domain/keys";
import { forgetMemory } from "@/lib/domain/memories";
import { operate } from "@/lib/domain/operations";
import { setPreferences } from "@/lib/domain/people";
import { runPreflight } from "@/lib/domain/preflights";
import { exportOwnData } from "@/lib/domain/privacy-export";
import { eraseMe, erasePerson } from "@/lib/domain/privacy-erasure";
import { setPracticeRetention } from "@/lib/domain/privacy-retention";
import { deleteSession, endSession } from "@/lib/domain/sessions";
import { createShare, openShare, revokeShare } from "@/lib/domain/shares";
import * as servers from "@/lib/domain/tool-servers";
import { settleTurn, unsettleTurn } from "@/lib/domain/turns";
import { env } from "@/lib/platform/env";
import { closeToolServers } from "@/lib/platform/mcp/connections";
import { pack } from "@/lib/platform/packing";
import { signIn, someScenario } from "@/tests/support/database";
import { startMcpServer, type McpTestServer } from "@/tests/support/mcp-server";
import { asOwner } from "@/tests/support/owner";
import { aGrant } from "./grants";
import { identityActs } from "./identity-acts";
import { peopleActs } from "./people-acts";
import { scimActs } from "./scim-acts";
import { aTalk, finished, play, take } from "./talk";

let trainee: Ctx;
let admin: Ctx;
let server: McpTestServer;

/** The last row of all tenants' logs and how many there are. */
async function logged(): Promise<{ n: number; action: string }> {
  const [row] = await asOwner(`select (select count(*)::int from audit_events) as n,
    (select action from audit_events order by at desc limit 1) as action`);
  return { n: Number(row?.n), action: String(row?.action) };
}

/** What an act writes: how many rows, and the action of the last. */
async function writtenBy(act: () => Promise<unknown>): Promise<{ rows: number; action: string }> {
  const before = await logged();
  await act();
  const after = await logged();
  return { rows: after.n - before.n, action: after.action };
}

/** An act with what must be there before it: only what `prepare` returns is counted. */
type Act = { action: string; prepare: () => Promise<() => Promise<unknown>> };
const act = (action: string, prepare: Act["prepare"]): Act => ({ action, prepare });
const plain = (action: string, work: () => Promise<unknown>) => act(action, async () => work);
const onTalk = (action: string, work: (sessionId: string) => Promise<unknown>, ended = false) =>
  act(action, async () => {
    const sessionId = await aTalk(trainee);
    await play(trainee, sessionId);
    if (ended) await endSession(trainee, { sessionId });
    return () => work(sessionId);
  });

async function insertId(ctx: Ctx, statement: ReturnType<typeof sql>): Promise<string> {
  return withTenant(ctx, async (tx) => rowsOf<{ id: string }>(await tx.execute(statement))[0]?.id ?? "");
}

const faithful = JSON.stringify({ findings: [], failed: [], reworded: [], unreviewed: [], verdict: "faithful" });
const judged = (sessionId: string, change: ReturnType<typeof sql>) =>
  insertId(trainee, sql`update evaluations set ${change} where session_id = ${sessionId} returning id`);
const ref = { slug: "acts" };
const aKey = (ctx: Ctx) => createKey(ctx, { name: "acts", userId: ctx.actor.userId, scopes: ["audit:read"], days: 1 });

/** Every verb that is audited, by name, with one call of it. */
const verbs: Record<string, Act> = {
  "sessions.start": plain("session.start", () => aTalk(trainee)),
  "sessions.delete": onTalk("session.delete", (sessionId) => deleteSession(trainee, { sessionId })),
  "sessions.rewind": onTalk("session.branch", (sessionId) => rewindSession(trainee, { sessionId, turn: 1 })),
  "hints.ask": onTalk("hint.give", (sessionId) => askHint(trainee, { sessionId })),
  "turns.settle": act("turn.settle", async () => {
    const claimed = await take(trainee, await aTalk(trainee));
    return () => settleTurn(trainee, finished(claimed, { stage: "ended", outcome: "lost", endReason: "patience" }));
  }),
  "turns.unsettle": act("turn.unsettle", async () => {
    const claimed = await take(trainee, await aTalk(trainee));
    return () => unsettleTurn(trainee, { claimed, status: "interrupted", code: "internal", partial: [] });
  }),
  "evaluations.retry": onTalk(
    "evaluation.retry",
    async (sessionId) => {
      await judged(sessionId, sql`status = 'failed'`);
      await retryEvaluation(trainee, { sessionId });
    },
    true,
  ),
  "fidelity.get": onTalk(
    "fidelity.read",
    async (sessionId) => {
      const evaluationId = await judged(sessionId, sql`fidelity = ${faithful}::jsonb, finished_at = now()`);
      await getFidelity(admin, { evaluationId });
    },
    true,
  ),
  "memories.forget": onTalk("memory.forget", async (sessionId) => {
    const id = await insertId(
      trainee,
      sql`insert into memories (tenant_id, user_id, kind, family, locale, buyer_id, source_session_id, content,
        expires_at) values (${trainee.tenantId}, ${trainee.actor.userId}, 'relationship', 'acts', 'en', 'b',
        ${sessionId}, '{}', now()) returning id`,
    );
    await forgetMemory(trainee, { id });
  }),
  "people.set_preferences": plain("profile.update", () => setPreferences(trainee, { theme: "dark" })),
  "preflights.keep": plain("scenario.preflight", () => runPreflight(admin, { scenarioId: someScenario(), runs: 1 })),
  "shares.create": onTalk("share.create", (sessionId) => createShare(trainee, { sessionId }), true),
  "shares.revoke": onTalk("share.revoke", (sessionId) => revokeShare(trainee, { sessionId }), true),
  "shares.open": act("share.open", async () => {
    const sessionId = await aTalk(trainee);
    await endSession(trainee, { sessionId });
    const { url } = await createShare(trainee, { sessionId });
    return () => openShare(admin, { token: url.split("/").at(-1) ?? "" });
  }),
  "tool_servers.add": plain("tool_server.add", () => servers.addToolServer(admin, { ...ref, url: server.url })),
  "tool_servers.approve": plain("tool_server.approve", () => servers.approveTools(admin, { ...ref, tools: ["stock"] })),
  "tool_servers.disable": plain("tool_server.disable", () => servers.disableToolServer(admin, ref)),
  "tool_servers.enable": plain("tool_server.enable", () => servers.enableToolServer(admin, ref)),
  "tool_servers.remove": plain("tool_server.remove", () => servers.removeToolServer(admin, ref)),
  "keys.create": plain("key.create", () => aKey(admin)),
  "keys.revoke": act("key.revoke", async () => {
    const { id } = await aKey(admin);
    return () => revokeKey(admin, { id });
  }),
  "grants.end": plain("grant.end", () => endGrant(admin, { id: grants.end })),
  "privacy.export": plain("privacy.export", () => exportOwnData(trainee, "json")),
  "privacy.set_retention": plain("privacy.retention", () => setPracticeRetention(admin, { days: 400 })),
  "privacy.erase_own": act("privacy.erase", async () => {
    const who = await signIn("trainee81");
    return () => eraseMe(who, { confirm: who.actor.email });
  }),
  "privacy.erase_person": act("privacy.erase", async () => {
    const { actor } = await signIn("trainee82");
    return () => erasePerson(admin, { userId: actor.userId, confirm: actor.email });
  }),
  "audit.export": plain("audit.export", () => exportAudit(admin, {})),
  ...peopleActs(() => admin),
  ...scimActs(() => admin),
  ...identityActs(() => admin),
};

/** A running grant, and a talk that it opens. */
const grants = { read: "", end: "", talk: "" };

async function openGrants(): Promise<void> {
  grants.read = await aGrant(admin.tenantId);
  grants.end = await aGrant(admin.tenantId);
  grants.talk = await aTalk(trainee);
  await play(trainee, grants.talk);
}

const who = { tenant: "acme", email: "acts@acme.example" };
const keyed = { tenant: "acme", user: "admin@acme.example" };
let keyPrefix: string;
const tools = { tenant: "acme", slug: "acts-cli" };

/** Every operation, with what it writes; null for those that only look. Done in this order. */
function operations(): Record<Operation["op"], [operation: Operation, action: string | null]> {
  const [bundle] = bundles;
  if (!bundle) throw new Error("content is shipped");
  return {
    "tenant.add": [{ op: "tenant.add", slug: "acts", name: "Acts" }, "tenant.add"],
    "tenant.list": [{ op: "tenant.list" }, null],
    "tenant.budget": [{ op: "tenant.budget", tenant: "acme", over: "offline" }, "tenant.budget"],
    "tenant.retention": [{ op: "tenant.retention", tenant: "acme", practice: 365 }, "privacy.retention"],
    "tenant.sign_in_reset": [{ op: "tenant.sign_in_reset", tenant: "acme" }, "tenant.sign_in_reset"],
    "user.add": [{ op: "user.add", ...who, role: "trainee" }, "user.add"],
    "user.disable": [{ op: "user.disable", ...who }, "user.disable"],
    "user.enable": [{ op: "user.enable", ...who }, "user.enable"],
    "user.list": [{ op: "user.list", tenant: "acme" }, null],
    "tools.add": [{ op: "tools.add", ...tools, url: server.url }, "tool_server.add"],
    "tools.approve": [{ op: "tools.approve", ...tools, tools: ["stock"] }, "tool_server.approve"],
    "tools.disable": [{ op: "tools.disable", ...tools }, "tool_server.disable"],
    "tools.enable": [{ op: "tools.enable", ...tools }, "tool_server.enable"],
    "key.add": [{ op: "key.add", ...keyed, days: 1, name: "acts" }, "key.create"],
    "key.list": [{ op: "key.list", tenant: "acme" }, null],
    "key.revoke": [{ op: "key.revoke", tenant: "acme", key: keyPrefix }, "key.revoke"],
    "tools.list": [{ op: "tools.list", tenant: "acme" }, null],
    "tools.remove": [{ op: "tools.remove", ...tools }, "tool_server.remove"],
    "scenario.check": [
      { op: "scenario.check", tenant: "acme", scenario: bundle.scenario.id, runs: 1 },
      "scenario.preflight",
    ],
    "scenario.publish": [
      { op: "scenario.publish", tenant: "acme", packed: pack(bundle), runs: 12 },
      "scenario.publish",
    ],
    "scenario.list": [{ op: "scenario.list", tenant: "acme" }, null],
    "grant.open": [
      { op: "grant.open", tenant: "acme", operator: "ops@x.example", reason: "to look at a fault", hours: 1 },
      "grant.open",
    ],
    "grant.list": [{ op: "grant.list", tenant: "acme" }, null],
    "talk.list": [{ op: "talk.list", tenant: "acme", grant: grants.read }, "grant.use"],
    "talk.show": [{ op: "talk.show", tenant: "acme", grant: grants.read, talk: grants.talk }, "grant.use"],
    "grant.end": [{ op: "grant.end", tenant: "acme", grant: grants.read }, "grant.end"],
    "audit.retention": [{ op: "audit.retention", tenant: "acme", days: null }, "audit.retention"],
    "audit.verify": [{ op: "audit.verify", tenant: "acme" }, null],
  };
}

/** Names of the verbs whose source declares an audit row. */
function auditedVerbs(): string[] {
  const sources = globSync("lib/domain/**/*.ts").map((path) => readFileSync(path, "utf8"));
  return sources.flatMap((text) =>
    [...text.matchAll(/= defineVerb<[\s\S]*?\n {2}name: "([\w.]+)",\n[\s\S]*?\n {2}audit: ("none")?/gu)].flatMap(
      ([, name, none]) => (name && !none ? [name] : []),
    ),
  );
}

export function describeAuditedActs(): void {
  describe("an audited act", () => {
    beforeAll(async () => {
      [trainee, admin] = [await signIn("trainee"), await signIn("admin")];
      keyPrefix = (await aKey(admin)).prefix;
      server = await startMcpServer();
      env().toolServerPrivateHosts.push(server.host);
      await openGrants();
    });
    afterAll(async () => {
      closeToolServers();
      env().toolServerPrivateHosts.length = 0;
      await server.close();
    });

    it("is driven below, whichever it is", () => {
      expect(new Set(auditedVerbs())).toEqual(new Set(Object.keys(verbs)));
    });

    it.each(Object.entries(verbs))("has exactly one row: %s", async (_name, { action, prepare }) => {
      const work = await prepare();
      expect(await writtenBy(work)).toEqual({ rows: 1, action });
    });

    it("has exactly one row where a trainee ends a talk, and where a turn goes on", async () => {
      const sessionId = await aTalk(trainee);
      const claimed = await take(trainee, sessionId);
      expect(await writtenBy(() => settleTurn(trainee, finished(claimed)))).toEqual({ rows: 1, action: "turn.settle" });
      const ended = await writtenBy(() => endSession(trainee, { sessionId }));
      expect(ended).toEqual({ rows: 1, action: "session.end" });
      expect(await writtenBy(() => endSession(trainee, { sessionId }))).toMatchObject({ rows: 0 });
      const signed = await writtenBy(() => signIn("trainee"));
      expect(signed).toEqual({ rows: 1, action: "identity.sign_in" });
    });

    it("has exactly one row from the command line, and looking has none", async () => {
      for (const [operation, action] of Object.values(operations())) {
        const written = await writtenBy(() => operate(operation));
        // Publishing tries the scenario out first, which is an act of its own.
        const rows = operation.op === "scenario.publish" ? 2 : action === null ? 0 : 1;
        expect(written, operation.op).toEqual({ rows, action: action ?? written.action });
      }
    });

    it("leaves nothing when it fails", async () => {
      const refused = () => deleteSession(trainee, { sessionId: randomUUID() }).catch(() => {});
      expect(await writtenBy(refused)).toMatchObject({ rows: 0 });
    });
  });
}
