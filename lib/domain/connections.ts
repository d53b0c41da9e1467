import { and, asc, eq, ne, sql } from "drizzle-orm";
import { connections, issuers, logins } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { Connection, ConnectionInput, Probe } from "@/lib/contracts/sign-in";
import { callbackAddress, connectionProviderId } from "@/lib/platform/auth/provider-ids";
import { openClientSecret, sealClientSecret } from "@/lib/platform/auth/connection-secret";
import { forgetIssuer } from "@/lib/platform/auth/discovery";
import { issuerFault } from "@/lib/platform/auth/issuer-fetch";
import { probe } from "@/lib/platform/auth/probe";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { endLoginsThrough } from "./logins";
import { defineVerb, sqlState } from "./verb";

type Row = typeof connections.$inferSelect;

const shown = ({ id, name, issuer, clientId, scopes, roleClaim, roles, defaultRole, enabled }: Row) => ({
  id,
  name,
  issuer,
  clientId,
  scopes,
  roleClaim,
  roles,
  defaultRole,
  enabled,
});

const openSecret = (tx: Tx, row: Row) => openClientSecret(row, (work) => work(tx));

async function view(tx: Tx, row: Row): Promise<Connection> {
  const callback = callbackAddress(connectionProviderId(row.id));
  return { ...shown(row), callback, opens: (await openSecret(tx, row)) !== null };
}

/** The tenant's own identity providers, by name. For verbs that have checked who asks. */
export async function connectionsOf(tx: Tx): Promise<Connection[]> {
  const rows = await tx.select().from(connections).orderBy(asc(connections.name), asc(connections.id));
  const views: Connection[] = [];
  for (const row of rows) views.push(await view(tx, row));
  return views;
}

async function find(tx: Tx, id: string): Promise<Row> {
  const [row] = await tx.select().from(connections).where(eq(connections.id, id)).for("update");
  if (!row) throw new AppError("not_found");
  return row;
}

const mostConnections = 20;

/** Throws `invalid_request` for an issuer that could never be asked. */
function checkIssuer(issuer: string): void {
  const fault = issuerFault(issuer);
  if (fault) throw new AppError("invalid_request", { fields: { issuer: fault } });
}

async function keepUnique<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqlState(error) === "23505") throw new AppError("already_exists", { cause: error });
    throw error;
  }
}

/** Adds an identity provider, switched off. Throws `invalid_request`, `already_exists`, `unprocessable` when there are too many. */
export const addConnection = defineVerb<ConnectionInput, Connection>({
  name: "connections.add",
  permission: "sign_in:manage",
  audit: {
    action: "connection.add",
    subject: (_, { id }) => `connection:${id}`,
    detail: (_, { name, issuer, clientId, roles, defaultRole }) => ({ name, issuer, clientId, roles, defaultRole }),
  },
  run: async (tx, ctx, { clientSecret: plain, ...input }) => {
    checkIssuer(input.issuer);
    if (plain === undefined) throw new AppError("invalid_request", { fields: { clientSecret: "is needed" } });
    if ((await tx.$count(connections)) >= mostConnections) throw new AppError("unprocessable");
    const id = crypto.randomUUID();
    const clientSecret = await sealClientSecret({ tenantId: ctx.tenantId, id }, plain);
    const values = { id, tenantId: ctx.tenantId, ...input, clientSecret };
    const [row] = await keepUnique(() => tx.insert(connections).values(values).returning());
    if (!row) throw new Error("the connection could not be saved");
    return view(tx, row);
  },
});

interface Changed {
  before: ReturnType<typeof shown>;
  after: ReturnType<typeof shown>;
  connection: Connection;
}

const bare = (issuer: string) => issuer.replace(/\/$/u, "");

/** Other providers of the tenant that are on, through the same issuer or any. */
function othersOn(tx: Tx, { id, issuer }: Row, which: "same" | "any") {
  const same = which === "same" ? sql`regexp_replace(${connections.issuer}, '/$', '') = ${bare(issuer)}` : undefined;
  return tx.$count(connections, and(ne(connections.id, id), eq(connections.enabled, true), same));
}

/**
 * Throws `unprocessable` when the actor came by this provider and would leave no way in: neither another one that is on
 * nor the deployment's issuer.
 */
async function assertWayBack(tx: Tx, ctx: Ctx, row: Row): Promise<void> {
  if (!row.enabled || ctx.via?.kind !== "login") return;
  const [login] = await tx.select({ issuer: logins.issuer }).from(logins).where(eq(logins.id, ctx.via.id));
  if (login?.issuer !== bare(row.issuer)) return;
  const ours = await tx.$count(issuers, eq(issuers.issuer, bare(env().oidc.issuer)));
  if (ours === 0 && (await othersOn(tx, row, "any")) === 0) {
    throw new AppError("unprocessable", {
      detail: "You came by it, and there is no other way to sign in.",
      fields: { issuer: "your only way to sign in" },
    });
  }
}

/** Ends the sign-ins that came by a provider, unless another way of the tenant leads through the same issuer. */
async function endThrough(tx: Tx, row: Row): Promise<void> {
  if (bare(row.issuer) === bare(env().oidc.issuer) || (await othersOn(tx, row, "same")) > 0) return;
  await endLoginsThrough(tx, row.issuer);
}

const update = defineVerb<{ id: string; input?: ConnectionInput; enabled?: boolean }, Changed>({
  name: "connections.update",
  permission: "sign_in:manage",
  audit: {
    action: "connection.update",
    subject: ({ id }) => `connection:${id}`,
    detail: ({ input }) => (input?.clientSecret === undefined ? {} : { newCredentials: true }),
    change: (_, { before, after }) => ({ before, after }),
  },
  run: async (tx, ctx, { id, input, enabled }) => {
    const before = await find(tx, id);
    const { clientSecret: plain, ...rest }: Partial<ConnectionInput> = input ?? {};
    if (rest.issuer !== undefined) checkIssuer(rest.issuer);
    const moved = rest.issuer !== undefined && bare(rest.issuer) !== bare(before.issuer);
    if (moved || enabled === false) await assertWayBack(tx, ctx, before);
    const values = {
      ...rest,
      // Tried before, with another issuer: it has to be tried again.
      ...(moved ? { enabled: false } : enabled === undefined ? {} : { enabled }),
      ...(plain !== undefined && { clientSecret: await sealClientSecret(before, plain) }),
      updatedAt: new Date(),
    };
    const [row] = await keepUnique(() => tx.update(connections).set(values).where(eq(connections.id, id)).returning());
    if (!row) throw new AppError("not_found");
    if (before.enabled && !row.enabled) await endThrough(tx, before);
    for (const issuer of [before.issuer, row.issuer]) forgetIssuer(issuer);
    return { before: shown(before), after: shown(row), connection: await view(tx, row) };
  },
});

/**
 * Changes an identity provider; without a secret it keeps its own. Another issuer switches it off until it is tried.
 * Throws `not_found`, `invalid_request`, `already_exists`, and `unprocessable` for the only way in of whoever asks.
 */
export async function changeConnection(ctx: Ctx, given: ConnectionInput & { id: string }): Promise<Connection> {
  const { id, ...input } = given;
  return (await update(ctx, { id, input })).connection;
}

/**
 * Removes an identity provider and ends the sign-ins that came by it. Throws `not_found`, and `unprocessable` for the only
 * way in of whoever asks.
 */
export const removeConnection = defineVerb<{ id: string }, { name: string; issuer: string }>({
  name: "connections.remove",
  permission: "sign_in:manage",
  audit: {
    action: "connection.remove",
    subject: ({ id }) => `connection:${id}`,
    detail: (_, { name, issuer }) => ({ name, issuer }),
  },
  run: async (tx, ctx, { id }) => {
    const row = await find(tx, id);
    await assertWayBack(tx, ctx, row);
    await endThrough(tx, row);
    await tx.delete(connections).where(eq(connections.id, id));
    return row;
  },
});

const readForProbe = defineVerb<{ id: string }, Parameters<typeof probe>[0]>({
  name: "connections.read",
  permission: "sign_in:manage",
  audit: "none",
  run: async (tx, _ctx, { id }) => {
    const row = await find(tx, id);
    return { id, issuer: row.issuer, clientId: row.clientId, clientSecret: await openSecret(tx, row) };
  },
});

/** Tries an identity provider without signing anybody in: what works and what does not, step by step. Throws `not_found`. */
export async function testConnection(ctx: Ctx, ref: { id: string }): Promise<Probe> {
  const tried = await readForProbe(ctx, ref);
  forgetIssuer(tried.issuer);
  return probe(tried);
}

/**
 * Switches an identity provider on or off. On only when a try of it succeeds, off with an end to the sign-ins that came by
 * it. Throws `not_found`, `connection_unusable`, and `unprocessable` to switch off the only way in of whoever asks.
 */
export async function setConnectionEnabled(
  ctx: Ctx,
  { id, enabled }: { id: string; enabled: boolean },
): Promise<Connection> {
  if (enabled && !(await testConnection(ctx, { id })).usable) throw new AppError("connection_unusable");
  return (await update(ctx, { id, enabled })).connection;
}
