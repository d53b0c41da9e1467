import { createHash } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { preflight } from "@/agents/preflight/preflight";
import { preflights, scenarios } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Ctx } from "@/lib/contracts/context";
import { preflightReportSchema, type PreflightReport } from "@/lib/contracts/preflight";
import type { Difficulty } from "@/lib/contracts/vocabulary";
import { loadPublished } from "./bundles";
import { defineVerb } from "./verb";

/** Puts a report on record. */
export async function keepReport(
  tx: Tx,
  tenantId: string,
  { bundle, report }: { bundle: ScenarioBundle; report: PreflightReport },
): Promise<void> {
  const bundleHash = createHash("sha256").update(JSON.stringify(bundle)).digest("hex");
  const { scenarioId: slug, verdict } = report;
  await tx.insert(preflights).values({ tenantId, slug, bundleHash, verdict, report });
}

/** The published scenario of the talk that this one follows up, if it follows one. */
export async function readFirst(
  tx: Tx,
  tenantId: string,
  { scenario: { follows, locale } }: ScenarioBundle,
): Promise<ScenarioBundle | undefined> {
  if (follows === undefined) return undefined;
  const [row] = await tx
    .select({ slug: scenarios.slug })
    .from(scenarios)
    .where(
      and(
        eq(scenarios.status, "published"),
        eq(scenarios.locale, locale),
        eq(sql`${scenarios.content}->>'family'`, follows),
      ),
    )
    .limit(1);
  return row && (await loadPublished(tx, tenantId, row.slug)).bundle;
}

const readBundles = defineVerb<{ scenarioId: string }, { bundle: ScenarioBundle; first: ScenarioBundle | undefined }>({
  name: "preflights.read_bundles",
  permission: "scenario:preflight",
  audit: "none",
  run: async (tx, ctx, { scenarioId }) => {
    const { bundle } = await loadPublished(tx, ctx.tenantId, scenarioId);
    return { bundle, first: await readFirst(tx, ctx.tenantId, bundle) };
  },
});

const keep = defineVerb<{ bundle: ScenarioBundle; report: PreflightReport }, void>({
  name: "preflights.keep",
  permission: "scenario:preflight",
  audit: {
    action: "scenario.preflight",
    subject: ({ report }) => `scenario:${report.scenarioId}`,
    detail: ({ report: { verdict, runs, difficulty } }) => ({ verdict, runs, difficulty }),
  },
  run: (tx, ctx, kept) => keepReport(tx, ctx.tenantId, kept),
});

/**
 * Plays the published version of a scenario with the shipped sellers and keeps the report. Takes seconds, and holds no
 * transaction meanwhile. Throws `forbidden`, `not_found`.
 */
export async function runPreflight(
  ctx: Ctx,
  input: { scenarioId: string; runs?: number; difficulty?: Difficulty; signal?: AbortSignal },
): Promise<PreflightReport> {
  const { scenarioId, ...options } = input;
  const { bundle, first } = await readBundles(ctx, { scenarioId });
  const report = await preflight(bundle, { ...options, first });
  await keep(ctx, { bundle, report });
  return report;
}

/** The latest report of a scenario, null when it was never tried. For authors: it names what is sealed. */
export const latestPreflight = defineVerb<{ scenarioId: string }, { at: string; report: PreflightReport } | null>({
  name: "preflights.latest",
  permission: "scenario:preflight",
  audit: "none",
  run: async (tx, _ctx, { scenarioId }) => {
    const [row] = await tx
      .select({ report: preflights.report, at: preflights.createdAt })
      .from(preflights)
      .where(eq(preflights.slug, scenarioId))
      .orderBy(desc(preflights.createdAt))
      .limit(1);
    return row ? { at: row.at.toISOString(), report: preflightReportSchema.parse(row.report) } : null;
  },
});
