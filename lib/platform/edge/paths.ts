/** How a path is guarded: pages lead to sign-in, the API answers 401, the rest guards itself or is for everybody. */
export type PathKind = "page" | "public_page" | "api" | "open_api";

const within = (path: string, root: string) => path === root || path.startsWith(`${root}/`);

export function pathKind(path: string): PathKind {
  if (within(path, "/api/v1")) return path === "/api/v1/openapi.json" ? "open_api" : "api";
  // sign-in itself, health, metrics and machine doors with secrets of their own
  if (within(path, "/api/auth") || within(path, "/api/health") || within(path, "/api/internal")) return "open_api";
  if (path === "/api/metrics") return "open_api";
  if (within(path, "/api")) return "api";
  return within(path, "/sign-in") ? "public_page" : "page";
}
