import { speakerView } from "@/agents/buyer/view";
import type { Persona, ProductSheet } from "@/lib/contracts/content";
import type { SpeakerView, TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import type { ToolNote } from "@/lib/contracts/tools";
import type { ClaimedTurn, SpokenReply } from "./ports";

/** What the machine knows when a buyer is to speak. */
export interface SpeakContext {
  conversation: ConversationState;
  replies: readonly SpokenReply[];
  passages: ProductSheet["passages"];
  notes?: ToolNote[] | undefined;
}

export function personaOf(claimed: ClaimedTurn, speakerId: string): Persona {
  const persona = claimed.bundle.personas.find((one) => one.id === speakerId);
  if (persona === undefined) throw new Error(`no persona ${speakerId}`);
  return persona;
}

/** The view of whoever speaks this plan: all that was said, this turn's message and the replies before it included. */
export function viewFor(
  claimed: ClaimedTurn,
  plan: ReplyPlan,
  context: SpeakContext,
  correction?: SpeakerView["correction"],
): SpeakerView {
  const { bundle, transcript, traineeMessage, turn, text } = claimed;
  const heard = transcript.some((line) => line.messageId === traineeMessage.id);
  const own: TranscriptLine[] = heard ? [] : [{ messageId: traineeMessage.id, speaker: "trainee", text, turn }];
  const lines = context.replies.map((reply) => ({
    messageId: reply.messageId,
    speaker: reply.speakerId,
    text: reply.text,
    turn,
  }));
  return speakerView(bundle, context.conversation, plan, {
    transcript: [...transcript, ...own, ...lines],
    passages: context.passages,
    ...(context.notes ? { notes: context.notes } : {}),
    ...(correction ? { correction } : {}),
  });
}
