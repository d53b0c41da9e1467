/**
 * How a path is guarded: pages lead to sign-in, the API answers 401, `scim` asks for a key behind the edge, `asset` is a file
 * of the build, the rest guards itself or is for everybody. What is not known is a page: it needs somebody signed in.
 */
export type PathKind = "page" | "public_page" | "api" | "open_api" | "scim" | "asset";

const within = (path: string, root: string) => path === root || path.startsWith(`${root}/`);
const assets = new Set(["/icon.svg", "/favicon.ico", "/robots.txt"]);
/** sign-in itself, health, metrics and machine doors with secrets of their own */
const open = ["/api/auth", "/api/health", "/api/internal", "/api/metrics"];

export function pathKind(path: string): PathKind {
  if (within(path, "/api/v1")) return path === "/api/v1/openapi.json" ? "open_api" : "api";
  if (open.some((root) => within(path, root))) return "open_api";
  if (within(path, "/api")) return "api";
  if (within(path, "/scim")) return "scim";
  if (within(path, "/_next") || assets.has(path)) return "asset";
  return within(path, "/sign-in") ? "public_page" : "page";
}
