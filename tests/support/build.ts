import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { distDir } from "@/scripts/local/build.mjs";
import { givenBuild } from "./app-server";

/** Where the manifests of the build under attack lie. */
const serverDir = () => join(givenBuild ?? join(distDir, "standalone"), ".next", "server");
const manifest = (name: string): unknown => JSON.parse(readFileSync(join(serverDir(), name), "utf8"));
// The casts below are sound: the shapes are those of Next's own manifests.
const entries = () => Object.keys(manifest("app-paths-manifest.json") as Record<string, string>);

/** A path as a browser asks for it: without groups. */
const address = (path: string) => path.replace(/\/\([^)]*\)/gu, "") || "/";

export interface BuiltDoor {
  /** as its row in the access matrix is called */
  name: string;
  /** source file */
  file: string;
}

/** Every page of the build by its address; Next's own error pages have none. */
export function builtPages(): BuiltDoor[] {
  return entries()
    .filter((entry) => entry.endsWith("/page") && !entry.startsWith("/_"))
    .map((entry) => ({ name: address(entry.slice(0, -"/page".length)), file: `app${entry}.tsx` }));
}

/** Every route file of the build; which methods it answers is in the file. */
export function builtRoutes(): { path: string; file: string }[] {
  return entries()
    .filter((entry) => entry.endsWith("/route"))
    .map((entry) => ({ path: address(entry.slice(0, -"/route".length)), file: routeFile(entry) }));
}

/** A path of the manifest spells a folder as it is; `%5F` and the like stand for themselves. */
const routeFile = (entry: string) => {
  const file = `app${entry}.ts`;
  return globSync(file.replace(/[[\]()]/gu, "?"))[0] ?? file;
};

export interface BuiltAction {
  /** `<file> <export>` */
  name: string;
  file: string;
  exported: string;
  /** what a browser sends as Next-Action */
  id: string;
  /** addresses of the pages that may call it */
  pages: string[];
}

type References = Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;

/** Every server action of the build. */
export function builtActions(): BuiltAction[] {
  const { node, edge } = manifest("server-reference-manifest.json") as { node: References; edge: References };
  return Object.entries({ ...node, ...edge }).map(([id, { filename, exportedName, workers }]) => ({
    name: `${filename} ${exportedName}`,
    file: filename,
    exported: exportedName,
    id,
    pages: Object.keys(workers)
      .map((worker) => address(worker.slice("app".length, -"/page".length)))
      .toSorted((a, b) => a.split("[").length - b.split("[").length || a.length - b.length),
  }));
}

/** The matchers of the build's middleware; empty when it has none. */
export function builtMiddleware(): RegExp[] {
  type Middleware = { middleware: Record<string, { matchers: { regexp: string }[] }> };
  const { middleware } = manifest("middleware-manifest.json") as Middleware;
  return Object.values(middleware).flatMap(({ matchers }) => matchers.map(({ regexp }) => new RegExp(regexp)));
}
