import { ToolServer, type ServerAddress } from "./client";

/** How long a connection is kept for the next call. */
const idleMs = 60_000;

interface Kept {
  server: ToolServer;
  timer: ReturnType<typeof setTimeout>;
}

const cache = Symbol.for("salesboost.tool-servers");
const holder: typeof globalThis & { [cache]?: Map<string, Kept> } = globalThis;
const kept = () => (holder[cache] ??= new Map());

function drop(key: string, server: ToolServer): void {
  const now = kept().get(key);
  if (now?.server === server) {
    clearTimeout(now.timer);
    kept().delete(key);
  }
  server.close();
}

function keep(key: string, server: ToolServer): void {
  const before = kept().get(key);
  if (before) {
    clearTimeout(before.timer);
    if (before.server !== server) before.server.close();
  }
  const timer = setTimeout(() => drop(key, server), idleMs);
  timer.unref();
  kept().set(key, { server, timer });
}

/** Closes what is kept: of one key, or all. */
export function closeToolServers(key?: string): void {
  for (const [name, { server }] of kept()) if (key === undefined || name === key) drop(name, server);
}

/**
 * Does something with a server, on a connection of the last minute where there is one. `key` names who may share it: a tenant's
 * server, never an address alone. A kept connection that has died is replaced once, unless `isAnswer` knows the error as what the
 * server had to say; whatever goes wrong is thrown.
 */
export async function withToolServer<T>(
  key: string,
  address: ServerAddress,
  signal: AbortSignal,
  work: (server: ToolServer) => Promise<T>,
  isAnswer: (error: unknown) => boolean,
): Promise<T> {
  const old = kept().get(key)?.server;
  const server = old ?? (await ToolServer.open(address, signal));
  try {
    const result = await work(server);
    keep(key, server);
    return result;
  } catch (error) {
    if (isAnswer(error)) {
      keep(key, server);
      throw error;
    }
    drop(key, server);
    if (old === undefined || signal.aborted) throw error;
    return withToolServer(key, address, signal, work, isAnswer);
  }
}
