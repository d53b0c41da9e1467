import type { Quote } from "@/lib/contracts/debrief";
import type { Message } from "@/lib/contracts/session";

/**
 * The own message to try again for words that were cited: that very message, or the answer to the buyer's words; after the
 * buyer's last words, what led to them.
 */
export function rewindTarget(messages: readonly Message[], cited: Pick<Quote, "messageId"> | null): Message | null {
  const index = messages.findIndex(({ id }) => id === cited?.messageId);
  if (index < 0) return null;
  const isMine = ({ speaker }: Message) => speaker === "trainee";
  return messages.slice(index).find(isMine) ?? messages.slice(0, index).findLast(isMine) ?? null;
}
