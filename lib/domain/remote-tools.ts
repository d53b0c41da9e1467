import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { ToolFault } from "@/agents/tools/fault";
import { toolServers } from "@/db/schema";
import type { ApprovedTool, Tool } from "@/lib/contracts/tools";
import { AppError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { ToolFailed, type ServerAddress, type ToolServer } from "@/lib/platform/mcp/client";
import { withToolServer } from "@/lib/platform/mcp/connections";
import { OversizedAnswer } from "@/lib/platform/http/guarded-fetch";
import { compileSchema } from "@/lib/platform/mcp/schema";
import { addressFor, briefly, connectionKey } from "./tool-servers";
import { defineVerb } from "./verb";

interface Place {
  server: string;
  key: string;
  address: ServerAddress;
}

function reasonOf(error: unknown): ToolFault {
  if (error instanceof ToolFault) return error;
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one instanceof OversizedAnswer) return new ToolFault("output_too_large", error);
    if (/timed out/iu.test(one.message)) return new ToolFault("timed_out", error);
  }
  return new ToolFault("unavailable", error);
}

/** The server is well, and that is what it had to say. */
const isAnswer = (error: unknown) => error instanceof ToolFault || error instanceof ToolFailed;

/** Longest a call may take in all: connecting, looking whether the tool is still the same, and its answer. */
const callMs = 3_000;

/**
 * Calls a tool of a server, if it is still the tool that was approved. Throws ToolFault: `changed` when its server describes it
 * otherwise now, `bad_output` for data outside its schema, else why nothing came.
 */
async function call(tool: ApprovedTool, place: Place, input: unknown, signal: AbortSignal): Promise<string> {
  const ask = async (server: ToolServer) => {
    const now = (await server.list(signal)).find(({ name }) => name === tool.name);
    if (now?.fingerprint !== tool.fingerprint) throw new ToolFault("changed");
    const answer = await server.call(tool.name, z.record(z.string(), z.unknown()).parse(input), signal);
    if (tool.outputSchema === undefined) return answer.text;
    const checked = compileSchema(tool.outputSchema)?.safeParse(answer.data);
    if (checked?.success !== true) throw new ToolFault("bad_output");
    return JSON.stringify(checked.data);
  };
  try {
    return await withToolServer(place.key, place.address, signal, ask, isAnswer);
  } catch (error) {
    const fault = reasonOf(error);
    const { server } = place;
    if (!signal.aborted)
      log.warn({ why: briefly(error), server, tool: tool.name, reason: fault.reason }, "a tool of a server failed");
    throw fault;
  }
}

/** An approved tool of a server as agents see it; null when its schema can no longer be checked. */
function toolOf(approved: ApprovedTool, place: Place): Tool | null {
  const input = compileSchema(approved.inputSchema);
  if (input === null) return null;
  return {
    name: `mcp:${place.server}.${approved.name}`,
    permission: "tool:call_remote",
    description: { en: approved.description, "zh-CN": approved.description },
    input,
    output: z.string(),
    inputJson: approved.inputSchema,
    timeoutMs: callMs,
    cost: "network",
    sideEffects: approved.sideEffects,
    run: (value, _context, signal) => call(approved, place, value, signal),
    tell: (text) => String(text),
  };
}

const remoteName = /^mcp:([a-z0-9-]+)\.(.+)$/u;

const load = defineVerb<{ names: string[] }, Tool[]>({
  name: "tool_servers.load",
  permission: "tool:call_remote",
  audit: "none",
  run: async (tx, ctx, { names }) => {
    const slugs = [...new Set(names.flatMap((name) => remoteName.exec(name)?.[1] ?? []))];
    const rows = await tx
      .select()
      .from(toolServers)
      .where(and(inArray(toolServers.slug, slugs), eq(toolServers.enabled, true)));
    const found: Tool[] = [];
    for (const row of rows) {
      const place = { server: row.slug, key: connectionKey(ctx.tenantId, row), address: await addressFor(tx, row) };
      for (const approved of row.tools) {
        const tool = names.includes(`mcp:${row.slug}.${approved.name}`) ? toolOf(approved, place) : null;
        if (tool !== null) found.push(tool);
      }
    }
    return found;
  },
});

/**
 * The tools of the tenant's servers that a scenario names, ready to be called; undefined where it names none. Never rejects: a talk
 * goes on without them.
 */
export function remoteTools(
  ctx: Parameters<typeof load>[0],
  names: readonly string[] = [],
): Promise<Tool[]> | undefined {
  const remote = names.filter((name) => remoteName.test(name));
  if (remote.length === 0) return undefined;
  return load(ctx, { names: remote }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "forbidden") return [];
    log.warn({ err: error, requestId: ctx.requestId }, "the tenant's tools could not be read");
    return [];
  });
}
