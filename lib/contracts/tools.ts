import { z } from "zod";
import type { ProductSheet } from "./content";
import type { Locale } from "./vocabulary";

/** Most calls one turn may make, by code and model together; refused ones count. */
export const callsPerTurn = 4;
/** Longest input and result of a call, in characters of JSON. */
export const toolSizes = { input: 4_000, output: 8_000 } as const;

/** What whoever a turn is for must hold: the second for tools of a server. */
export type ToolPermission = "session:practise" | "tool:call_remote";

/** What a tool may know of the talk it is called in. Has no place for a persona, and so for a sealed fact. */
export interface ToolContext {
  locale: Locale;
  /** calendar date of the talk, ISO */
  date: string;
  seed: number;
  sheet: ProductSheet;
}

/**
 * A tool as buyer and coach see it, whatever offers it. `in_process` ones answer within a millisecond and may be called
 * before the first word is spoken; `network` ones only where the scenario asks for it.
 */
export interface Tool<Input = unknown, Output = unknown> {
  name: string;
  permission: ToolPermission;
  description: Record<Locale, string>;
  input: z.ZodType<Input>;
  output: z.ZodType<Output>;
  /** JSON Schema of the input, where it is not derived from `input` */
  inputJson?: Record<string, unknown>;
  timeoutMs: number;
  cost: "in_process" | "network";
  /** changes something somewhere: then no agent may call it */
  sideEffects: boolean;
  run(input: Input, context: ToolContext, signal: AbortSignal): Output | Promise<Output>;
  /** the result in words a buyer could read; its JSON where absent */
  tell?(output: Output, context: ToolContext): string;
}

/** Why a call was not made, or made for nothing. */
export const toolRefusals = [
  "not_allowed",
  "not_permitted",
  "side_effects",
  "too_many",
  "too_early",
  "bad_input",
  "too_large",
] as const;
export const toolFailures = ["timed_out", "bad_output", "output_too_large", "unavailable", "changed"] as const;

export type ToolResult =
  | { outcome: "ok"; value: unknown; text: string }
  | { outcome: "refused"; reason: (typeof toolRefusals)[number]; detail?: string }
  | { outcome: "failed"; reason: (typeof toolFailures)[number] };

/** A tool of a server as it was approved: what is called later must be this very tool. */
export const approvedToolSchema = z.object({
  name: z.string(),
  fingerprint: z.string(),
  sideEffects: z.boolean(),
  description: z.string(),
  inputSchema: z.record(z.string(), z.unknown()),
  outputSchema: z.record(z.string(), z.unknown()).optional(),
});
export type ApprovedTool = z.infer<typeof approvedToolSchema>;

export const toolServerSlug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, "lower-case letters, digits and dashes");
const remoteToolName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, "a tool's name");

export const addToolServerSchema = z.strictObject({
  slug: toolServerSlug,
  url: z.url({ protocol: /^https?$/ }).max(500),
});
export const approveToolsSchema = z.strictObject({
  slug: toolServerSlug,
  tools: z.array(remoteToolName).min(1).max(50),
  /** whoever approves vouches that these change nothing, whether or not the server says so */
  readOnly: z.boolean().optional(),
});
export const toolServerRefSchema = z.strictObject({ slug: toolServerSlug });

/** How a tool stands: its server may have changed it since it was approved, and then it is refused until approved again. */
export const toolStandings = ["approved", "changed", "not_approved", "gone", "unusable"] as const;
export interface ToolStanding {
  server: string;
  enabled: boolean;
  /** why the server could not be asked; its tools are then as last known */
  fault: string | null;
  tool: string;
  standing: (typeof toolStandings)[number];
  sideEffects: boolean;
  fingerprint: string;
  description: string;
}

/** What a call came to, as a speaker may use it: data in words, never an instruction. */
export const toolNoteSchema = z.object({
  tool: z.string(),
  text: z.string(),
  /** calendar_slots: free times, the soonest first */
  slots: z.array(z.object({ date: z.iso.date(), time: z.string(), label: z.string() })).optional(),
  /** price_calculator: the figure all of it comes to, as written in the talk's language */
  figure: z.string().optional(),
});
export type ToolNote = z.infer<typeof toolNoteSchema>;
