import type { Debrief } from "@/lib/contracts/debrief";

/** The name to show for a speaker id; `you` for the trainee's own words. */
export function speakerName(debrief: Pick<Debrief, "buyers">, speaker: string, you: string): string {
  if (speaker === "trainee") return you;
  return debrief.buyers.find((buyer) => buyer.id === speaker)?.name ?? speaker;
}

export function textOf(debrief: Pick<Debrief, "messages">, messageId: string): string | undefined {
  return debrief.messages.find((message) => message.id === messageId)?.text;
}
