import { createHash } from "node:crypto";

/** The same text for the same value, whatever order its keys came in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(",")}}`;
}

/** A tool as its server describes it. */
export interface ToolDefinition {
  name: string;
  description?: string | undefined;
  inputSchema: Record<string, unknown>;
  outputSchema?: Record<string, unknown> | undefined;
  annotations?: Record<string, unknown> | undefined;
}

/** SHA-256 over all a server says of a tool: what was approved is this and nothing else. */
export function fingerprintOf({ name, description, inputSchema, outputSchema, annotations }: ToolDefinition): string {
  const text = canonical({ name, description, inputSchema, outputSchema, annotations });
  return createHash("sha256").update(text).digest("hex");
}
