import { Command } from "commander";
import { run } from "./operate";

const program = new Command("grant").description("Let an operator read a tenant's talks, for a reason and a time.");
const tenant = ["--tenant <slug>", "the tenant's slug"] as const;
const grant = ["--grant <id>", "the grant's id, as `open` and `list` show it"] as const;

program
  .command("open")
  .description("let an operator in; the tenant's administrators see it and may end it")
  .requiredOption(...tenant)
  .requiredOption("--operator <who>", "name or address of who will look")
  .requiredOption("--reason <text>", "why, for the tenant to read")
  .option("--hours <hours>", "for how long, 72 at most", Number, 1)
  .action((options: { tenant: string; operator: string; reason: string; hours: number }) =>
    run({ op: "grant.open", ...options }),
  );

program
  .command("list")
  .description("grants of a tenant, latest first")
  .requiredOption(...tenant)
  .action((options: { tenant: string }) => run({ op: "grant.list", ...options }));

program
  .command("end")
  .description("end a grant before its time")
  .requiredOption(...tenant)
  .requiredOption(...grant)
  .action((options: { tenant: string; grant: string }) => run({ op: "grant.end", ...options }));

program
  .command("talks")
  .description("the latest talks; noted in the tenant's audit log")
  .requiredOption(...tenant)
  .requiredOption(...grant)
  .action((options: { tenant: string; grant: string }) => run({ op: "talk.list", ...options }));

program
  .command("talk <id>")
  .description("what was said in one talk; noted in the tenant's audit log")
  .requiredOption(...tenant)
  .requiredOption(...grant)
  .action((talk: string, options: { tenant: string; grant: string }) => run({ op: "talk.show", talk, ...options }));

await program.parseAsync();
