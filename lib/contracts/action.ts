import type { Problem } from "./problem";

/** What a server action answers: its data, or a problem told by its code. */
export type ActionResult<T> = { ok: true; data: T } | { ok: false; problem: Problem };
