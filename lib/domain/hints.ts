import { asc, eq } from "drizzle-orm";
import { chooseHint } from "@/agents/coach/hint";
import { sheetHint } from "@/agents/coach/sheet";
import { hints, practiceSessions } from "@/db/schema";
import type { Hint } from "@/lib/contracts/session";
import type { ToolPermission } from "@/lib/contracts/tools";
import { holds } from "@/lib/platform/auth/allow";
import { AppError } from "@/lib/platform/errors";
import { loadBundle } from "./bundles";
import { expireIfDue, ownSession } from "./endings";
import { defineVerb, Refusal, sqlState } from "./verb";

/**
 * One short hint for where the talk stands; marks the session assisted. Throws `hints_off`, `hints_exhausted`,
 * `session_ended`, `not_found`.
 */
export const askHint = defineVerb<{ sessionId: string }, Hint>({
  name: "hints.ask",
  permission: "session:practise",
  audit: { action: "hint.give", subject: ({ sessionId }) => `session:${sessionId}` },
  enqueues: true,
  run: async (tx, ctx, { sessionId }) => {
    const row = await ownSession(tx, ctx, sessionId);
    if (!(await expireIfDue(tx, ctx, row, new Date()))) return new Refusal(new AppError("session_ended"));
    const bundle = await loadBundle(tx, ctx.tenantId, row);
    const { budget } = bundle.scenario.hints;
    if (budget === 0) throw new AppError("hints_off");
    const given = await tx.select().from(hints).where(eq(hints.sessionId, sessionId)).orderBy(asc(hints.n));
    if (given.length >= budget) throw new AppError("hints_exhausted");
    const ids = given.map((earlier) => earlier.hintId);
    const chosen = chooseHint(bundle, row.state, ids);
    // What is true of any talk at this stage gives way to a page that bears on this one.
    const general = /^(?:fallback|stage|always)_/u.test(chosen.id);
    const may = (permission: ToolPermission) => holds(ctx, permission);
    const hint = (general ? await sheetHint(bundle, row.state, ids, may) : null) ?? chosen;
    const used = given.length + 1;
    const { turn } = row;
    try {
      await tx
        .insert(hints)
        .values({ tenantId: ctx.tenantId, sessionId, n: used, turn, hintId: hint.id, text: hint.text });
    } catch (error) {
      // Two requests at once: the other one was given this hint.
      if (sqlState(error) === "23505") throw new AppError("version_conflict", { cause: error });
      throw error;
    }
    await tx
      .update(practiceSessions)
      .set({ assisted: true, state: { ...row.state, hintsUsed: used } })
      .where(eq(practiceSessions.id, sessionId));
    return { turn, text: hint.text, used, budget };
  },
});
