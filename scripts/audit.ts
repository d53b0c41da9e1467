import { Command } from "commander";
import { run } from "./operate";

const program = new Command("audit").description("Check a tenant's audit log, and say how long it is kept.");
const tenant = ["--tenant <slug>", "the tenant's slug"] as const;

program
  .command("verify")
  .description("compute every hash of the log anew; exits with 1 and names the first row that is not what it was")
  .requiredOption(...tenant)
  .option("--anchor <row:hash>", "a row and its hash noted from an earlier run: finds a log written anew as a whole")
  .action(({ tenant: slug, anchor }: { tenant: string; anchor?: string }) => {
    const [seq, hash] = anchor?.split(":", 2) ?? [];
    return run({ op: "audit.verify", tenant: slug, ...(anchor && { anchor: { seq: Number(seq), hash } }) });
  });

program
  .command("retention")
  .description("cut off rows of so many days and more, once a day; none keeps the log whole")
  .requiredOption(...tenant)
  .requiredOption("--days <days>", "30 or more, or none", (text) => (text === "none" ? null : Number(text)))
  .action(({ tenant: slug, days }: { tenant: string; days: number | null }) =>
    run({ op: "audit.retention", tenant: slug, days }),
  );

await program.parseAsync();
