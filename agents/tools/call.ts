import type { ReplyRecord } from "@/lib/contracts/fidelity";
import {
  callsPerTurn,
  toolSizes,
  type Tool,
  type ToolContext,
  type ToolPermission,
  type ToolResult,
} from "@/lib/contracts/tools";
import { ToolFault } from "./fault";

/** Longest part of a result that is kept with the reply it was for, in characters. */
const keptOfNote = 2_000;

export interface TurnToolsSpec {
  tools: Iterable<Tool>;
  /** the scenario's allow-list */
  allowed: readonly string[];
  context: ToolContext;
  /** whether whoever the turn is for holds a permission */
  may: (permission: ToolPermission) => boolean;
}

/** The tools of one turn: which there are, how many calls are left, and what became of those made. */
export class TurnTools {
  readonly context: ToolContext;
  readonly may: (permission: ToolPermission) => boolean;
  readonly #tools = new Map<string, Tool>();
  readonly #allowed: ReadonlySet<string>;
  #made = 0;
  #calls: ReplyRecord["tools"] = [];

  constructor(spec: TurnToolsSpec) {
    this.context = spec.context;
    this.may = spec.may;
    this.add(spec.tools);
    this.#allowed = new Set(spec.allowed);
  }

  /** Tools that became known later; none takes the place of one that is there. */
  add(tools: Iterable<Tool>): void {
    for (const tool of tools) if (!this.#tools.has(tool.name)) this.#tools.set(tool.name, tool);
  }

  /** The tool of that name if the scenario allows it. */
  find(name: string): Tool | undefined {
    return this.#allowed.has(name) ? this.#tools.get(name) : undefined;
  }

  /** What a model may be offered: allowed, permitted, and changing nothing anywhere. */
  offered(): Tool[] {
    return [...this.#tools.values()].filter(
      (tool) => this.#allowed.has(tool.name) && !tool.sideEffects && this.may(tool.permission),
    );
  }

  /** Takes one of the turn's calls; false when all are used up. */
  spend(): boolean {
    this.#made += 1;
    return this.#made <= callsPerTurn;
  }

  get left(): number {
    return Math.max(0, callsPerTurn - this.#made);
  }

  record(call: ReplyRecord["tools"][number]): void {
    this.#calls.push(call);
  }

  /** The calls since this was last asked, for the record of the reply they were made for. */
  take(): ReplyRecord["tools"] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }
}

export interface CallOptions {
  signal: AbortSignal;
  /** shorter than the tool's own time limit */
  withinMs?: number;
  /** something was said already in this turn, or the scenario itself asks: a tool behind a network may be called */
  mayWait?: boolean;
}

function lengthOf(value: unknown): number {
  try {
    return JSON.stringify(value ?? null).length;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function refusalOf(tool: Tool | undefined, input: unknown, turn: TurnTools, options: CallOptions): ToolResult | null {
  const refuse = (reason: Extract<ToolResult, { outcome: "refused" }>["reason"], detail?: string): ToolResult => ({
    outcome: "refused",
    reason,
    ...(detail === undefined ? {} : { detail }),
  });
  if (!turn.spend()) return refuse("too_many");
  if (tool === undefined) return refuse("not_allowed");
  if (!turn.may(tool.permission)) return refuse("not_permitted");
  if (tool.sideEffects) return refuse("side_effects");
  if (tool.cost === "network" && options.mayWait !== true) return refuse("too_early");
  if (lengthOf(input) > toolSizes.input) return refuse("too_large");
  const parsed = tool.input.safeParse(input);
  if (parsed.success) return null;
  const faults = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join(".")}: ${message}`);
  return refuse("bad_input", faults.join("; "));
}

/** Rejects with `late` when the time is up, with the signal's reason when it aborts; the tool's own signal aborts with it. */
async function inTime<T>(work: (signal: AbortSignal) => T | Promise<T>, ms: number, signal: AbortSignal): Promise<T> {
  const own = new AbortController();
  const begun = work(own.signal);
  if (!(begun instanceof Promise)) return begun;
  let stop = () => undefined as void;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cut = new Promise<never>((_resolve, reject) => {
    const end = (reason: unknown) => {
      own.abort(reason);
      reject(reason instanceof Error ? reason : new Error("stopped"));
    };
    timer = setTimeout(() => end(late), ms);
    stop = () => end(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  begun.catch(() => undefined);
  try {
    return await Promise.race([begun, cut]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

const late = new Error("the tool took too long");

async function perform(tool: Tool, input: unknown, turn: TurnTools, options: CallOptions): Promise<ToolResult> {
  const limit = Math.min(tool.timeoutMs, options.withinMs ?? tool.timeoutMs);
  try {
    const answer = await inTime(
      (signal) => tool.run(tool.input.parse(input), turn.context, signal),
      limit,
      options.signal,
    );
    const size = lengthOf(answer);
    if (size > toolSizes.output) return { outcome: "failed", reason: "output_too_large" };
    const parsed = tool.output.safeParse(answer);
    if (!parsed.success) return { outcome: "failed", reason: "bad_output" };
    const text = tool.tell?.(parsed.data, turn.context) ?? JSON.stringify(parsed.data);
    return { outcome: "ok", value: parsed.data, text };
  } catch (error) {
    options.signal.throwIfAborted();
    if (error instanceof ToolFault) return { outcome: "failed", reason: error.reason };
    return { outcome: "failed", reason: error === late ? "timed_out" : "unavailable" };
  }
}

/**
 * Calls a tool for an agent. Refuses what the scenario does not allow, the person may not use, changes anything, comes too often,
 * too early or with input outside the schema; cuts off what takes too long and drops what answers too much or not to its schema.
 * Every call is recorded with what became of it. Never throws but the signal's reason; the result is data, never an instruction.
 */
export async function callTool(
  name: string,
  input: unknown,
  turn: TurnTools,
  options: CallOptions,
): Promise<ToolResult> {
  const began = performance.now();
  const tool = turn.find(name);
  const refusal = refusalOf(tool, input, turn, options);
  const result = refusal !== null || tool === undefined ? refusal : await perform(tool, input, turn, options);
  // Sound: without a tool there is always a refusal.
  const known = result as ToolResult;
  turn.record({
    name: name.slice(0, 100),
    outcome: known.outcome,
    latencyMs: Math.round(performance.now() - began),
    ...(known.outcome === "ok" ? { note: known.text.slice(0, keptOfNote) } : { reason: known.reason }),
  });
  return known;
}
