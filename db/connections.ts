import { and, asc, eq } from "drizzle-orm";
import { withDirectory } from "./identity";
import { connections, tenants } from "./schema";

type ConnectionRow = typeof connections.$inferSelect;

/** An enabled connection of any tenant, for a sign-in that names it: nobody is known yet. */
export async function findConnection(id: string): Promise<ConnectionRow | null> {
  const [found] = await withDirectory((tx) =>
    tx
      .select()
      .from(connections)
      .where(and(eq(connections.id, id), eq(connections.enabled, true))),
  );
  return found ?? null;
}

/** What the sign-in page of a tenant offers. A tenant that does not exist offers as little as one without connections. */
export async function listSignInChoices(tenantSlug: string): Promise<{ id: string; name: string }[]> {
  return withDirectory((tx) =>
    tx
      .select({ id: connections.id, name: connections.name })
      .from(connections)
      .innerJoin(tenants, eq(tenants.id, connections.tenantId))
      .where(and(eq(tenants.slug, tenantSlug), eq(connections.enabled, true)))
      .orderBy(asc(connections.name), asc(connections.id)),
  );
}

/** The name in addresses of a connection's tenant, also when it is switched off. */
export async function tenantOfConnection(id: string): Promise<string | null> {
  const [found] = await withDirectory((tx) =>
    tx
      .select({ slug: tenants.slug })
      .from(connections)
      .innerJoin(tenants, eq(tenants.id, connections.tenantId))
      .where(eq(connections.id, id)),
  );
  return found?.slug ?? null;
}

/** The sealed secrets of all tenants' connections, for sealing them anew. */
export async function listSealed(): Promise<Pick<ConnectionRow, "id" | "tenantId" | "clientSecret">[]> {
  const { id, tenantId, clientSecret } = connections;
  return withDirectory((tx) => tx.select({ id, tenantId, clientSecret }).from(connections));
}
