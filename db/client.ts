import { env } from "@/lib/platform/env";
import type { Door } from "./door";
import { watched } from "./watched";

/** On the global object: the framework loads this module more than once, and the embedded database has one owner. */
const slot = Symbol.for("salesboost.database");
const holder: typeof globalThis & { [slot]?: Promise<Door> } = globalThis;

async function connect(): Promise<Door> {
  const settings = env();
  if (settings.databaseDriver === "pglite") return (await import("./embedded")).embeddedDoor(settings);
  if (settings.databaseDriver === "neon") return (await import("./neon")).neonDoor(settings);
  return (await import("./pool")).postgresDoor(settings);
}

/** The one connection to the database of this process, opened at first use. Imported by the named doors alone. */
export function door(): Promise<Door> {
  const opened = (holder[slot] ??= connect().then(watched));
  // A failed opening is not kept: the next caller tries again.
  opened.catch(() => {
    if (holder[slot] === opened) delete holder[slot];
  });
  return opened;
}

/** Closes it, if it was opened. */
export async function closeDoor(): Promise<void> {
  const opened = holder[slot];
  delete holder[slot];
  await (await opened)?.close();
}
