import { and, desc, eq, inArray } from "drizzle-orm";
import { evaluations, personas, practiceSessions, scenarios } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Scenario } from "@/lib/contracts/content";
import type { Ctx } from "@/lib/contracts/context";
import type { Brief, ScenarioCard } from "@/lib/contracts/session";
import type { Locale } from "@/lib/contracts/vocabulary";
import { briefOf, cardOf, type Tries } from "./brief";
import { loadPublished } from "./bundles";
import { readLastTalk } from "./memories";
import { defineVerb } from "./verb";

/** The actor's own tries by scenario, latest first. */
export async function readTries(tx: Tx, ctx: Ctx, slugs: string[]): Promise<Map<string, Tries>> {
  const found = new Map<string, Tries>(slugs.map((slug) => [slug, []]));
  if (slugs.length === 0) return found;
  const rows = await tx
    .select({
      slug: practiceSessions.scenarioSlug,
      sessionId: practiceSessions.id,
      endedAt: practiceSessions.endedAt,
      branchTurn: practiceSessions.branchTurn,
      score: evaluations.score,
    })
    .from(practiceSessions)
    .leftJoin(evaluations, eq(evaluations.sessionId, practiceSessions.id))
    .where(and(eq(practiceSessions.userId, ctx.actor.userId), inArray(practiceSessions.scenarioSlug, slugs)))
    .orderBy(desc(practiceSessions.startedAt))
    .limit(500);
  for (const { slug, sessionId, score, endedAt, branchTurn } of rows) {
    const second = branchTurn !== null;
    found.get(slug)?.push({ sessionId, score, endedAt: endedAt?.toISOString() ?? null, second });
  }
  return found;
}

/** A family's first talks before the talks that follow them up. */
function place({ family, follows, id }: Scenario): string {
  return `${follows ?? family} ${follows === undefined ? 0 : 1} ${id}`;
}

/** Published scenarios in a language (all when none is named), family by family. */
export const listScenarios = defineVerb<{ locale?: Locale }, ScenarioCard[]>({
  name: "scenarios.list",
  permission: "scenario:read",
  audit: "none",
  run: async (tx, ctx, { locale }) => {
    const found = await tx
      .select({ scenario: scenarios.content })
      .from(scenarios)
      .where(and(eq(scenarios.status, "published"), locale ? eq(scenarios.locale, locale) : undefined));
    const rows = found.toSorted((a, b) => (place(a.scenario) < place(b.scenario) ? -1 : 1));
    const names = [...new Set(rows.flatMap((row) => row.scenario.personaIds))];
    const people = names.length
      ? await tx
          .select({ persona: personas.content })
          .from(personas)
          .where(and(inArray(personas.slug, names), eq(personas.status, "published")))
      : [];
    const tries = await readTries(
      tx,
      ctx,
      rows.map((row) => row.scenario.id),
    );
    return rows.map(({ scenario }) => {
      const cast = scenario.personaIds.flatMap((id) => people.find((row) => row.persona.id === id)?.persona ?? []);
      return cardOf({ scenario, personas: cast }, tries.get(scenario.id) ?? []);
    });
  },
});

/** Everything public about one scenario. Throws `not_found`. */
export const getBrief = defineVerb<{ scenarioId: string }, Brief>({
  name: "scenarios.brief",
  permission: "scenario:read",
  audit: "none",
  run: async (tx, ctx, { scenarioId }) => {
    const { bundle } = await loadPublished(tx, ctx.tenantId, scenarioId);
    const brief = briefOf(bundle, (await readTries(tx, ctx, [scenarioId])).get(scenarioId) ?? []);
    const lastTalk = await readLastTalk(tx, ctx, bundle);
    return lastTalk === undefined ? brief : { ...brief, lastTalk };
  },
});
