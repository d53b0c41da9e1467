import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

describe("the security pages", () => {
  const pages = ["SECURITY.md", ...globSync("docs/security/*.md")];
  it("name tests and files that exist", () => {
    const named = pages.flatMap((page) =>
      [
        ...readFileSync(page, "utf8").matchAll(/`((?:tests|lib|db|app|agents|scripts|deploy|docs)\/[\w./[\]()-]+?)`/gu),
      ].map(([, path]) => `${page}: ${path}`),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((line) => !existsSync(line.split(": ")[1] ?? ""))).toEqual([]);
  });
});
