import { env } from "./env";

/** Paths whose first steps tell what was asked for without telling of whom; anything else is one of ours by its kind alone. */
const known = ["/api/v1", "/api/auth", "/api/health", "/api/internal", "/api/metrics", "/api", "/scim/v2", "/sign-in"];

function routeOf(path: string): string {
  const root = known.find((one) => path === one || path.startsWith(`${one}/`));
  return root === undefined ? "/*" : root === path ? root : `${root}/*`;
}

const methods = /^[A-Z]{1,20}$/u;
const rank = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: 100 } as const;

interface EdgeAnswer {
  requestId: string;
  method: string;
  path: string;
  /** milliseconds of the clock when the request came */
  began: number;
}

/** What the framework writes into the answer of a middleware that lets a request pass. */
const passes = "x-middleware-next";

/**
 * Tells of a request that the edge answered by itself, in one line of the shape that the server's log has. One that was let
 * pass is told of where it is answered.
 */
export function logAtEdge({ requestId, method, path, began }: EdgeAnswer, response: Response): void {
  const { logLevel, profile } = env();
  if (response.headers.has(passes) || rank[logLevel] > rank.info) return;
  const { status } = response;
  const refused = status >= 400;
  const line = {
    level: "info",
    time: new Date().toISOString(),
    app: "salesboost",
    profile,
    kind: "edge",
    requestId,
    route: routeOf(path),
    method: methods.test(method) ? method : "OTHER",
    status,
    outcome: refused ? "refused" : status >= 300 || response.headers.has("refresh") ? "redirect" : "ok",
    latencyMs: Math.max(0, Date.now() - began),
    msg: "request",
  };
  // oxlint-disable-next-line no-console -- the edge has no standard output of its own, and no other writer
  console.info(JSON.stringify(line));
}
