import { randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { dirname, normalize } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { rowsOf, withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { rewindSession } from "@/lib/domain/branches";
import { claimTurn } from "@/lib/domain/claims";
import { compareTalks } from "@/lib/domain/comparisons";
import { getDebrief, getSharedDebrief } from "@/lib/domain/debriefs";
import { retryEvaluation, runEvaluation } from "@/lib/domain/evaluations";
import { getFidelity, listFidelity } from "@/lib/domain/fidelity";
import { askHint } from "@/lib/domain/hints";
import { forgetMemory, listMemories } from "@/lib/domain/memories";
import { exportOwnData } from "@/lib/domain/privacy-export";
import { erasePerson, findByAddress } from "@/lib/domain/privacy-erasure";
import { getRetention, previewRetention } from "@/lib/domain/privacy-retention";
import { getBrief, listScenarios } from "@/lib/domain/scenarios";
import { deleteSession, endSession, getSession, listSessions, startSession } from "@/lib/domain/sessions";
import { createShare, openShare, revokeShare } from "@/lib/domain/shares";
import { getTeamAggregates } from "@/lib/domain/team-aggregates";
import { settleTurn } from "@/lib/domain/turns";
import { signIn, someScenario } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { speak, startFollowed, wordsOf } from "./privacy-person";
import { codeOf, finished, take } from "./talk";

/** The names by which code reaches what people practised, as the schema and as SQL call it. */
const schema = /\b(?:practiceSessions|messages|evaluations|turns|hints|checkResults|memories|shares)\b/u;
const raw =
  /(?:from|join|update|into) (?:practice_sessions|messages|turns|evaluations|check_results|hints|memories|shares)\b/u;

/** Verbs of files that reach practice, themselves or through others. */
function verbsNearPractice(): string[] {
  const files = new Map(globSync("lib/domain/**/*.ts").map((path) => [path, readFileSync(path, "utf8")]));
  const reaches = new Set<string>();
  for (const [path, text] of files) {
    const imported = [...text.matchAll(/import \{([^}]*)\} from "@\/db\/schema"/gu)].map(([, names = ""]) => names);
    if (imported.some((names) => schema.test(names)) || raw.test(text)) reaches.add(path);
  }
  const importsOf = (path: string, text: string) => [
    ...[...text.matchAll(/from "(\.[^"]*)"/gu)].map(([, to]) => normalize(`${dirname(path)}/${to}.ts`)),
    ...[...text.matchAll(/from "@\/(lib\/domain\/[^"]*)"/gu)].map(([, to]) => `${to}.ts`),
  ];
  for (let grew = true; grew;) {
    const found = [...files].filter(
      ([path, text]) => !reaches.has(path) && importsOf(path, text).some((to) => reaches.has(to)),
    );
    for (const [path] of found) reaches.add(path);
    grew = found.length > 0;
  }
  return [...reaches].flatMap((path) =>
    [...(files.get(path) ?? "").matchAll(/ {2}name: "([\w.]+)",\n {2}permission: /gu)].map(([, name = ""]) => name),
  );
}

interface Practice {
  owner: Ctx;
  /** open, and ended with a judgement that failed */
  open: string;
  ended: string;
  branch: string;
  memoryId: string;
  evaluationId: string;
  held: Awaited<ReturnType<typeof take>>;
}

type Call = (ctx: Ctx, practice: Practice) => Promise<unknown>;

async function collect(ctx: Ctx): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const part of await exportOwnData(ctx, "json")) all.push(part);
  return all;
}

/** Named by an id of somebody else's: as if it did not exist. */
const hidden: Record<string, Call> = {
  "sessions.get": (ctx, { open }) => getSession(ctx, { sessionId: open }),
  "sessions.end": (ctx, { open }) => endSession(ctx, { sessionId: open }),
  "sessions.delete": (ctx, { ended }) => deleteSession(ctx, { sessionId: ended }),
  "sessions.rewind": (ctx, { ended }) => rewindSession(ctx, { sessionId: ended, turn: 1 }),
  "turns.claim": (ctx, { open }) => claimTurn(ctx, { sessionId: open, turnId: randomUUID(), text: "Whose is it?" }),
  "hints.ask": (ctx, { open }) => askHint(ctx, { sessionId: open }),
  "debriefs.get": (ctx, { ended }) => getDebrief(ctx, { sessionId: ended }),
  "debriefs.shared": (ctx, { ended }) => getSharedDebrief(ctx, { token: ended }),
  "comparisons.get": (ctx, { ended, branch }) => compareTalks(ctx, { left: ended, right: branch }),
  "evaluations.retry": (ctx, { ended }) => retryEvaluation(ctx, { sessionId: ended }),
  "memories.forget": (ctx, { memoryId }) => forgetMemory(ctx, { id: memoryId }),
  "shares.create": (ctx, { ended }) => createShare(ctx, { sessionId: ended }),
  "shares.revoke": (ctx, { ended }) => revokeShare(ctx, { sessionId: ended }),
  "shares.open": (ctx, { ended }) => openShare(ctx, { token: ended }),
};

/** Answers with what is the caller's own or everybody's: nothing of somebody else is in it. */
const silent: Record<string, Call> = {
  "sessions.start": (ctx) => startSession(ctx, { scenarioId: someScenario() }),
  "sessions.begun": (ctx) => startSession(ctx, { scenarioId: someScenario(), submission }),
  "sessions.list": (ctx) => listSessions(ctx, { limit: 100 }),
  "scenarios.list": (ctx) => listScenarios(ctx, {}),
  "scenarios.brief": (ctx) => getBrief(ctx, { scenarioId: someScenario() }),
  "memories.list": (ctx) => listMemories(ctx),
  "fidelity.list": (ctx) => listFidelity(ctx, {}),
  "fidelity.get": (ctx, { evaluationId }) => getFidelity(ctx, { evaluationId }),
  "privacy.export": (ctx) => collect(ctx),
  "privacy.get_retention": (ctx) => getRetention(ctx),
  "privacy.preview_retention": (ctx) => previewRetention(ctx, { days: 30 }),
  "privacy.find_person": (ctx) => findByAddress(ctx, { email: ctx.actor.email }),
  "team_aggregates.get": async (ctx) => {
    const [team] = await asOwner(`select id from teams where tenant_id = '${ctx.tenantId}' limit 1`);
    return getTeamAggregates(ctx, { teamId: String(team?.id) });
  },
};

/**
 * Steps of a turn, handed the claim that `turns.claim` gives its owner alone. No request can bring one: the claim stays in
 * the process that speaks.
 */
const claimed = /^turns\.(?:checkpoint|renew|settle|unsettle)$/u;

/** Can only take practice away, or changes people, and says nothing of practice; each has its own tests. */
const destroying = /^(?:users|teams|scim|scim_\w+)\.|^privacy\.(?:erase_own|erase_person|set_retention|export_\w+)$/u;

/** What the owner's browser sent when it started the talk that is open. */
const submission = randomUUID();

const roles = ["trainee2", "manager", "author", "admin", "auditor"];

async function practise(): Promise<Practice> {
  const owner = await signIn("trainee61");
  const words = wordsOf("trainee61");
  const ended = await startFollowed(owner);
  for (let turn = 1; turn < 5; turn++) await speak(owner, ended, words);
  await speak(owner, ended, words, true);
  await runEvaluation({ tenantId: owner.tenantId, sessionId: ended });
  const branch = (await rewindSession(owner, { sessionId: ended, turn: 2 })).id;
  await endSession(owner, { sessionId: branch });
  const open = await startFollowed(owner, submission);
  const held = await take(owner, open, `${words.said} is being answered`);
  await askHint(owner, { sessionId: open });
  await createShare(owner, { sessionId: branch });
  const [memory] = await asOwner(`select id from memories where user_id = '${owner.actor.userId}' limit 1`);
  const [judged] = await asOwner(`select id from evaluations where session_id = '${ended}'`);
  return {
    owner,
    open,
    ended,
    branch,
    held,
    memoryId: String(memory?.id),
    evaluationId: String(judged?.id),
  };
}

export function describePrivatePractice(): void {
  describe("practice is private", () => {
    let practice: Practice;
    let others: Record<string, Ctx>;
    let marks: string[];
    beforeAll(async () => {
      practice = await practise();
      const { owner, open, ended, branch } = practice;
      const { userId, email } = owner.actor;
      marks = [userId, email, open, ended, branch, practice.memoryId, wordsOf("trainee61").said];
      others = Object.fromEntries(await Promise.all(roles.map(async (role) => [role, await signIn(role)])));
      // Leading the owner's team opens nothing more.
      const { tenantId, actor } = others.manager ?? owner;
      await asOwner(`insert into teams (tenant_id, name) values ('${tenantId}', 'Owner and lead');
        insert into team_members (tenant_id, team_id, user_id, leads) select tenant_id, id, '${userId}', false
          from teams where name = 'Owner and lead' and tenant_id = '${tenantId}';
        insert into team_members (tenant_id, team_id, user_id, leads) select tenant_id, id, '${actor.userId}', true
          from teams where name = 'Owner and lead' and tenant_id = '${tenantId}'`);
    });

    it("in every verb that can reach it: each is held below", () => {
      const near = verbsNearPractice().filter((name) => !destroying.test(name) && !claimed.test(name));
      expect(near.toSorted()).toEqual([...Object.keys(hidden), ...Object.keys(silent)].toSorted());
    });

    describe.each(roles)("from %s", (role) => {
      it.each(Object.entries(hidden))("by id: %s", async (_name, call) => {
        const other = others[role] ?? practice.owner;
        expect(await codeOf(call(other, practice))).toBe("not_found");
      });

      it.each(Object.entries(silent))("in what is answered: %s", async (_name, call) => {
        const other = others[role] ?? practice.owner;
        const answer = await call(other, practice).catch((error: unknown) => error);
        const told = JSON.stringify(
          answer instanceof Error ? { ...answer, message: answer.message } : (answer ?? null),
        );
        for (const mark of marks) expect(told).not.toContain(mark);
      });
    });

    it("from another tenant's administrators, and from an operator without a grant", async () => {
      const stranger = await signIn("admin", "globex");
      const operator: Ctx = { ...practice.owner, actor: { ...practice.owner.actor, role: "operator" } };
      for (const [name, call] of Object.entries(hidden)) {
        expect(await codeOf(call(stranger, practice)), name).toBe("not_found");
        expect(await codeOf(call(operator, practice)), name).toBe("forbidden");
      }
    });

    it("and nobody's try has changed it: the owner still reads, hears and settles it", async () => {
      const { owner, open, ended, branch, held } = practice;
      expect(await codeOf(settleTurn(owner, finished(held)))).toBe("fine");
      for (const name of ["sessions.get", "debriefs.get", "comparisons.get", "hints.ask"]) {
        expect(await codeOf(hidden[name]?.(owner, practice) ?? Promise.reject(new Error(name))), name).toBe("fine");
      }
      const kept = await listSessions(owner, { limit: 100 });
      expect(kept.items.map(({ id }) => id)).toEqual(expect.arrayContaining([open, ended, branch]));
      expect((await getSession(owner, { sessionId: open })).outcome).toBeNull();
      expect((await listMemories(owner)).map(({ id }) => id)).toContain(practice.memoryId);
    });

    it("in the database too, where a verb acts for a person: a query that forgets whose finds nothing of others", async () => {
      const { owner } = practice;
      const { tenantId } = owner;
      const rows = (scope: Parameters<typeof withTenant>[0], statement: string) =>
        withTenant(scope, async (tx) => rowsOf(await tx.execute(sql.raw(statement))).length);
      const sessions = `select id from practice_sessions where user_id = '${owner.actor.userId}'`;
      const ofOwner = {
        practice_sessions: `user_id = '${owner.actor.userId}'`,
        memories: `user_id = '${owner.actor.userId}'`,
        ...Object.fromEntries(
          ["turns", "messages", "hints", "shares", "evaluations"].map((table) => [
            table,
            `session_id in (${sessions})`,
          ]),
        ),
        check_results: `evaluation_id in (select id from evaluations where session_id in (${sessions}))`,
      };
      for (const [table, where] of Object.entries(ofOwner)) {
        const ids = await asOwner(`select tableoid from ${table} where ${where}`);
        expect(ids.length, table).toBeGreaterThan(0);
        const all = `select 1 from ${table}`;
        const everybody = await rows({ tenantId }, all);
        expect(await rows({ tenantId, practiceOf: owner.actor.userId }, all), table).toBe(ids.length);
        expect(everybody, table).toBeGreaterThanOrEqual(ids.length);
        for (const other of Object.values(others)) {
          const scope = { tenantId, practiceOf: other.actor.userId };
          const theirs = await rows(scope, all);
          expect(theirs, table).toBeLessThanOrEqual(everybody - ids.length);
        }
      }
      const blind = { tenantId, practiceOf: randomUUID() };
      for (const table of Object.keys(ofOwner)) {
        expect(await rows(blind, `select 1 from ${table}`), table).toBe(0);
        // One that reads no column is behind it too.
        expect(await rows(blind, `delete from ${table} returning 1`), table).toBe(0);
      }
    });

    it("but for the verbs that say they are about others", () => {
      const sources = globSync("lib/domain/**/*.ts").map((path) => readFileSync(path, "utf8"));
      const reaching = sources.flatMap((text) =>
        [...text.matchAll(/ {2}name: "([\w.]+)",\n {2}permission: [\w":]+,\n {2}reach: "tenant",/gu)].map(
          ([, name = ""]) => name,
        ),
      );
      expect(reaching.toSorted()).toEqual([
        "debriefs.shared",
        "fidelity.get",
        "fidelity.list",
        "privacy.erase_own",
        "privacy.erase_person",
        "privacy.preview_retention",
        "scim.remove_user",
        "shares.open",
        "team_aggregates.get",
        "users.remove",
      ]);
      const declared = sources.flatMap((text) => [...text.matchAll(/reach: "tenant",/gu)]);
      expect(declared).toHaveLength(reaching.length);
    });

    it("from whoever may erase: no answer tells how much there was", async () => {
      const who = await signIn("trainee62");
      await startFollowed(who);
      const admin = await signIn("admin");
      expect(await erasePerson(admin, { userId: who.actor.userId, confirm: who.actor.email })).toBeUndefined();
      const [row] = await asOwner(`select detail from audit_events where action = 'privacy.erase'
        and subject = 'user:${who.actor.userId}'`);
      expect(row?.detail).toEqual({});
    });
  });
}
