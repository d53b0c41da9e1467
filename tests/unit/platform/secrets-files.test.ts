import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FileSecrets } from "@/lib/platform/secrets/files";
import { secretNames } from "@/lib/platform/secrets/names";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "salesboost-secrets-"));
});
const write = (name: string, value: string) => writeFileSync(join(folder, name), value);

describe("secrets in files", () => {
  it("are one file per name, without the line's end", async () => {
    write("OPENAI_API_KEY", "sk-one\n");
    write("SOMETHING_ELSE", "ignored");
    const { values } = await new FileSecrets(folder).read(secretNames);
    expect(values).toMatchObject({ OPENAI_API_KEY: { value: "sk-one" } });
    expect(Object.keys(values)).toEqual(["OPENAI_API_KEY"]);
  });

  it("may be named one by one, wherever they lie", async () => {
    write("key-of-the-model", "sk-named");
    const named = { OPENAI_API_KEY: join(folder, "key-of-the-model") };
    const { values } = await new FileSecrets("/nonexistent", named).read(secretNames);
    expect(values.OPENAI_API_KEY?.value).toBe("sk-named");
  });

  it("are not there when a file is empty", async () => {
    write("OPENAI_API_KEY", "\n");
    expect((await new FileSecrets(folder).read(secretNames)).values).toEqual({});
  });

  it("fail as a whole when their folder is gone, instead of being none", async () => {
    rmSync(folder, { recursive: true });
    await expect(new FileSecrets(folder).read(secretNames)).rejects.toMatchObject({ passing: true });
  });

  it("say which file cannot be read, or is too long for a secret", async () => {
    mkdirSync(join(folder, "CRON_SECRET"));
    await expect(new FileSecrets(folder).read(secretNames)).rejects.toThrow(/CRON_SECRET could not be read.*EISDIR/);
    rmSync(join(folder, "CRON_SECRET"), { recursive: true });
    write("CRON_SECRET", "x".repeat(70_000));
    await expect(new FileSecrets(folder).read(secretNames)).rejects.toThrow(/CRON_SECRET.*longer/);
  });

  it("are noticed when one is written, and when Kubernetes swaps the folder behind its link", async () => {
    for (const version of ["one", "two"]) {
      mkdirSync(join(folder, `..${version}`));
      write(`..${version}/OPENAI_API_KEY`, `sk-${version}`);
    }
    symlinkSync("..one", join(folder, "..data"));
    symlinkSync("..data/OPENAI_API_KEY", join(folder, "OPENAI_API_KEY"));
    const secrets = new FileSecrets(folder);
    const changed = vi.fn<() => void>();
    const stop = secrets.watch(changed);
    symlinkSync("..two", join(folder, "..data_tmp"));
    renameSync(join(folder, "..data_tmp"), join(folder, "..data"));
    await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 10_000 });
    expect((await secrets.read(secretNames)).values.OPENAI_API_KEY?.value).toBe("sk-two");
    changed.mockClear();
    write("CRON_SECRET", "c".repeat(20));
    await vi.waitFor(() => expect(changed).toHaveBeenCalled(), { timeout: 10_000 });
    stop();
  });
});
