import { Command } from "commander";
import { run } from "./operate";

const program = new Command("key").description("API keys of a tenant: make one, list them, revoke one.");
const tenant = ["--tenant <slug>", "the tenant's slug"] as const;

program
  .command("add", { isDefault: true })
  .description("make a key that acts as a person; it is printed once")
  .requiredOption(...tenant)
  .requiredOption("--user <email>", "whom it acts as")
  .option("--scopes <list>", "permissions with commas between; default: all of the role but managing people and keys")
  .option("--days <n>", "days until it expires, at most 365", "30")
  .option("--name <name>", "what it is for", "made from the command line")
  .action(({ scopes, days, ...rest }: { tenant: string; user: string; scopes?: string; days: string; name: string }) =>
    run({ op: "key.add", ...rest, days: Number(days), ...(scopes && { scopes: scopes.split(",") }) }),
  );

program
  .command("list")
  .description("keys of a tenant and when they were last used")
  .requiredOption(...tenant)
  .action((options: { tenant: string }) => run({ op: "key.list", ...options }));

program
  .command("revoke <key>")
  .description("end a key by its first characters (sb_…) or id")
  .requiredOption(...tenant)
  .action((key: string, options: { tenant: string }) => run({ op: "key.revoke", key, ...options }));

await program.parseAsync();
