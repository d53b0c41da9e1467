/**
 * Tries scenarios with the shipped sellers: a table on stdout, progress on stderr, JSON with `--json`. Exits 1 when one is
 * blocked, 2 when nothing could be tried.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Command, InvalidArgumentError, Option } from "commander";
import pc from "picocolors";
import { firstOf } from "@/agents/preflight/follow-up";
import { defaultRuns, preflight, type PreflightOptions } from "@/agents/preflight/preflight";
import { bundles } from "@/db/content";
import { scenarioBundleSchema, type ScenarioBundle } from "@/lib/contracts/content";
import { sellerNames, type PreflightReport, type SellerName } from "@/lib/contracts/preflight";
import { difficulties, type Difficulty } from "@/lib/contracts/vocabulary";
import { run as operate } from "./operate";

interface Options {
  runs: number;
  seed?: number;
  difficulty?: Difficulty;
  seller?: SellerName[];
  chain?: string;
  json?: string;
  tenant?: string;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("a whole number from 1 is needed");
  return value;
}

/** A JSON file, or shipped scenarios by id, family or `all`. */
function find(what: string): ScenarioBundle[] {
  if (what.endsWith(".json")) {
    if (!existsSync(what)) throw new Error(`There is no file ${what}.`);
    const parsed = scenarioBundleSchema.safeParse(JSON.parse(readFileSync(what, "utf8")));
    if (parsed.success) return [parsed.data];
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`${what} is no scenario:\n${faults.slice(0, 20).join("\n")}`);
  }
  const found = bundles.filter(({ scenario }) => what === "all" || [scenario.id, scenario.family].includes(what));
  if (found.length > 0) return found;
  const known = [...new Set(bundles.map(({ scenario }) => scenario.family))];
  throw new Error(`There is no scenario ${what}. Families: ${known.join(", ")}; or give a .json file, or "all".`);
}

/** The buyers of a model chain, through the real turn machine with its gate and review. */
async function speakerOf(chain: string): Promise<NonNullable<PreflightOptions["speaker"]>> {
  for (const file of [".env.local", ".env"]) if (existsSync(file)) process.loadEnvFile(file);
  process.env.APP_ENV ??= "demo";
  const { openSecrets } = await import("@/lib/platform/secrets/open");
  await openSecrets();
  const { modelSettings } = await import("@/agents/models/process");
  const { Models } = await import("@/agents/models/registry");
  const { offlineBuyer } = await import("@/agents/models/offline/buyer/model");
  const { assemble } = await import("@/agents/turn/assemble");
  const { isAllowed } = await import("@/lib/contracts/permissions");
  const may: Parameters<typeof assemble>[3]["may"] = (permission) => isAllowed("trainee", permission);
  const models = new Models({ ...modelSettings(), aiChain: chain }, { speak: offlineBuyer({ paceMs: 0 }) });
  return { name: chain, ports: (claimed, verbs) => assemble(claimed, models, verbs, { may }) };
}

const colours = { passed: pc.green, warned: pc.yellow, blocked: pc.red } as const;

function print(report: PreflightReport): void {
  const { scenarioId, difficulty, runs, chain, verdict, discrimination } = report;
  const out = (line = "") => process.stdout.write(`${line}\n`);
  out();
  out(`${pc.bold(scenarioId)} · ${difficulty} · ${runs} talks per seller · ${chain} · ${colours[verdict](verdict)}`);
  out(`  seller    reached %              won %                  turns  words  facts  dead ends %  tokens      $`);
  for (const one of report.sellers) {
    const share = ({ rate, low, high }: typeof one.won) => `${rate} (${low}–${high})`.padEnd(22);
    const cost = one.costMicros === null ? "unknown" : (one.costMicros / 1_000_000).toFixed(4);
    const numbers = [
      String(one.turns.mean).padEnd(6),
      String(Math.round(one.words.mean)).padEnd(6),
      String(one.facts).padEnd(6),
      String(one.deadEnds.rate).padEnd(12),
      String(one.tokens.input + one.tokens.output).padEnd(11),
    ];
    out(`  ${one.seller.padEnd(9)} ${share(one.reached)} ${share(one.won)} ${numbers.join(" ")} ${cost}`);
    const meters = Object.entries(one.meters).map(
      ([id, { trust, interest, patience }]) => `${id} trust ${trust}, interest ${interest}, patience ${patience}`,
    );
    out(pc.dim(`            ends at ${meters.join(" · ")}`));
  }
  if (discrimination !== null) out(`  strong − weak: ${discrimination} points`);
  const { faithful, corrected, marred, failed } = report.fidelity.verdicts;
  out(`  buyers: ${faithful} faithful, ${corrected} corrected, ${marred} marred, ${failed} failed`);
  for (const { severity, code, words } of report.findings) {
    out(`  ${severity === "block" ? pc.red("block") : pc.yellow("warn ")} ${code}: ${words[report.locale]}`);
  }
}

async function tryAll(what: string, options: Options): Promise<number> {
  const found = find(what);
  const speaker = options.chain === undefined ? undefined : await speakerOf(options.chain);
  const abort = new AbortController();
  process.once("SIGINT", () => abort.abort(new Error("stopped")));
  const reports: PreflightReport[] = [];
  for (const bundle of found) {
    const { runs, seed, difficulty, seller: sellers } = options;
    const onProgress: PreflightOptions["onProgress"] = ({ played, of, seller }) => {
      const line = `${bundle.scenario.id}: ${played} of ${of} talks (${seller})`;
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${line}`);
      else if (played % 50 === 0 || played === of) process.stderr.write(`${line}\n`);
    };
    const first = firstOf(bundle, bundles);
    const how = { runs, seed, difficulty, sellers, speaker, first, onProgress, signal: abort.signal };
    reports.push(await preflight(bundle, how));
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[2K");
  }
  const json = `${JSON.stringify(reports.length === 1 ? reports[0] : reports, null, 2)}\n`;
  if (options.json === "-") process.stdout.write(json);
  else {
    if (options.json !== undefined) writeFileSync(options.json, json);
    for (const report of reports) print(report);
  }
  return reports.some((report) => report.verdict === "blocked") ? 1 : 0;
}

const program = new Command("preflight")
  .description(
    "Try scenarios with a weak, an average, a strong and a cheating seller before anybody practises with them.",
  )
  .argument("<scenario>", "id or family of a shipped scenario, a .json file, or all")
  .option("--runs <count>", "talks per seller", wholeNumber, defaultRuns)
  .option("--seed <number>", "another draw of talks", wholeNumber)
  .addOption(new Option("--difficulty <level>", "instead of the scenario's own").choices(difficulties))
  .addOption(new Option("--seller <name...>", "these sellers alone").choices(sellerNames))
  .option("--chain <models>", "model chain that speaks for the buyers, as in AI_CHAIN, through gate and review")
  .option("--json <file>", "write the report as JSON; - for stdout instead of the table")
  .option("--tenant <slug>", "try what this tenant has published, and keep the report")
  .action(async (what: string, options: Options) => {
    if (options.tenant !== undefined) {
      const { tenant, runs, difficulty } = options;
      return operate({ op: "scenario.check", tenant, scenario: what, runs, ...(difficulty && { difficulty }) });
    }
    try {
      process.exitCode = await tryAll(what, options);
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      process.exitCode = 2;
    }
  });

await program.parseAsync();
