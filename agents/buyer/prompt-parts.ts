import type { PublicPersona, RememberedTalk, SpeakerView } from "@/lib/contracts/speaker";

/** The words of a prompt in one language. Each part is whole sentences; an empty string leaves the part out. */
export interface PromptWords {
  who(persona: PublicPersona): string;
  manner(view: SpeakerView): string;
  stage(view: SpeakerView): string;
  mood(view: SpeakerView): string;
  knows(view: SpeakerView): string;
  published(view: SpeakerView, fenced: string): string;
  /** what tools came to, between marks */
  notes(fenced: string): string;
  /** a follow-up's last talk; `fenced` holds the seller's promises of then, or is empty */
  lastTalk(last: RememberedTalk | null, fenced: string): string;
  plan(view: SpeakerView): string;
  rules(view: SpeakerView, fence: Fence): string;
  correction(code: string): string;
  colleague(name: string): string;
}

export interface Fence {
  open: string;
  close: string;
}

/** Up to `count` lines of a bank as a sample of the persona's way of writing, the same for a whole session. */
export function sample(lines: readonly string[], count: number, seed: number): string[] {
  const plain = lines.filter((line) => !line.includes("{"));
  return Array.from({ length: Math.min(count, plain.length) }, (_, at) => plain[(seed + at * 7) % plain.length] ?? "");
}

/** Band of a meter: 0 lowest to 3 highest. */
export function band(value: number): 0 | 1 | 2 | 3 {
  return value < 25 ? 0 : value < 50 ? 1 : value < 75 ? 2 : 3;
}

/** How somebody else on the buying side is named in a prompt. */
export function nameOf(view: SpeakerView, buyerId: string): string {
  return view.colleagues?.find(({ id }) => id === buyerId)?.name ?? buyerId;
}
