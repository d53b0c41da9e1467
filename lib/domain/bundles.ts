import { prepareGate } from "@/agents/guard/prepare";
import { and, eq, inArray, sql } from "drizzle-orm";
import { personas, policies, rubrics, scenarios } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { ScenarioBundle } from "@/lib/contracts/content";
import { AppError } from "@/lib/platform/errors";

/** The version rows a session is frozen to. */
export interface FrozenIds {
  scenarioVersionId: string;
  rubricVersionId: string;
  policyVersionId: string;
  personaVersionIds: string[];
}

/**
 * Versions never change, so what was read once stays right for the life of the process. Keyed by tenant too, though
 * the ids are unguessable: a cache must not be the one store without it.
 */
const cache = new Map<string, ScenarioBundle>();
const cacheSize = 200;
const preparedAfterMs = 50;

function keep(key: string, bundle: ScenarioBundle): void {
  const oldest = cache.keys().next();
  if (cache.size >= cacheSize && !oldest.done) cache.delete(oldest.value);
  cache.set(key, bundle);
}

const keyOf = (tenantId: string, ids: FrozenIds) =>
  [tenantId, ids.scenarioVersionId, ids.rubricVersionId, ids.policyVersionId, ...ids.personaVersionIds].join(" ");

/** The bundle of frozen versions if this process has read it before. */
export function cachedBundle(tenantId: string, ids: FrozenIds): ScenarioBundle | undefined {
  return cache.get(keyOf(tenantId, ids));
}

/** The bundle a session is played and judged with. */
export async function loadBundle(tx: Tx, tenantId: string, ids: FrozenIds): Promise<ScenarioBundle> {
  const known = cachedBundle(tenantId, ids);
  if (known) return known;
  const [frame] = await tx
    .select({ scenario: scenarios.content, rubric: rubrics.content, policy: policies.content })
    .from(scenarios)
    .innerJoin(rubrics, eq(rubrics.id, ids.rubricVersionId))
    .innerJoin(policies, eq(policies.id, ids.policyVersionId))
    .where(eq(scenarios.id, ids.scenarioVersionId));
  const people = await tx
    .select({ id: personas.id, content: personas.content })
    .from(personas)
    .where(inArray(personas.id, ids.personaVersionIds));
  const inOrder = ids.personaVersionIds.map((id) => people.find((row) => row.id === id)?.content);
  if (!frame || inOrder.some((persona) => !persona)) throw new Error("a frozen content version is missing");
  const bundle: ScenarioBundle = { ...frame, personas: inOrder.flatMap((persona) => persona ?? []) };
  keep(keyOf(tenantId, ids), bundle);
  // Most often a talk begins: what its first reply will need is made ready once this request has been answered.
  setTimeout(() => prepareGate(bundle), preparedAfterMs).unref();
  return bundle;
}

export type PublishedBundle = { ids: FrozenIds; bundle: ScenarioBundle };

/** The published version of a scenario with the published versions of what it names. Throws `not_found`. */
export async function loadPublished(tx: Tx, tenantId: string, slug: string): Promise<PublishedBundle> {
  const [found] = await tx
    .select({
      scenarioVersionId: scenarios.id,
      rubricVersionId: rubrics.id,
      policyVersionId: policies.id,
      scenario: scenarios.content,
    })
    .from(scenarios)
    .innerJoin(rubrics, and(eq(rubrics.slug, sql`${scenarios.content}->>'rubricId'`), eq(rubrics.status, "published")))
    .innerJoin(
      policies,
      and(eq(policies.slug, sql`${scenarios.content}->>'policyId'`), eq(policies.status, "published")),
    )
    .where(and(eq(scenarios.slug, slug), eq(scenarios.status, "published")));
  if (!found) throw new AppError("not_found");
  const wanted = found.scenario.personaIds;
  const people = await tx
    .select({ id: personas.id, slug: personas.slug })
    .from(personas)
    .where(and(inArray(personas.slug, wanted), eq(personas.status, "published")));
  const personaVersionIds = wanted.flatMap((name) => people.find((row) => row.slug === name)?.id ?? []);
  if (personaVersionIds.length !== wanted.length) throw new AppError("not_found");
  const ids = { ...found, personaVersionIds };
  return { ids, bundle: await loadBundle(tx, tenantId, ids) };
}
