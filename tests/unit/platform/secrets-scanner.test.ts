import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeKey } from "@/lib/platform/auth/key-secret";

const root = resolve(".");
let clone = "";

/** Files of the project that decide what may be committed, in a repository of their own. */
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), "salesboost-clone-"));
  for (const file of [".secretlintrc.json", ".gitignore", "lefthook.yml", "commitlint.config.mjs", "package.json"])
    cpSync(file, join(clone, file));
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  run("git", ["init", "-q"]);
  run("git", ["config", "user.email", "dev@example.com"]);
  run("git", ["config", "user.name", "Dev"]);
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

function run(command: string, args: string[]): { ok: boolean; said: string } {
  // A hook that is running passes its own repository on to what it starts.
  const path = `${join(root, "node_modules", ".bin")}:${process.env.PATH ?? ""}`;
  const env: NodeJS.ProcessEnv = { ...process.env, PATH: path };
  for (const name of Object.keys(env)) if (/^(?:GIT|LEFTHOOK)_/u.test(name)) delete env[name];
  const done = spawnSync(command, args, { cwd: clone, encoding: "utf8", env });
  return { ok: done.status === 0, said: `${done.stdout}${done.stderr}` };
}

const script = (name: string) => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }; // sound: our own file
  return scripts[name] ?? "";
};
const scan = () => run("sh", ["-c", script("secrets")]);
const plant = (file: string, text: string) => writeFileSync(join(clone, file), text);

const planted = [
  ["a key of our own API", "call.ts", () => makeKey().secret],
  ["an auth secret in a compose file", "compose.yml", () => `AUTH_SECRET: ${randomBytes(48).toString("base64url")}`],
  ["a token in a settings file", ".env.production", () => `METRICS_TOKEN=${randomBytes(24).toString("hex")}`],
  ["a token of Vault", "notes.md", () => `hvs.${randomBytes(24).toString("hex")}`],
  ["a token of GitHub", "ci.ts", () => `ghp_${randomBytes(18).toString("hex")}`],
] as const;

describe("the scanner of secrets", () => {
  it("runs within `npm run verify`", () => {
    expect(readFileSync("scripts/local/checks.mjs", "utf8")).toMatch(/const names = \[[^\]]*"secrets"/u);
    expect(script("secrets")).toContain("secretlint");
  });

  it("lets the settings pass as they are documented", () => {
    cpSync(".env.example", join(clone, ".env.example"));
    expect(scan()).toEqual({ ok: true, said: "" });
  });

  it.each(planted)("finds %s, and does not repeat it", (_what, file, make) => {
    const text = make();
    plant(file, `${text}\n`);
    const { ok, said } = scan();
    rmSync(join(clone, file));
    expect(ok).toBe(false);
    expect(said).toContain(file);
    expect(said).not.toContain(text);
  });

  it("keeps a planted key out of a commit, by the hook that the documented command installs", () => {
    expect(readFileSync("CONTRIBUTING.md", "utf8")).toContain("npm run hooks");
    expect(run("sh", ["-c", script("hooks")]).ok).toBe(true);
    plant("call.md", `${makeKey().secret}\n`);
    run("git", ["add", "call.md"]);
    const refused = run("git", ["commit", "-m", "docs: say how to call"]);
    expect(refused.said).toContain("secretlint");
    expect(refused.ok).toBe(false);
    plant("call.md", "Ask your administrator for a key.\n");
    run("git", ["add", "call.md"]);
    const taken = run("git", ["commit", "-m", "docs: say how to call"]);
    expect(taken.said).toContain("1 file changed");
    expect(taken.ok).toBe(true);
  });
});
