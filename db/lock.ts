import { linkSync, mkdirSync, readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Thrown when another live process holds the folder. One line, for the operator. */
export class FolderInUse extends Error {
  constructor(folder: string, holder: string) {
    super(`The data folder ${folder} is in use by ${holder}. Stop it first, or set DATA_DIR to another folder.`);
    this.name = "FolderInUse";
  }
}

/** When a process started, in clock ticks: tells it from a later one with the same id. Linux only, elsewhere "". */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A killed process whose parent has not asked for it yet still has its id, and holds nothing any more.
    return fields[0] === "Z" ? "dead" : (fields[19] ?? "");
  } catch {
    return "";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: alive, but another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** The live process that holds this lock file, or null. */
export function holderOf(file: string): number | null {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  const [pid, birth = ""] = content.trim().split(" ");
  const id = Number(pid);
  if (!Number.isInteger(id) || id <= 0 || !isAlive(id)) return null;
  return birth === birthOf(id) ? id : null;
}

/** A hard link appears with its content or not at all, so no rival ever reads an empty lock. */
function tryCreate(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${process.pid} ${birthOf(process.pid)}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/** Clears a lock whose holder died. Only one process at a time may, else it could clear its rival's new lock. */
function clearStale(file: string, folder: string): void {
  const guard = `${file}.clearing`;
  if (!tryCreate(guard)) {
    const other = holderOf(guard);
    if (other || Date.now() - statSync(guard).mtimeMs < 5000)
      throw new FolderInUse(folder, "a process that is starting");
    unlinkSync(guard);
    if (!tryCreate(guard)) throw new FolderInUse(folder, "a process that is starting");
  }
  try {
    const holder = holderOf(file);
    if (holder) throw new FolderInUse(folder, `process ${holder}`);
    unlinkSync(file);
  } finally {
    unlinkSync(guard);
  }
}

/**
 * Takes the folder for this process until it exits: the embedded database has no lock of its own, and two processes
 * on one folder corrupt it silently. Returns the release. Throws `FolderInUse` naming the holder.
 */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  mkdirSync(dirname(file), { recursive: true });
  if (!tryCreate(file)) {
    const holder = holderOf(file);
    if (holder) throw new FolderInUse(folder, `process ${holder}`);
    clearStale(file, folder);
    if (!tryCreate(file)) throw new FolderInUse(folder, "a process that has just started");
  }
  const release = () => {
    process.off("exit", release);
    if (holderOf(file) === process.pid) unlinkSync(file);
  };
  process.on("exit", release);
  return release;
}
