import { Command } from "commander";
import { run } from "./operate";

const program = new Command("user").description("Invite people to a tenant, disable and enable them.");
const tenant = ["--tenant <slug>", "the tenant's slug"] as const;

program
  .command("add <email>")
  .description("invite a person, or change the role of one")
  .requiredOption(...tenant)
  .requiredOption("--role <role>", "trainee, manager, author, admin or auditor")
  .option("--name <name>", "what others see until the first sign-in")
  .action((email: string, options: { tenant: string; role: string; name?: string }) =>
    run({ op: "user.add", email, ...options }),
  );

program
  .command("disable <email>")
  .description("refuse a person's sign-in and end their running sessions")
  .requiredOption(...tenant)
  .action((email: string, options: { tenant: string }) => run({ op: "user.disable", email, ...options }));

program
  .command("enable <email>")
  .description("let a disabled person in again")
  .requiredOption(...tenant)
  .action((email: string, options: { tenant: string }) => run({ op: "user.enable", email, ...options }));

program
  .command("list")
  .description("people of a tenant")
  .requiredOption(...tenant)
  .action((options: { tenant: string }) => run({ op: "user.list", ...options }));

await program.parseAsync();
