import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const sources = (pattern: string) =>
  globSync(pattern, { exclude: (path) => path.includes("node_modules") || path.startsWith(".") }).map((path) => ({
    path: path.replaceAll("\\", "/"),
    text: readFileSync(path, "utf8"),
  }));

/** Auth.js answers its own routes, and health must answer when everything else is broken. */
const ownAnswer = ["app/api/auth/[...nextauth]/", "app/api/health/"];
const exportedHandler = /^export (?:async )?(?:const|function|\{)\s*(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b(.*)$/gm;

describe("doors", () => {
  it("every route is made by the one wrapper", () => {
    const routes = sources("app/**/route.ts");
    expect(routes.length).toBeGreaterThan(8);
    const bare = routes
      .filter(({ path }) => !ownAnswer.some((own) => path.startsWith(own)))
      .filter(({ text }) => {
        const handlers = [...text.matchAll(exportedHandler)];
        return (
          handlers.length === 0 || handlers.some(([, , rest]) => !/^\s*= define(Public|Scim)?Route\(/.test(rest ?? ""))
        );
      });
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  it("every server action is made by the one wrapper", () => {
    const bare = sources("app/**/actions.ts")
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^export (?:async )?(?:const|function) (\w+)(.*)$/gm)].map(([, name, rest]) => ({
          place: `${path}: ${name}`,
          rest: rest ?? "",
        })),
      )
      .filter(({ place }) => !place.endsWith("sign-in/actions.ts: beginSignIn")) // nobody is signed in yet
      .filter(({ rest }) => !/= define(Public)?Action\(/.test(rest));
    expect(bare.map(({ place }) => place)).toEqual([]);
  });

  it("the environment is read in one place", () => {
    // next.config.ts runs at build time; instrumentation must name the runtime for the bundler to drop the other one
    const allowed = ["lib/platform/env.ts", "next.config.ts", "instrumentation.ts", "playwright.config.ts"];
    const readers = [...sources("{app,agents,components,db,lib}/**/*.{ts,tsx}"), ...sources("*.ts")]
      .filter(({ text }) => /\bprocess\.env\b|import\.meta\.env\b/.test(text))
      .map(({ path }) => path)
      .filter((path) => !allowed.includes(path));
    expect(readers).toEqual([]);
  });

  it("only the logger writes to the console", () => {
    const talkers = sources("{app,agents,components,db,lib}/**/*.{ts,tsx}")
      .filter(({ text }) => /\bconsole\.\w+\(/.test(text))
      .map(({ path }) => path);
    // the edge has nothing else to write to; its lines have the logger's shape
    expect(talkers).toEqual(["lib/platform/log-edge.ts"]);
  });

  it("no log goes to the database: what writes lines reaches no table, and nothing hands the log a stream of its own", () => {
    const writers = [...sources("lib/platform/{log*,logged-*}.ts"), ...sources("lib/platform/observe/*.ts")];
    expect(writers.length).toBeGreaterThan(6);
    const reaching = writers.filter(({ text }) => /from "@\/(db|lib\/domain)\//.test(text)).map(({ path }) => path);
    expect(reaching).toEqual([]);
    const product = sources("{app,agents,components,db,lib}/**/*.{ts,tsx}");
    const redirected = product.filter(({ text }) =>
      /createLog\([^)]|pino\.(transport|destination|multistream)/.test(text),
    );
    expect(redirected.map(({ path }) => path)).toEqual(["lib/platform/log.ts"]);
    const tables = sources("db/schema/*.ts").flatMap(({ text }) => [...text.matchAll(/pgTable\(\s*"(\w+)"/g)]);
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.map(([, name]) => name).filter((name) => /(^|_)logs?$/.test(name ?? ""))).toEqual([]);
  });
});
