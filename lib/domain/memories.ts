import { randomUUID } from "node:crypto";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { fade, remember } from "@/agents/buyer/remember";
import { memories, messages, practiceSessions, scenarios } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Ctx } from "@/lib/contracts/context";
import type { Memory, Relationship } from "@/lib/contracts/memory";
import type { Brief } from "@/lib/contracts/session";
import type { Locale } from "@/lib/contracts/vocabulary";
import { AppError } from "@/lib/platform/errors";
import { loadBundle } from "./bundles";
import { defineVerb } from "./verb";

/** Whether a published scenario of this tenant follows the family up: else nobody would ever read the memory. */
async function isFollowed(tx: Tx, { family, locale }: ScenarioBundle["scenario"]): Promise<boolean> {
  const found = await tx
    .select({ id: scenarios.id })
    .from(scenarios)
    .where(
      and(
        eq(scenarios.status, "published"),
        eq(scenarios.locale, locale),
        eq(sql`${scenarios.content}->>'follows'`, family),
      ),
    )
    .limit(1);
  return found.length > 0;
}

/**
 * Keeps what the buyers of an ended talk take away from it, in the transaction that ends the talk. Does nothing when no
 * scenario follows it up, or when nothing was said.
 */
export async function rememberTalk(tx: Tx, tenantId: string, sessionId: string): Promise<void> {
  const [row] = await tx.select().from(practiceSessions).where(eq(practiceSessions.id, sessionId));
  if (!row?.endedAt || row.state.turn === 0) return;
  const bundle = await loadBundle(tx, tenantId, row);
  if (!(await isFollowed(tx, bundle.scenario))) return;
  const { family, locale } = bundle.scenario;
  const said = await tx
    .select({ id: messages.id, number: messages.number, text: messages.text })
    .from(messages)
    .where(eq(messages.sessionId, sessionId));
  const source = { sourceSessionId: sessionId, endedAt: row.endedAt };
  const found = remember(bundle, row.state, said, source);
  if (found.length === 0) return;
  await tx
    .insert(memories)
    .values(
      found.map((relationship) => {
        const id = randomUUID();
        return {
          id,
          tenantId,
          userId: row.userId,
          kind: "relationship" as const,
          family,
          locale,
          buyerId: relationship.buyerId,
          sourceSessionId: sessionId,
          content: { ...relationship, id },
          expiresAt: new Date(relationship.expiresAt),
        };
      }),
    )
    .onConflictDoNothing();
}

/** The actor's own memories that are still kept, of the latest talk first. */
async function readOwn(tx: Tx, ctx: Ctx, now: Date, of?: { family: string; locale: Locale }) {
  const rows = await tx
    .select({ content: memories.content })
    .from(memories)
    .where(
      and(
        eq(memories.userId, ctx.actor.userId),
        eq(memories.kind, "relationship"),
        gt(memories.expiresAt, now),
        of && eq(memories.family, of.family),
        of && eq(memories.locale, of.locale),
      ),
    )
    .orderBy(desc(sql`${memories.content}->>'endedAt'`), memories.buyerId)
    .limit(200);
  return rows.map(({ content }) => content);
}

/**
 * What the buyers of a follow-up know of this very person: of each, its latest talk in the same language, as sharp as it still is.
 * Undefined for a scenario that follows nothing. Ids are those the buyers go by in the follow-up.
 */
export async function readRemembered(
  tx: Tx,
  ctx: Ctx,
  { scenario, personas }: Pick<ScenarioBundle, "scenario" | "personas">,
  now: Date,
): Promise<Relationship[] | undefined> {
  const { follows: family, locale } = scenario;
  if (family === undefined) return undefined;
  const own = await readOwn(tx, ctx, now, { family, locale });
  return personas.flatMap((persona) => {
    const last = own.find(({ buyerId }) => buyerId === (persona.recalls?.sameAs ?? persona.id));
    return last === undefined ? [] : [fade({ ...last, buyerId: persona.id }, now)];
  });
}

/** A memory without what is never shown as a number. */
export const memoryOf = ({ trust: _trust, interest: _interest, ...shown }: Relationship): Memory => shown;

/** What a brief says of the last talk: what is remembered, and which scenario is practised first. */
export async function readLastTalk(tx: Tx, ctx: Ctx, bundle: ScenarioBundle): Promise<Brief["lastTalk"]> {
  const remembered = await readRemembered(tx, ctx, bundle, new Date());
  if (remembered === undefined) return undefined;
  const { follows, locale } = bundle.scenario;
  const [first] = await tx
    .select({ scenarioId: scenarios.slug, title: sql<string>`${scenarios.content}->>'title'` })
    .from(scenarios)
    .where(
      and(
        eq(scenarios.status, "published"),
        eq(scenarios.locale, locale),
        eq(sql`${scenarios.content}->>'family'`, follows),
      ),
    );
  return { first: first ?? null, memories: remembered.map(memoryOf) };
}

/** What buyers remember of the actor, latest talk first. Details that have faded are not in it. */
export const listMemories = defineVerb<void, Memory[]>({
  name: "memories.list",
  permission: "memory:read_own",
  audit: "none",
  run: async (tx, ctx) => {
    const now = new Date();
    return (await readOwn(tx, ctx, now)).map((one) => memoryOf(fade(one, now)));
  },
});

/** Erases one memory of the actor's own; the talk it comes from stays. Throws `not_found`. */
export const forgetMemory = defineVerb<{ id: string }, void>({
  name: "memories.forget",
  permission: "memory:delete_own",
  audit: { action: "memory.forget", subject: ({ id }) => `memory:${id}` },
  run: async (tx, ctx, { id }) => {
    const gone = await tx
      .delete(memories)
      .where(and(eq(memories.id, id), eq(memories.userId, ctx.actor.userId)))
      .returning({ id: memories.id });
    if (gone.length === 0) throw new AppError("not_found");
  },
});
