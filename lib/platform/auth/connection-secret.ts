import { and, eq } from "drizzle-orm";
import { connections } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import { seal, unseal } from "./sealed";

interface Sealed {
  id: string;
  tenantId: string;
  clientSecret: string;
}

/** What a connection's client secret is sealed for: a copy in another row opens there as little as elsewhere. */
const purposeOf = ({ tenantId, id }: Pick<Sealed, "tenantId" | "id">) => `connection ${tenantId} ${id}`;

export function sealClientSecret(connection: Pick<Sealed, "tenantId" | "id">, secret: string): Promise<string> {
  return seal(purposeOf(connection), secret);
}

/**
 * The secret of a connection, or null when it was sealed with a secret of the application that is gone. One sealed with an
 * older secret is sealed anew on the way, in a transaction of its tenant that `inTenant` gives, unless another was saved
 * since it was read.
 */
export async function openClientSecret(
  connection: Sealed,
  inTenant: (work: (tx: Tx) => Promise<unknown>) => Promise<unknown>,
): Promise<string | null> {
  const opened = await unseal(purposeOf(connection), connection.clientSecret);
  if (opened?.stale) {
    const clientSecret = await sealClientSecret(connection, opened.text);
    const asRead = and(eq(connections.id, connection.id), eq(connections.clientSecret, connection.clientSecret));
    await inTenant((tx) => tx.update(connections).set({ clientSecret }).where(asRead));
  }
  return opened?.text ?? null;
}
