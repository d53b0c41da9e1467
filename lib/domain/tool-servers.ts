import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { tenants, toolServers } from "@/db/schema";
import { withTenant, type Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type {
  addToolServerSchema,
  approveToolsSchema,
  ApprovedTool,
  ToolStanding,
  toolServerRefSchema,
} from "@/lib/contracts/tools";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { BlockedAddress } from "@/lib/platform/http/guarded-fetch";
import { ToolServer, type ListedTool, type ServerAddress } from "@/lib/platform/mcp/client";
import { closeToolServers } from "@/lib/platform/mcp/connections";
import { addressOf, checkUrl } from "@/lib/platform/mcp/policy";
import { compileSchema } from "@/lib/platform/mcp/schema";
import { defineVerb, requirePermission } from "./verb";

type Row = typeof toolServers.$inferSelect;
export type AddToolServer = z.infer<typeof addToolServerSchema>;
export type ApproveTools = z.infer<typeof approveToolsSchema>;
type Ref = z.infer<typeof toolServerRefSchema>;

/** Longest description of a tool that is kept and put to a model. */
const longestDescription = 1_000;

/** Who may share a connection: this tenant's calls of this server, at this address. */
export const connectionKey = (tenantId: string, row: Pick<Row, "id" | "url">) => `${tenantId}/${row.id}/${row.url}`;

/** Where a tenant's server is, with the token an operator has set for it. */
export async function addressFor(tx: Tx, { slug, url }: Pick<Row, "slug" | "url">): Promise<ServerAddress> {
  // Row-level security leaves one tenant to be read: one's own.
  const [tenant] = await tx.select({ slug: tenants.slug }).from(tenants);
  return addressOf(url, `${tenant?.slug}/${slug}`, env());
}

async function findServer(tx: Tx, slug: string): Promise<Row> {
  const [row] = await tx.select().from(toolServers).where(eq(toolServers.slug, slug));
  if (!row) throw new AppError("not_found", { detail: `There is no tool server ${slug}.` });
  return row;
}

/** What went wrong, in words that tell an administrator what to do and nothing of our network. */
function faultOf(error: unknown): string {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one instanceof BlockedAddress) return "its address is inside a network this program does not connect to";
  }
  return "it did not answer as a tool server";
}

/** An error for the log: what a server sent with it is left out, it may be long and is nobody's words of ours. */
export function briefly(error: unknown): string {
  const chain: string[] = [];
  for (let one: unknown = error; one instanceof Error; one = one.cause)
    chain.push(`${one.name}: ${one.message.slice(0, 200)}`);
  return chain.join(" < ");
}

async function listLive(address: ServerAddress): Promise<ListedTool[]> {
  const server = await ToolServer.open(address);
  try {
    return await server.list();
  } finally {
    server.close();
  }
}

/** Asks a server for its tools, outside any transaction. Throws `dependency_unavailable` with what was wrong. */
async function listOrExplain(address: ServerAddress): Promise<ListedTool[]> {
  try {
    return await listLive(address);
  } catch (error) {
    throw new AppError("dependency_unavailable", {
      detail: `The server was not reached: ${faultOf(error)}.`,
      cause: briefly(error),
    });
  }
}

const isUsable = (tool: Pick<ListedTool, "inputSchema" | "outputSchema">) =>
  compileSchema(tool.inputSchema) !== null &&
  (tool.outputSchema === undefined || compileSchema(tool.outputSchema) !== null);

function standingsOf(row: Row, live: ListedTool[] | null, fault: string | null): ToolStanding[] {
  const about = { server: row.slug, enabled: row.enabled, fault };
  const approved = row.tools.map((tool): ToolStanding => {
    const now = live?.find(({ name }) => name === tool.name);
    const standing =
      live === null || now?.fingerprint === tool.fingerprint ? "approved" : now === undefined ? "gone" : "changed";
    const { name, sideEffects, fingerprint, description } = tool;
    return { ...about, tool: name, standing, sideEffects, fingerprint: now?.fingerprint ?? fingerprint, description };
  });
  const others = (live ?? []).filter(({ name }) => !row.tools.some((tool) => tool.name === name));
  return [
    ...approved,
    ...others.map((tool): ToolStanding => ({
      ...about,
      tool: tool.name,
      standing: isUsable(tool) ? "not_approved" : "unusable",
      sideEffects: !tool.readOnly,
      fingerprint: tool.fingerprint,
      description: (tool.description ?? "").slice(0, longestDescription),
    })),
  ];
}

/** The steps that verbs and the command line share; each runs in a transaction of the tenant. */
export const steps = {
  add: async (tx: Tx, tenantId: string, { slug, url }: AddToolServer): Promise<Row> => {
    const [row] = await tx.insert(toolServers).values({ tenantId, slug, url }).onConflictDoNothing().returning();
    if (!row) throw new AppError("already_exists", { detail: `There is a tool server ${slug} already.` });
    return row;
  },
  approve: async (tx: Tx, input: ApproveTools, live: ListedTool[]): Promise<Row> => {
    const row = await findServer(tx, input.slug);
    const approved = input.tools.map((name): ApprovedTool => {
      const tool = live.find((one) => one.name === name);
      if (tool === undefined) throw new AppError("not_found", { detail: `${input.slug} has no tool ${name}.` });
      if (!isUsable(tool))
        throw new AppError("invalid_request", { detail: `The schema of ${name} cannot be checked by this program.` });
      const { fingerprint, inputSchema, outputSchema, readOnly } = tool;
      const description = (tool.description ?? name).slice(0, longestDescription);
      const sideEffects = !(readOnly || input.readOnly === true);
      return { name, fingerprint, sideEffects, description, inputSchema, ...(outputSchema ? { outputSchema } : {}) };
    });
    const others = row.tools.filter((tool) => !input.tools.includes(tool.name));
    const tools = [...others, ...approved];
    await tx.update(toolServers).set({ tools }).where(eq(toolServers.id, row.id));
    return { ...row, tools };
  },
  setEnabled: async (tx: Tx, { slug }: Ref, enabled: boolean): Promise<void> => {
    const row = await findServer(tx, slug);
    await tx.update(toolServers).set({ enabled }).where(eq(toolServers.id, row.id));
  },
  remove: async (tx: Tx, { slug }: Ref): Promise<void> => {
    const row = await findServer(tx, slug);
    await tx.delete(toolServers).where(eq(toolServers.id, row.id));
  },
};

/** Reads rows and addresses in one transaction, asks the servers outside of it, and says how each tool stands. */
export async function standings(tenantId: string, slug?: string): Promise<ToolStanding[]> {
  const servers = await withTenant({ tenantId }, async (tx) => {
    const some = slug === undefined ? undefined : and(eq(toolServers.slug, slug));
    const rows = await tx.select().from(toolServers).where(some).orderBy(asc(toolServers.slug));
    return Promise.all(rows.map(async (row) => ({ row, address: await addressFor(tx, row) })));
  });
  const looked = servers.map(async ({ row, address }) => {
    try {
      return standingsOf(row, await listLive(address), null);
    } catch (error) {
      return standingsOf(row, null, faultOf(error));
    }
  });
  return (await Promise.all(looked)).flat();
}

/** Looks at a server that is not added yet, or is. Throws `invalid_request` for an address that is never used, `dependency_unavailable`. */
export async function lookAt(tenantId: string, { slug, url }: { slug: string; url?: string }): Promise<ListedTool[]> {
  if (url !== undefined) checkUrl(url, env());
  const address = await withTenant({ tenantId }, async (tx) => {
    const where = url === undefined ? await findServer(tx, slug) : { slug, url };
    return addressFor(tx, where);
  });
  return listOrExplain(address);
}

const manage = "tool_server:manage" as const;
const audited = (action: string) => ({ action, subject: ({ slug }: Ref) => `tool_server:${slug}` });

const insertServer = defineVerb<AddToolServer, Row>({
  name: "tool_servers.add",
  permission: manage,
  audit: { ...audited("tool_server.add"), detail: ({ url }) => ({ url }) },
  run: (tx, ctx, input) => steps.add(tx, ctx.tenantId, input),
});

/** Adds a server after a look at it: which tools it has, none of them approved yet. */
export async function addToolServer(ctx: Ctx, input: AddToolServer): Promise<ToolStanding[]> {
  requirePermission(ctx, manage);
  const live = await lookAt(ctx.tenantId, input);
  return standingsOf(await insertServer(ctx, input), live, null);
}

const approve = defineVerb<ApproveTools & { live: ListedTool[] }, Row>({
  name: "tool_servers.approve",
  permission: manage,
  audit: {
    ...audited("tool_server.approve"),
    detail: ({ tools, readOnly }) => ({ tools, readOnly: readOnly === true }),
  },
  run: (tx, _ctx, { live, ...input }) => steps.approve(tx, input, live),
});

/** Approves tools as their server describes them now: any later change of that makes them refused. Throws `not_found`. */
export async function approveTools(ctx: Ctx, input: ApproveTools): Promise<ToolStanding[]> {
  requirePermission(ctx, manage);
  const live = await lookAt(ctx.tenantId, { slug: input.slug });
  return standingsOf(await approve(ctx, { ...input, live }), live, null);
}

/** A disabled server's tools are in no talk, whatever scenarios name. */
export const disableToolServer = defineVerb<Ref, void>({
  name: "tool_servers.disable",
  permission: manage,
  audit: audited("tool_server.disable"),
  run: (tx, _ctx, input) => steps.setEnabled(tx, input, false),
});

export const enableToolServer = defineVerb<Ref, void>({
  name: "tool_servers.enable",
  permission: manage,
  audit: audited("tool_server.enable"),
  run: (tx, _ctx, input) => steps.setEnabled(tx, input, true),
});

export const removeToolServer = defineVerb<Ref, void>({
  name: "tool_servers.remove",
  permission: manage,
  audit: audited("tool_server.remove"),
  run: async (tx, _ctx, input) => {
    await steps.remove(tx, input);
    closeToolServers();
  },
});

/** Servers and tools as they stand now; each server is asked. */
export async function listToolServers(ctx: Ctx): Promise<ToolStanding[]> {
  requirePermission(ctx, manage);
  return standings(ctx.tenantId);
}
