import { createTranslator } from "next-intl";
import { beforeAll, describe, expect, it } from "vitest";
import { bundles } from "@/db/content";
import type { Ctx } from "@/lib/contracts/context";
import { findPersonSchema, personalDataSchema } from "@/lib/contracts/privacy";
import { verifyAudit } from "@/lib/domain/audit-reading";
import { listAudit } from "@/lib/domain/audit-log";
import { exportOwnData } from "@/lib/domain/privacy-export";
import { eraseMe, erasePerson, findByAddress } from "@/lib/domain/privacy-erasure";
import { references } from "@/lib/domain/privacy-erasers";
import { pageOf } from "@/lib/domain/privacy-html";
import type { Speech } from "@/lib/domain/privacy-html-talk";
import { jsonOf } from "@/lib/domain/privacy-json";
import { endSession, startSession } from "@/lib/domain/sessions";
import { removePerson } from "@/lib/domain/users-changing";
import { getPerson } from "@/lib/domain/users-reading";
import chinese from "@/messages/zh-CN.json" with { type: "json" };
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { aFullPerson, speak, whereIs, wordsOf, type Words } from "./privacy-person";
import { aTalk, codeOf, play } from "./talk";

async function joined(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

const jsonFor = async (ctx: Ctx) => joined(jsonOf(await exportOwnData(ctx, "json")));
const dataOf = async (ctx: Ctx) => personalDataSchema.parse(JSON.parse(await jsonFor(ctx)));

async function pageFor(ctx: Ctx): Promise<string> {
  const t = createTranslator({ locale: "zh-CN", messages: chinese });
  // Sound: the same catalogue; the two differ in the type of their locale alone.
  const speech = { t, locale: "zh-CN", at: (time: string | null) => time ?? "–" } as unknown as Speech;
  return joined(pageOf(await exportOwnData(ctx, "html"), speech));
}

/** Everything that a buyer keeps back, as the scenario's authors wrote it. */
const sealedOf = ({ personas }: (typeof bundles)[number]) =>
  personas.flatMap((persona) => [
    ...persona.sealedFacts.flatMap(({ text, spoken, recalled, breadcrumbs }) => [
      text,
      ...spoken,
      ...recalled,
      ...breadcrumbs,
    ]),
    ...persona.objections.flatMap(({ concern, surface }) => [concern, ...surface]),
    ...persona.walkAway.map(({ text }) => text),
    ...persona.concessions.map(({ text }) => text),
  ]);

/** Whether somebody of this id can still act. */
async function isThere({ actor: { userId } }: Ctx): Promise<boolean> {
  const found = await asOwner(`select 1 from users where id = '${userId}' and removed_at is null and role is not null`);
  return found.length > 0;
}

/** Numbers of rows, by table, of everybody but one person. */
async function others(userId: string): Promise<unknown> {
  const of = (table: string, column: string) =>
    `(select count(*)::int from ${table} where ${column} is distinct from '${userId}') as ${table}`;
  const parts = Object.keys(references)
    .filter((name) => !name.startsWith("audit_events") && !name.startsWith("usage_events"))
    .flatMap((name) => {
      const [table = "", column = ""] = name.split(".");
      return column.endsWith("_by") && table !== "shares" ? [] : [of(table, column)];
    });
  const [row] = await asOwner(`select ${parts.join(", ")}`);
  return row;
}

export function describePrivacy(): void {
  describe("an export of one's own data", () => {
    let full: Awaited<ReturnType<typeof aFullPerson>>;
    let canary: Words;
    let colleague: Ctx;
    beforeAll(async () => {
      full = await aFullPerson("trainee71");
      canary = full.words;
      colleague = await signIn("trainee");
    });

    it("is as its contract says and holds what was said, seen, judged, kept and logged of the person", async () => {
      const data = await dataOf(full.who);
      expect(data.profile).toMatchObject({ name: canary.name, email: full.who.actor.email, locale: "zh-CN" });
      expect(data.logins.at(-1)).toMatchObject({ userAgent: canary.browser, address: canary.address });
      expect(data.keys).toMatchObject([{ name: canary.key }]);
      expect(data.teams.length).toBeGreaterThan(0);
      expect(data.talks).toHaveLength(3);
      const judged = data.talks.find(({ summary }) => summary.id === full.judged);
      expect(judged?.messages.length).toBe(10);
      expect(judged?.hints).toHaveLength(1);
      expect(judged?.shares).toHaveLength(1);
      expect(judged?.debrief?.checks.length).toBeGreaterThan(0);
      expect(judged?.turns[0]?.moves[0]).toMatchObject({ type: "ask_open", said: canary.said, quality: "linked" });
      const open = data.talks.find(({ summary }) => summary.id === full.open);
      expect(open?.turns.map(({ text }) => text).join()).toContain(canary.broken);
      const memory = data.memories.find(({ sourceSessionId }) => sourceSessionId === full.judged);
      expect(memory?.promises.map(({ quote }) => quote)).toContain(canary.price);
      expect(data.usage.length).toBeGreaterThan(0);
      const acts = data.log.map(({ action, by }) => `${by} ${action}`);
      expect(acts).toEqual(
        expect.arrayContaining(["self session.start", "other share.open", "system evaluation.judge"]),
      );
    });

    it("holds no hash, key, link, state, prompt or inner number, nor anything of somebody else", async () => {
      const text = await jsonFor(full.who);
      const secrets = await asOwner(`select hash as secret from api_keys union all select token_hash from shares
        union all select hash from audit_events where hash <> ''`);
      for (const { secret } of secrets) expect(text).not.toContain(String(secret));
      for (const inner of [
        '"seed"',
        '"meters"',
        '"objectionId"',
        '"unlocked"',
        '"trust"',
        '"plan"',
        'promptHash":"rules',
      ]) {
        expect(text).not.toContain(inner);
      }
      await play(colleague, await aTalk(colleague));
      expect(await jsonFor(full.who)).not.toContain(colleague.actor.userId);
      expect(await jsonFor(full.who)).not.toContain("admin@acme.example");
      expect(await jsonFor(colleague)).not.toContain(canary.said);
    });

    it("tells nothing a buyer keeps back, in talks that are open or not yet judged, of any scenario", async () => {
      const person = await signIn("trainee72");
      for (const bundle of bundles) {
        for (const over of [false, true]) {
          const { id } = await startSession(person, { scenarioId: bundle.scenario.id });
          await speak(person, id, wordsOf("trainee72"));
          if (over) await endSession(person, { sessionId: id });
        }
      }
      const [text, page] = [await jsonFor(person), await pageFor(person)];
      const data = await dataOf(person);
      expect(data.talks.length).toBe(bundles.length * 2);
      for (const { debrief, turns } of data.talks) {
        expect(debrief?.hidden ?? []).toEqual([]);
        for (const move of turns.flatMap(({ moves }) => moves)) {
          expect(move).toMatchObject({ topic: null, quality: null, verdict: null });
        }
      }
      for (const sealed of bundles.flatMap(sealedOf)) {
        expect(text).not.toContain(JSON.stringify(sealed).slice(1, -1));
        expect(page).not.toContain(sealed);
      }
    });

    it("as a page speaks the person's language, escapes what people wrote and runs nothing", async () => {
      const evil = "<script>alert('x')</script><img src=x onerror=alert(1)>";
      await asOwner(`update users set name = '${evil.replaceAll("'", "''")}' where id = '${full.who.actor.userId}'`);
      const page = await pageFor(full.who);
      await asOwner(`update users set name = '${canary.name}' where id = '${full.who.actor.userId}'`);
      expect(page).toContain('<html lang="zh-CN">');
      expect(page).toContain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
      expect(page).not.toMatch(/<(?:script|img|iframe|link|a)\b|<[^>]*\son\w+=|javascript:/iu);
      for (const word of [canary.said, canary.broken, canary.key, canary.price]) expect(page).toContain(word);
      expect(page.trimEnd().endsWith("</html>")).toBe(true);
    });

    it("of somebody with nothing is whole as well", async () => {
      const data = await dataOf(await signIn("trainee73"));
      expect(data).toMatchObject({ talks: [], memories: [], keys: [] });
    });

    it("needs the scope when a key asks for it", async () => {
      const via = { kind: "key", id: "k", scopes: ["session:practise"] } as const;
      expect(await codeOf(exportOwnData({ ...full.who, via }, "json"))).toBe("forbidden");
    });
  });

  describe("erasing a person", () => {
    it("leaves nothing of them in any table, and a log that is whole", async () => {
      const { who, traces } = await aFullPerson("trainee74");
      const admin = await signIn("admin");
      for (const trace of traces) expect(await whereIs(trace), trace).not.toEqual([]);
      const before = await others(who.actor.userId);
      await eraseMe(who, { confirm: who.actor.email.toUpperCase() });
      for (const trace of traces) expect(await whereIs(trace), trace).toEqual([]);
      expect(await whereIs(who.actor.userId)).toEqual(expect.arrayContaining(["audit_events", "users"]));
      expect((await whereIs(who.actor.userId)).toSorted()).toEqual(["audit_events", "users"]);
      expect(await others(who.actor.userId)).toEqual(before);
      expect((await verifyAudit(admin)).fault).toBeNull();
      expect(await isThere(who)).toBe(false);
    });

    it("needs their own address typed out, and then happens once", async () => {
      const who = await signIn("trainee75");
      for (const confirm of ["yes", "trainee76@acme.example", `${who.actor.email}x`]) {
        expect(await codeOf(eraseMe(who, { confirm }))).toBe("invalid_request");
      }
      expect(await isThere(who)).toBe(true);
      await eraseMe(who, { confirm: ` ${who.actor.email} ` });
      expect(await codeOf(eraseMe(who, { confirm: who.actor.email }))).toBe("not_found");
    });

    it("lets them come back as somebody new", async () => {
      const before = await signIn("trainee77");
      const sessionId = await aTalk(before);
      await eraseMe(before, { confirm: before.actor.email });
      const after = await signIn("trainee77");
      expect(after.actor.userId).not.toBe(before.actor.userId);
      expect((await dataOf(after)).talks).toEqual([]);
      expect(sessionId).not.toBe("");
    });

    it("is refused to the last administrator", async () => {
      const admin = await signIn("admin", "globex");
      const { email } = admin.actor;
      expect(await codeOf(eraseMe(admin, { confirm: email }))).toBe("last_admin");
      expect(await codeOf(erasePerson(admin, { userId: admin.actor.userId, confirm: email }))).toBe("last_admin");
      expect(await isThere(admin)).toBe(true);
    });

    it("is done by administrators of their own tenant, and by nobody else", async () => {
      const who = await signIn("trainee78");
      const input = { userId: who.actor.userId, confirm: who.actor.email };
      for (const account of ["trainee", "manager", "author", "auditor"]) {
        const other = await signIn(account);
        expect(await codeOf(erasePerson(other, input))).toBe("forbidden");
        expect(await codeOf(findByAddress(other, { email: who.actor.email }))).toBe("forbidden");
      }
      const stranger = await signIn("admin", "globex");
      expect(await codeOf(erasePerson(stranger, input))).toBe("not_found");
      expect(await codeOf(findByAddress(stranger, { email: who.actor.email }))).toBe("not_found");
      const admin = await signIn("admin");
      expect((await findByAddress(admin, { email: who.actor.email.toUpperCase() })).id).toBe(who.actor.userId);
      expect(await codeOf(erasePerson(admin, { ...input, confirm: admin.actor.email }))).toBe("invalid_request");
      await erasePerson(admin, input);
      expect(await codeOf(findByAddress(admin, { email: who.actor.email }))).toBe("not_found");
      expect(await whereIs(who.actor.email)).toEqual([]);
    });

    it("reaches what was kept of somebody who was removed, by the number that the audit log has", async () => {
      const { who, words } = await aFullPerson("trainee84");
      const admin = await signIn("admin");
      const id = who.actor.userId;
      const { updatedAt } = await getPerson(admin, { id });
      await removePerson(admin, { id, practice: "keep", successorId: null, updatedAt });
      expect(await whereIs(words.said)).not.toEqual([]);
      const asked = findPersonSchema.parse({ email: `user:${id}` });
      const found = await findByAddress(admin, asked);
      expect(found.id).toBe(id);
      expect(found).toEqual(await findByAddress(admin, findPersonSchema.parse({ email: id })));
      const stranger = await signIn("admin", "globex");
      expect(await codeOf(findByAddress(stranger, { email: id }))).toBe("not_found");
      expect(await codeOf(erasePerson(stranger, { userId: id, confirm: found.email }))).toBe("not_found");
      expect(await codeOf(erasePerson(admin, { userId: id, confirm: who.actor.email }))).toBe("invalid_request");
      await erasePerson(admin, { userId: id, confirm: found.email });
      for (const text of Object.values(words)) expect(await whereIs(text), text).toEqual([]);
      expect((await whereIs(id)).toSorted()).toEqual(["audit_events", "users"]);
      expect((await listAudit(admin, { action: "privacy.erase" })).items[0]?.target).toBe(`user:${id}`);
    });

    it("knows every column of the database that says whose something is", async () => {
      const columns = await asOwner(`select distinct c.relname || '.' || a.attname as name from pg_attribute a
        join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        where a.attnum > 0 and not a.attisdropped and (c.relname || '.' || a.attname = 'users.id'
          or (a.atttypid = 'uuid'::regtype and a.attname ~ '(^|_)(user|person|actor|owner|author|member|trainee|manager|by)(_id)?$|_by$')
          or (a.attname <> 'tenant_id' and exists (select from pg_constraint k where k.contype = 'f'
            and k.conrelid = c.oid and k.confrelid = 'users'::regclass and a.attnum = any (k.conkey))))`);
      expect(columns.map(({ name }) => String(name)).toSorted()).toEqual(Object.keys(references).toSorted());
    });

    it("does with each of those columns what is said of it", async () => {
      const { who } = await aFullPerson("trainee79");
      const { userId } = who.actor;
      const held = async (name: string) => {
        const [table = "", column = ""] = name.split(".");
        const [row] = await asOwner(`select count(*)::int as n from ${table} where ${column} = '${userId}'`);
        return Number(row?.n);
      };
      const filled = Object.entries(references).filter(([, fate]) => fate !== "pseudonym");
      for (const [name] of filled) expect(await held(name), name).toBeGreaterThan(0);
      await eraseMe(who, { confirm: who.actor.email });
      for (const [name] of filled) expect(await held(name), name).toBe(0);
    });
  });
}
