import { randomUUID } from "node:crypto";
import { advance } from "@/agents/buyer/advance";
import { speakerView } from "@/agents/buyer/view";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { classify } from "@/agents/perceive/classify";
import type { Ctx } from "@/lib/contracts/context";
import { settleTurn } from "@/lib/domain/turns";
import { finished, take } from "./talk";

/** What a fair seller says at first, to any buyer. */
export const opening = [
  "Hello. I would like twenty minutes to hear how it goes for you, then look at options. Does that suit you?",
  "How do you handle this today?",
  "What happens on a bad day?",
  "Who else decides about it besides you?",
  "I will send the figures on Friday and call you on Monday at ten.",
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
