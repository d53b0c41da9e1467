import { Command } from "commander";
import { run } from "./operate";

const program = new Command("tenant").description("Set up tenants and the sign-ins that lead to them.");

program
  .command("add <slug>")
  .description("add a tenant, or another issuer of one; publishes the shipped scenarios for it")
  .requiredOption("--name <name>", "what people see")
  .option("--issuer <url>", "OpenID Connect issuer whose people may sign in")
  .option("--claim <claim>", "claim that names the tenant (default: AUTH_OIDC_TENANT_CLAIM)")
  .option("--value <value>", "value of that claim (default: the slug)")
  .option("--role <claimValue=role...>", "how the issuer's words map to roles, e.g. --role sales-lead=manager")
  .action(
    (slug: string, options: { name: string; issuer?: string; claim?: string; value?: string; role?: string[] }) => {
      const { role, ...rest } = options;
      const roles = role && Object.fromEntries(role.map((pair) => pair.split("=", 2)));
      return run({ op: "tenant.add", slug, ...rest, ...(roles && { roles }) });
    },
  );

program
  .command("list")
  .description("tenants with their issuers")
  .action(() => run({ op: "tenant.list" }));

const dollarsOf = (text: string): number | null => (text === "none" ? null : Number(text));

program
  .command("budget <tenant>")
  .description("show or set what a tenant may spend on models")
  .option("--month <dollars>", "cap for a calendar month (UTC), or none", dollarsOf)
  .option("--session <dollars>", "cap for one practice session, or none", dollarsOf)
  .option("--over <offline|refuse>", "what happens to a call that is not covered")
  .action((tenant: string, options: { month?: number | null; session?: number | null; over?: string }) =>
    run({ op: "tenant.budget", tenant, ...options }),
  );

const daysOf = (text: string): number | null => (text === "none" ? null : Number(text));

program
  .command("retention <tenant>")
  .description("set after how many days a practice is erased with all that hangs on it")
  .requiredOption("--practice <days>", "days after its end, or none to keep it until its owner erases it", daysOf)
  .action((tenant: string, { practice }: { practice: number | null }) =>
    run({ op: "tenant.retention", tenant, practice }),
  );

program
  .command("sign-in <tenant>")
  .description("let administrators who shut themselves out in again")
  .requiredOption("--reset", "take away which domains may sign in and what roles they bring")
  .action((tenant: string) => run({ op: "tenant.sign_in_reset", tenant }));

await program.parseAsync();
