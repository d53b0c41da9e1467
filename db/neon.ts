import { neonConfig, Pool } from "@neondatabase/serverless";
import type { Settings } from "@/lib/platform/env";
import type { Door } from "./door";
import { followingPool } from "./following-pool";
import { poolDoor, poolOptions } from "./pool";

/** Neon over WebSocket. `neonWsProxy` (host:port) stands in for Neon's own proxy in front of a plain Postgres. */
export function configureNeon(settings: Settings): void {
  // One write per statement: coalescing waits for a timer, ten times slower for short transactions.
  neonConfig.coalesceWrites = false;
  neonConfig.webSocketConstructor = globalThis.WebSocket;
  if (!settings.neonWsProxy) return;
  neonConfig.wsProxy = (host, port) => `${settings.neonWsProxy}/v1?address=${host}:${port}`;
  neonConfig.useSecureWebSocket = false;
  neonConfig.pipelineTLS = false;
  neonConfig.pipelineConnect = false;
}

export function neonDoor(settings: Settings): Door {
  configureNeon(settings);
  return poolDoor("neon", followingPool(new Pool(poolOptions(settings)), settings), settings);
}
