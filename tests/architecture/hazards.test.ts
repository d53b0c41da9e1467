import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const product = globSync("{app,agents,components,db,lib}/**/*.{ts,tsx}").map((path) => ({
  path: path.replaceAll("\\", "/"),
  text: readFileSync(path, "utf8"),
}));
const using = (pattern: RegExp) => product.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe("what the program never does", () => {
  it("starts no other process", () => {
    expect(using(/["'](?:node:)?child_process["']/u)).toEqual([]);
  });

  it("runs no text as code", () => {
    expect(using(/\beval\(|new Function\(|["'](?:node:)?vm["']|setTimeout\(\s*["'`]/u)).toEqual([]);
  });

  it("writes no markup of its own into a page", () => {
    expect(using(/dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write\(/u)).toEqual(
      [],
    );
  });

  it("hashes with nothing weaker than SHA-256, and draws secrets from no common die", () => {
    expect(using(/create(?:Hash|Hmac)\(\s*["'](?:md5|sha1)["']|digest\(\s*["']SHA-1["']/iu)).toEqual([]);
    // The seeded die of the buyers is theirs; nothing secret comes from it.
    expect(using(/Math\.random\(/u)).toEqual([]);
  });

  it("turns no check of certificates off", () => {
    expect(using(/rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/u)).toEqual([]);
  });

  it("writes no text into a statement but as a parameter", () => {
    expect(using(/sql\.raw\(/u)).toEqual([]);
  });

  it("ships no source control data, settings or data of a run in its image", () => {
    const ignored = readFileSync(".dockerignore", "utf8").split("\n");
    for (const name of [".git", ".data", ".env*", "node_modules"]) expect(ignored).toContain(name);
  });
});
