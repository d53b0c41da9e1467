import { watch, type FSWatcher } from "node:fs";
import { open, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { SecretName } from "./names";
import { SecretsUnavailable, type SecretProvider, type Version } from "./provider";

/** A secret is short; whatever is longer is another file. */
const mostBytes = 65_536;
/** Kubernetes swaps a whole folder at once, an editor writes twice: one look for all of it. */
const settleMs = 100;

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "unreadable");

async function readOne(name: SecretName, path: string): Promise<Version | null> {
  let handle;
  try {
    handle = await open(path, "r");
    const { mtimeMs, size } = await handle.stat();
    if (size > mostBytes) throw new SecretsUnavailable(`${name} of files (${path}) is longer than ${mostBytes}`, false);
    const value = (await handle.readFile("utf8")).trim();
    return value ? { value, version: new Date(mtimeMs).toISOString(), madeAt: mtimeMs } : null;
  } catch (error) {
    if (error instanceof SecretsUnavailable) throw error;
    if (codeOf(error) === "ENOENT") return null;
    throw new SecretsUnavailable(`${name} could not be read from files (${path}): ${codeOf(error)}`, false);
  } finally {
    await handle?.close();
  }
}

/** Secrets as Docker and Kubernetes mount them: a folder with one file per name, and files named one by one. */
export class FileSecrets implements SecretProvider {
  readonly name = "files";
  readonly place: string;

  /** @param named files of single secrets, which need not lie in the folder */
  constructor(
    private readonly folder: string,
    private readonly named: Partial<Record<SecretName, string>> = {},
  ) {
    this.place = folder;
  }

  async read(names: readonly SecretName[]) {
    await this.#checkFolder();
    const found = await Promise.all(
      names.map(async (name) => [name, await readOne(name, this.named[name] ?? join(this.folder, name))] as const),
    );
    return { values: Object.fromEntries(found.flatMap(([name, version]) => (version ? [[name, version]] : []))) };
  }

  watch(changed: () => void): () => void {
    let timer: NodeJS.Timeout | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(changed, settleMs);
      timer.unref();
    };
    const folders = new Set([this.folder, ...Object.values(this.named).map((path) => dirname(path))]);
    // Where watching is not to be had, what is old is looked at all the same.
    const watchers = [...folders].flatMap((folder): FSWatcher[] => {
      try {
        return [watch(folder, { persistent: false }, soon).on("error", () => {})];
      } catch {
        return [];
      }
    });
    return () => {
      clearTimeout(timer);
      for (const one of watchers) one.close();
    };
  }

  /** A folder that is gone is a mount that failed, not a set of secrets that were taken away. */
  async #checkFolder(): Promise<void> {
    try {
      if ((await stat(this.folder)).isDirectory()) return;
    } catch (error) {
      // Every secret may be named by a file of its own.
      if (codeOf(error) === "ENOENT" && Object.keys(this.named).length > 0) return;
      throw new SecretsUnavailable(`the folder of secrets (files: ${this.folder}) is not there`, true);
    }
    throw new SecretsUnavailable(`the folder of secrets (files: ${this.folder}) is a file`, false);
  }
}
