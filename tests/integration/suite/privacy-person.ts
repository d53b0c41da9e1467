import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { bundles } from "@/db/content";
import { withDirectory } from "@/db/identity";
import { withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { scopesFor } from "@/lib/contracts/keys";
import type { PlayedMove } from "@/lib/contracts/moves";
import { exportAudit, listAudit } from "@/lib/domain/audit-log";
import { rewindSession } from "@/lib/domain/branches";
import { runEvaluation } from "@/lib/domain/evaluations";
import { askHint } from "@/lib/domain/hints";
import { createKey } from "@/lib/domain/keys";
import { setPreferences } from "@/lib/domain/people";
import { endSession, startSession } from "@/lib/domain/sessions";
import { createShare, openShare } from "@/lib/domain/shares";
import { settleTurn, unsettleTurn } from "@/lib/domain/turns";
import { signIn } from "@/tests/support/database";
import { asOwner } from "@/tests/support/owner";
import { finished, take } from "./talk";

const followUp = bundles.find(({ scenario }) => scenario.follows !== undefined && scenario.locale === "en");
/** A talk that a follow-up remembers. */
const followed = bundles.find(
  ({ scenario }) => scenario.family === followUp?.scenario.follows && scenario.locale === "en",
);

/** Words that nobody else's data holds, by where they are put. */
export const wordsOf = (account: string) => {
  const n = account.replaceAll(/\D/gu, "");
  return {
    name: `Quillonvex${n} Marrowdale${n}`,
    said: `zorblatt${n}`,
    broken: `flimmerkuss${n}`,
    price: `84,3${n}`,
    key: `wexlarn${n} laptop`,
    browser: `Brobdingfox/9.${n}`,
    address: `203.0.113.${n}`,
    subject: `sub-kithrane${n}`,
    external: `ext-jorvill${n}`,
  };
};
export type Words = ReturnType<typeof wordsOf>;

function movesOf(messageId: string, words: Words): PlayedMove[] {
  const at = { span: { start: 0, end: words.said.length }, confidence: 1, turn: 1, messageId };
  const start = words.said.length + " says the year is ".length;
  return [
    { ...at, type: "ask_open", topic: "needs", quality: "linked" },
    { ...at, type: "address_objection", objectionId: "O1", quality: "concern_known" },
    { ...at, type: "quote_price", amount: 84_361, span: { start, end: start + words.price.length }, quality: "early" },
    { ...at, type: "offer_discount", percent: 5, condition: `if ${words.said} signs`, quality: "traded" },
  ];
}

/** One turn with words and moves of the person's own. */
export async function speak(ctx: Ctx, sessionId: string, words: Words, end = false): Promise<void> {
  const claimed = await take(ctx, sessionId, `${words.said} says the year is ${words.price} on Plus.`);
  const moves = movesOf(claimed.traineeMessage.id, words);
  const over = end && ({ stage: "ended", outcome: "follow_up", endReason: "next_step" } as const);
  const turn = finished(claimed, { moves, ...over });
  await settleTurn(ctx, { ...turn, perception: { ...turn.perception, moves } });
}

/** A turn that broke off: its words are kept to be sent again. */
async function breakOff(ctx: Ctx, sessionId: string, words: Words): Promise<void> {
  const claimed = await take(ctx, sessionId, `${words.broken} and then the line went dead`);
  await unsettleTurn(ctx, { claimed, status: "interrupted", code: "internal", partial: [] });
}

/** Starts the talk that a follow-up remembers. */
export async function startFollowed(ctx: Ctx, submission?: string): Promise<string> {
  return (await startSession(ctx, { scenarioId: followed?.scenario.id ?? "", submission })).id;
}

/** Rows that other parts of the program write: a team, a sign-in, what a directory knows. */
async function fillDirectory(ctx: Ctx, words: Words): Promise<void> {
  await withDirectory(async (tx) => {
    await tx.execute(sql`insert into logins (tenant_id, user_id, issuer, user_agent, address)
      values (${ctx.tenantId}, ${ctx.actor.userId}, 'https://id.example', ${words.browser}, ${words.address})`);
  });
  await withTenant(ctx, async (tx) => {
    await tx.execute(sql`update users set name = ${words.name}, external_id = ${words.external}
      where id = ${ctx.actor.userId}`);
    await tx.execute(
      sql`insert into teams (id, tenant_id, name) values (${randomUUID()}, ${ctx.tenantId}, ${randomUUID()})`,
    );
    await tx.execute(sql`insert into team_members (tenant_id, team_id, user_id)
      select tenant_id, id, ${ctx.actor.userId} from teams on conflict do nothing`);
  });
  await asOwner(`update users set subject = '${words.subject}' where id = '${ctx.actor.userId}'`);
}

interface FullPerson {
  who: Ctx;
  words: Words;
  /** by which they could be found */
  traces: string[];
  open: string;
  judged: string;
}

/** Somebody new who has used every feature: talks open, broken off, judged and branched, and what hangs on them. */
export async function aFullPerson(account: string): Promise<FullPerson> {
  const words = wordsOf(account);
  const who = await signIn(account);
  const admin = await signIn("admin");
  who.actor.name = words.name;
  await fillDirectory(who, words);
  await setPreferences(who, { locale: "zh-CN", theme: "dark" });
  await createKey(admin, {
    name: words.key,
    userId: who.actor.userId,
    scopes: scopesFor("trainee", "other").slice(0, 1),
    days: 1,
  });
  const judged = await startFollowed(who);
  await askHint(who, { sessionId: judged });
  for (let turn = 1; turn < 5; turn++) await speak(who, judged, words);
  await speak(who, judged, words, true);
  await runEvaluation({ tenantId: who.tenantId, sessionId: judged });
  const { token } = await createShare(who, { sessionId: judged });
  await openShare(admin, { token });
  const branch = await rewindSession(who, { sessionId: judged, turn: 2 });
  await endSession(who, { sessionId: branch.id });
  const open = await startFollowed(who);
  await speak(who, open, words);
  await breakOff(who, open, words);
  await exportAudit(admin, { person: words.name, q: who.actor.email, target: words.said });
  await listAudit(admin, { person: words.name });
  const traces = [...Object.values(words), ...words.name.split(" "), who.actor.email];
  return { who, words, traces, open, judged };
}

/** Where a text stands in any table of any schema, as the mightiest there is sees them. */
export async function whereIs(text: string): Promise<string[]> {
  const tables = await asOwner(`select n.nspname as schema, c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'm')
    and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`);
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const [row] = await asOwner(`select count(*)::int as n from "${String(schema)}"."${String(name)}" t
      where position(lower('${text.replaceAll("'", "''")}') in lower(t::text)) > 0`);
    if (Number(row?.n) > 0) found.push(String(name));
  }
  return found;
}
