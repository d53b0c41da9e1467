import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/platform/env";

/** What the command line needs to reach a running server: only who can read its data folder has it. */
export interface OperateKey {
  token: string;
  url: string;
}

const fileIn = (dataDir: string) => join(dataDir, "operate.token");

/** Makes the key of this server, new at each start, readable by its own user alone. */
export function writeOperateKey(): void {
  const { dataDir, port, databaseDriver } = env();
  if (databaseDriver !== "pglite" || dataDir.startsWith("memory:")) return;
  const file = fileIn(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const content = `${randomBytes(32).toString("base64url")}\nhttp://127.0.0.1:${port}\n`;
  writeFileSync(file, content, { mode: 0o600 });
  // The mode above holds for a new file only.
  chmodSync(file, 0o600);
}

/** The key of the server on this data folder, or null when none has written one. */
export function readOperateKey(dataDir: string = env().dataDir): OperateKey | null {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return null;
  const [token, url] = readFileSync(file, "utf8").split("\n");
  return token && url ? { token, url } : null;
}
