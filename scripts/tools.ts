import { Command } from "commander";
import { run } from "./operate";

const program = new Command("tools").description(
  "Servers of tools (MCP over Streamable HTTP) that a tenant's scenarios may use.",
);
const tenant = ["--tenant <slug>", "the tenant's slug"] as const;

program
  .command("list")
  .description("each server's tools: approved, changed since then, or not approved; asks every server")
  .requiredOption(...tenant)
  .action((options: { tenant: string }) => run({ op: "tools.list", ...options }));

program
  .command("add <server> <url>")
  .description("add a server after a look at its tools; approves none of them")
  .requiredOption(...tenant)
  .action((slug: string, url: string, options: { tenant: string }) => run({ op: "tools.add", slug, url, ...options }));

program
  .command("approve <server> <tools...>")
  .description("let scenarios name these tools, as mcp:<server>.<tool>, in the form they have now")
  .requiredOption(...tenant)
  .option("--read-only", "vouch that they change nothing; tools that may are never called")
  .action((slug: string, tools: string[], options: { tenant: string; readOnly?: boolean }) =>
    run({ op: "tools.approve", slug, tools, ...options }),
  );

for (const [verb, about] of [
  ["disable", "keep a server's tools out of every talk"],
  ["enable", "let them in again"],
  ["remove", "forget a server and what was approved of it"],
] as const) {
  program
    .command(`${verb} <server>`)
    .description(about)
    .requiredOption(...tenant)
    .action((slug: string, options: { tenant: string }) => run({ op: `tools.${verb}`, slug, ...options }));
}

await program.parseAsync();
