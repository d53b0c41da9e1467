import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { advance } from "@/agents/buyer/advance";
import { speakerView } from "@/agents/buyer/view";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { classify } from "@/agents/perceive/classify";
import { practiceSessions } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { startSession } from "@/lib/domain/sessions";
import { settleTurn } from "@/lib/domain/turns";
import { someScenario } from "@/tests/support/database";
import { finished, take } from "./talk";

/** What a fair seller says at first, to any buyer. */
export const opening = [
  "Hello. I would like twenty minutes to hear how it goes for you, then look at options. Does that suit you?",
  "How do you handle this today?",
  "What happens on a bad day?",
  "Who else decides about it besides you?",
  "I will send the figures on Friday and call you on Monday at ten.",
];

/** What the same seller might have said instead. */
export const otherwise = [
  "Before anything else: what would make this half hour worth it for you?",
  "Why is that, and what have you tried so far?",
  "What did it cost you the last time it went wrong?",
];

/** One whole turn as it really goes, with the offline buyer. False when it ended the talk. */
export async function converse(ctx: Ctx, sessionId: string, text: string): Promise<boolean> {
  const claimed = await take(ctx, sessionId, text);
  const { bundle, transcript } = claimed;
  const perception = classify({ text, bundle, state: claimed.state, transcript });
  const messageId = claimed.traineeMessage.id;
  const { state, plans } = advance(bundle, claimed.state, { turn: claimed.turn, messageId, text, perception });
  const lines: string[] = [];
  const replies = plans.map((plan) => {
    const view = speakerView(bundle, { ...state, usedLines: [...state.usedLines, ...lines] }, plan, {
      transcript,
      passages: [],
    });
    const { text: reply, usedLines } = composeReply(view);
    lines.push(...usedLines);
    const [blank] = finished(claimed).replies;
    if (!blank) throw new Error("a finished turn has a reply");
    return { ...blank, speakerId: plan.speakerId, messageId: randomUUID(), plan, text: reply, usedLines };
  });
  const after = { ...state, usedLines: [...state.usedLines, ...lines] };
  await settleTurn(ctx, { ...finished(claimed), perception, state: after, replies });
  return state.outcome === null;
}

/** A talk as it stands in the database. */
export const rowOf = (ctx: Ctx, sessionId: string) =>
  withTenant(ctx, async (tx) => {
    const [row] = await tx.select().from(practiceSessions).where(eq(practiceSessions.id, sessionId));
    if (!row) throw new Error("no such talk");
    return row;
  });

/** The state of a talk, but for its clock: that starts anew in a branch. */
export async function stateOf(ctx: Ctx, sessionId: string) {
  const { endsAt: _clock, ...state } = (await rowOf(ctx, sessionId)).state;
  return state;
}

/** A talk of real turns, with the state as it stood before each of them and after the last. */
export async function aRealTalk(ctx: Ctx, lines: readonly string[], scenarioId = someScenario()) {
  const { id } = await startSession(ctx, { scenarioId });
  const before = [await stateOf(ctx, id)];
  for (const text of lines) {
    if (!(await converse(ctx, id, text))) break;
    before.push(await stateOf(ctx, id));
  }
  return { id, before };
}
