import type { Message, Mood } from "@/lib/contracts/session";
import type { ConversationState } from "@/lib/contracts/state";
import { moodBands } from "@/lib/contracts/vocabulary";
import { buyerOf } from "./cast";

/** how far back a change still counts as recent, in turns */
const recentTurns = 3;
/** smaller changes are not worth a word; above any archetype's drift */
const notable = 5;

function band(value: number): 0 | 1 | 2 | 3 {
  if (value < 25) return 0;
  if (value < 50) return 1;
  return value < 75 ? 2 : 3;
}

function shiftOf(state: ConversationState, buyerId: string, messages: Pick<Message, "turn" | "speaker" | "number">[]) {
  const recent = state.shifts
    .filter((shift) => shift.buyerId === buyerId && shift.turn > state.turn - recentTurns)
    .filter(({ by }) => Math.abs(by) >= notable)
    .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by) || b.turn - a.turn)[0];
  const cause = messages.find(({ turn, speaker }) => speaker === "trainee" && turn === recent?.turn);
  if (recent === undefined || cause === undefined) return null;
  const direction = recent.by > 0 ? ("up" as const) : ("down" as const);
  return { meter: recent.meter, direction, sinceMessage: cause.number };
}

/** Each buyer's mood in words, with the strongest recent change and the trainee's message that caused it. */
export function moods(state: ConversationState, messages: Pick<Message, "turn" | "speaker" | "number">[]): Mood[] {
  return Object.keys(state.buyers).map((buyerId) => {
    const { trust, interest, patience } = buyerOf(state, buyerId).meters;
    return {
      buyerId,
      trust: moodBands.trust[band(trust)],
      interest: moodBands.interest[band(interest)],
      patience: moodBands.patience[band(patience)],
      shift: shiftOf(state, buyerId, messages),
    };
  });
}
