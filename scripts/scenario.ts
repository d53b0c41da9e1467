import { existsSync, readFileSync } from "node:fs";
import { Command } from "commander";
import { bundles } from "@/db/content";
import { pack } from "@/lib/platform/packing";
import { run } from "./operate";

const program = new Command("scenario").description("Publish scenarios for a tenant, and see which are.");
const tenant = ["--tenant <slug>", "the tenant's slug"] as const;
const runs = ["--runs <count>", "talks per seller of the preflight", Number] as const;

/** A bundle from a JSON file, or a shipped one by its id, packed. */
function read(what: string): string | undefined {
  if (existsSync(what)) return pack(JSON.parse(readFileSync(what, "utf8")));
  const shipped = bundles.find(({ scenario }) => scenario.id === what);
  return shipped && pack(shipped);
}

program
  .command("publish <file>")
  .description("try a scenario with the shipped sellers and publish it unless something blocks it")
  .requiredOption(...tenant)
  .option(...runs)
  .action((file: string, options: { tenant: string; runs?: number }) => {
    const packed = read(file);
    if (packed === undefined) program.error(`There is no file and no shipped scenario ${file}.`);
    return run({ op: "scenario.publish", packed, ...options });
  });

program
  .command("check <scenario>")
  .description("the preflight alone: of a JSON file, or of what the tenant has published under that id")
  .requiredOption(...tenant)
  .option(...runs)
  .action((what: string, options: { tenant: string; runs?: number }) =>
    run({ op: "scenario.check", ...(existsSync(what) ? { packed: read(what) } : { scenario: what }), ...options }),
  );

program
  .command("list")
  .description("what a tenant has published, with the verdict of the latest preflight")
  .requiredOption(...tenant)
  .action((options: { tenant: string }) => run({ op: "scenario.list", ...options }));

program
  .command("export <id>")
  .description("print a shipped scenario as JSON, to start one's own from")
  .action((id: string) => {
    const shipped = bundles.find(({ scenario }) => scenario.id === id);
    if (!shipped) program.error(`There is no shipped scenario ${id}.`);
    process.stdout.write(`${JSON.stringify(shipped, null, 2)}\n`);
  });

await program.parseAsync();
