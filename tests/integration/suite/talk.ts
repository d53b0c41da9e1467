import { randomUUID } from "node:crypto";
import type { ClaimedTurn, SettledTurn } from "@/agents/turn/ports";
import { claimTurn, settleTurn, type Claim } from "@/lib/domain/turns";
import { startSession } from "@/lib/domain/sessions";
import type { Ctx } from "@/lib/contracts/context";
import type { ConversationState } from "@/lib/contracts/state";
import { someScenario } from "@/tests/support/database";

/** Starts a talk and returns its id. */
export async function aTalk(ctx: Ctx): Promise<string> {
  return (await startSession(ctx, { scenarioId: someScenario() })).id;
}

/** Claims a turn and insists on having it. */
export async function take(ctx: Ctx, sessionId: string, text = "Hello, thanks for your time.", turnId = randomUUID()) {
  return claimedOf(await claimTurn(ctx, { sessionId, turnId, text }));
}

export function claimedOf(claim: Claim): ClaimedTurn {
  if (claim.kind !== "claimed") throw new Error(`expected a claim, got ${claim.kind}`);
  return claim.claimed;
}

/** A finished turn in which the buyer said one thing. */
export function finished(claimed: ClaimedTurn, change: Partial<ConversationState> = {}, tokens = 10): SettledTurn {
  const [persona] = claimed.bundle.personas;
  if (!persona) throw new Error("a scenario has a buyer");
  return {
    claimed,
    perception: { moves: [], language: "en", flags: [], words: 5, by: "rules" },
    state: { ...claimed.state, turn: claimed.turn, ...change },
    replies: [
      {
        speakerId: persona.id,
        messageId: randomUUID(),
        plan: { speakerId: persona.id, intent: "greet", answer: null, agenda: null, ending: null, length: [5, 20] },
        text: `Good morning. (${claimed.turn})`,
        usedLines: [],
        model: "offline",
        degraded: false,
        reworded: false,
        withheld: [],
        failed: false,
        usage: { inputTokens: 0, outputTokens: tokens },
      },
    ],
  };
}

/** Plays one whole turn. */
export async function play(ctx: Ctx, sessionId: string, change: Partial<ConversationState> = {}) {
  const claimed = await take(ctx, sessionId);
  return { claimed, ...(await settleTurn(ctx, finished(claimed, change))) };
}

/** The code an action fails with, or "fine". */
export async function codeOf(action: Promise<unknown>): Promise<string> {
  try {
    await action;
    return "fine";
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}
