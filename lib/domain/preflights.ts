import { createHash } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { preflight } from "@/agents/preflight/preflight";
import { preflights } from "@/db/schema";
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

const readBundle = defineVerb<{ scenarioId: string }, ScenarioBundle>({
  name: "preflights.read_bundle",
  permission: "scenario:preflight",
  audit: "none",
  run: async (tx, ctx, { scenarioId }) => (await loadPublished(tx, ctx.tenantId, scenarioId)).bundle,
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
  const bundle = await readBundle(ctx, { scenarioId });
  const report = await preflight(bundle, options);
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
