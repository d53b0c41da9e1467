import { TurnTools } from "@/agents/tools/call";
import { builtIn } from "@/agents/tools/registry";
import { builtInTools } from "@/lib/contracts/tool-names";
import type { Tool, ToolContext, ToolPermission } from "@/lib/contracts/tools";
import { bundleIn } from "./speaker-view";

/** What a tool would know in the shipped English scenario, or another one. */
export function toolContext(change: Partial<ToolContext> = {}): ToolContext {
  const { locale, date, sheet } = bundleIn(change.locale ?? "en").scenario;
  return { locale, date, sheet, seed: 7, ...change };
}

/** Tools of one turn: the built-in ones and `more`, all of them allowed unless told otherwise. */
export function turnTools(
  change: { more?: Tool[]; allowed?: string[]; context?: Partial<ToolContext>; permissions?: ToolPermission[] } = {},
): TurnTools {
  const { more = [], permissions = ["session:practise", "tool:call_remote"] } = change;
  const allowed = change.allowed ?? [...builtInTools, ...more.map((tool) => tool.name)];
  return new TurnTools({
    tools: [...builtIn(), ...more],
    allowed,
    context: toolContext(change.context),
    may: (permission) => permissions.includes(permission),
  });
}
