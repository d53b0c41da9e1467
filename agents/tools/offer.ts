import type { JSONSchema7, LanguageModelV4FunctionTool } from "@ai-sdk/provider";
import { z } from "zod";
import type { Tool } from "@/lib/contracts/tools";
import type { Locale } from "@/lib/contracts/vocabulary";

const schemas = new WeakMap<Tool, JSONSchema7>();

function schemaOf(tool: Tool): JSONSchema7 {
  // Sound: both are JSON Schema of draft 7, one made by zod, one as its server sent it and this program approved it.
  const made =
    schemas.get(tool) ??
    ((tool.inputJson ?? z.toJSONSchema(tool.input, { target: "draft-7", io: "input" })) as JSONSchema7);
  schemas.set(tool, made);
  return made;
}

/** Providers take letters, digits, `_` and `-`, 64 at most. */
const providerName = (name: string) =>
  name
    .replace(/^mcp:/u, "")
    .replaceAll(/[^A-Za-z0-9_-]/gu, "_")
    .slice(0, 64);

export interface Offer {
  tools: LanguageModelV4FunctionTool[];
  /** our name of what a model calls */
  named(name: string): string;
}

/** Tools as a provider takes them, under names it accepts. Of two that would share a name, the first is offered. */
export function offerOf(tools: readonly Tool[], locale: Locale): Offer {
  const names = new Map<string, Tool>();
  for (const tool of tools) if (!names.has(providerName(tool.name))) names.set(providerName(tool.name), tool);
  return {
    tools: [...names].map(([name, tool]) => ({
      type: "function",
      name,
      description: tool.description[locale],
      inputSchema: schemaOf(tool),
    })),
    named: (name) => names.get(name)?.name ?? name,
  };
}
