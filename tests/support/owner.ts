import { Client } from "pg";
import { door } from "@/db/client";
import type { EmbeddedDoor } from "@/db/embedded";
import { server } from "./database";

/** Runs statements as the mightiest there is, behind the application's back. Gives the rows of the last one. */
export async function asOwner(text: string): Promise<Record<string, unknown>[]> {
  if (!server.cluster) {
    // Sound: without a cluster the tests run on the embedded database.
    const results = await ((await door()) as EmbeddedDoor).instance.exec(text);
    return results.at(-1)?.rows ?? [];
  }
  const client = new Client({ connectionString: server.cluster.adminUrl });
  await client.connect();
  try {
    const results: unknown = await client.query(text);
    const last: unknown = Array.isArray(results) ? results.at(-1) : results;
    // Sound: node-postgres answers each statement with its rows.
    return (last as { rows: Record<string, unknown>[] }).rows;
  } finally {
    await client.end();
  }
}
