import { asc, desc, eq } from "drizzle-orm";
import { preflight } from "@/agents/preflight/preflight";
import { withDirectory } from "@/db/identity";
import { preflights, scenarios } from "@/db/schema";
import { publishContent } from "@/db/seed";
import { withTenant } from "@/db/tenant";
import { scenarioBundleSchema, type ScenarioBundle } from "@/lib/contracts/content";
import type { Operation, OperationResult } from "@/lib/contracts/operations";
import type { PreflightReport } from "@/lib/contracts/preflight";
import { AppError } from "@/lib/platform/errors";
import { unpack } from "@/lib/platform/packing";
import { bundleFaults } from "./bundle-faults";
import { loadPublished } from "./bundles";
import { auditOperator, findTenant } from "./operator";
import { keepReport, readFirst } from "./preflights";

type Of<Op extends Operation["op"]> = Extract<Operation, { op: Op }>;

/** Reads a packed bundle. Throws `invalid_request` naming each fault. */
function readBundle(packed: string): ScenarioBundle {
  const parsed = scenarioBundleSchema.safeParse(unpack(packed));
  const faults = parsed.success
    ? bundleFaults(parsed.data)
    : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  if (!parsed.success || faults.length > 0) {
    throw new AppError("invalid_request", { detail: `The scenario cannot be read: ${faults.slice(0, 10).join("; ")}` });
  }
  return parsed.data;
}

const findingsOf = (report: PreflightReport, severity: "block" | "warn") =>
  report.findings.filter((one) => one.severity === severity).map((one) => `- ${one.words.en}`);

/** One row per seller. */
const rowsOf = (report: PreflightReport): OperationResult["rows"] =>
  report.sellers.map(({ seller, reached, won, turns, facts }) => ({
    seller,
    reached: `${reached.rate} (${reached.low}–${reached.high})`,
    won: `${won.rate} (${won.low}–${won.high})`,
    turns: String(turns.mean),
    facts: String(facts),
  }));

async function tryOut(
  tenantId: string,
  bundle: ScenarioBundle,
  given: Pick<Of<"scenario.check">, "runs" | "difficulty">,
) {
  const first = await withTenant({ tenantId }, (tx) => readFirst(tx, tenantId, bundle));
  const report = await preflight(bundle, { runs: given.runs, difficulty: given.difficulty, first });
  const { verdict, runs, difficulty } = report;
  const what = { action: "scenario.preflight", subject: `scenario:${report.scenarioId}` };
  await withTenant({ tenantId }, async (tx) => {
    await keepReport(tx, tenantId, { bundle, report });
    await auditOperator(tx, tenantId, { ...what, detail: { verdict, runs, difficulty } });
  });
  return report;
}

const tenantOf = (slug: string) => withDirectory((tx) => findTenant(tx, slug));

/**
 * Tries a scenario and publishes it for a tenant when nothing blocks it; the report is kept either way. Throws `not_found`,
 * `invalid_request`, and `preflight_blocked` with what blocks it.
 */
export async function publishScenario(input: Of<"scenario.publish">): Promise<OperationResult> {
  const bundle = readBundle(input.packed);
  const { id } = bundle.scenario;
  const tenant = await tenantOf(input.tenant);
  const report = await tryOut(tenant.id, bundle, input);
  if (report.verdict === "blocked") {
    const detail = [`${id} was not published in ${tenant.slug}:`, ...findingsOf(report, "block")].join("\n");
    throw new AppError("preflight_blocked", { detail });
  }
  const published = await publishContent(tenant.id, [bundle], (tx, versions) =>
    auditOperator(tx, tenant.id, { action: "scenario.publish", subject: `scenario:${id}`, detail: { versions } }),
  );
  const told = published === 0 ? `${id} was published before, unchanged.` : `${id} is published in ${tenant.slug}.`;
  return { message: [told, ...findingsOf(report, "warn")].join("\n"), rows: rowsOf(report) };
}

/** The preflight alone, of a published scenario or of a bundle; its report is kept. Throws `not_found`, `invalid_request`. */
export async function checkScenario(input: Of<"scenario.check">): Promise<OperationResult> {
  const tenant = await tenantOf(input.tenant);
  const { scenario: slug, packed } = input;
  if ((slug === undefined) === (packed === undefined)) {
    throw new AppError("invalid_request", { detail: "Name a published scenario or give a file, one of the two." });
  }
  const bundle =
    packed === undefined
      ? (await withTenant({ tenantId: tenant.id }, (tx) => loadPublished(tx, tenant.id, slug ?? ""))).bundle
      : readBundle(packed);
  const report = await tryOut(tenant.id, bundle, input);
  const findings = [...findingsOf(report, "block"), ...findingsOf(report, "warn")];
  const message = [`${bundle.scenario.id}: ${report.verdict}`, ...findings].join("\n");
  return { message, rows: rowsOf(report), bad: report.verdict === "blocked" };
}

/** The published scenarios of a tenant with the verdict of their latest preflight. */
export async function listScenarioVersions(input: Of<"scenario.list">): Promise<OperationResult> {
  const tenant = await tenantOf(input.tenant);
  const rows = await withTenant({ tenantId: tenant.id }, async (tx) => {
    const published = await tx
      .select({ slug: scenarios.slug, version: scenarios.version, locale: scenarios.locale })
      .from(scenarios)
      .where(eq(scenarios.status, "published"))
      .orderBy(asc(scenarios.slug));
    const tried = await tx
      .selectDistinctOn([preflights.slug], {
        slug: preflights.slug,
        verdict: preflights.verdict,
        at: preflights.createdAt,
      })
      .from(preflights)
      .orderBy(preflights.slug, desc(preflights.createdAt));
    return published.map(({ slug, version, locale }) => {
      const last = tried.find((one) => one.slug === slug);
      const at = last ? last.at.toISOString().slice(0, 16) : "";
      return { scenario: slug, version: String(version), locale, preflight: last?.verdict ?? "never", at };
    });
  });
  return { message: `${rows.length} published scenario(s) in ${tenant.slug}`, rows };
}
