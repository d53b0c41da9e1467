import type { SpeakerView, TranscriptLine } from "@/lib/contracts/speaker";
import { englishPrompt } from "./prompt-en";
import { nameOf, type Fence, type PromptWords } from "./prompt-parts";
import { chinesePrompt } from "./prompt-zh";

/**
 * Version of the words a model speaks a buyer from, in all languages: moves on with every change of them. What was said with it is
 * told apart by the hash of the very text.
 */
export const buyerPromptVersion = 4;

/** A prompt as the AI SDK takes it; `messages` fits its `ModelMessage[]`. */
export interface BuyerPrompt {
  instructions: string;
  messages: { role: "user" | "assistant"; content: string }[];
}

function mix(seed: number, salt: number): string {
  let value = (seed ^ salt) >>> 0;
  for (let round = 0; round < 3; round += 1) {
    value = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
    value = (value ^ (value >>> 13)) >>> 0;
  }
  return value.toString(36).padStart(7, "0");
}

/** A mark that stands in this session's instructions and nowhere else: seen in a reply, the instructions have leaked. */
export function promptCanary(seed: number): string {
  return `note-${mix(seed, 0x5eed)}${mix(seed, 0xcafe)}`;
}

/** Marks around untrusted text, different in each session. */
export function dataFence(seed: number): Fence {
  const key = mix(seed, 0xfe9ce);
  return { open: `<<data ${key}>>`, close: `<<end ${key}>>` };
}

/** Puts text between the marks, with every run of two or more angle brackets in it broken, so it cannot close them. */
export function enclose(text: string, fence: Fence): string {
  const harmless = text
    .replaceAll(/<(?=<)/gu, "‹")
    .replaceAll(/>(?=>)/gu, "›")
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, "");
  return `${fence.open}\n${harmless}\n${fence.close}`;
}

function toMessages(view: SpeakerView, words: PromptWords, fence: Fence): BuyerPrompt["messages"] {
  const said = (line: TranscriptLine): BuyerPrompt["messages"][number] => {
    if (line.speaker === view.persona.id) return { role: "assistant", content: line.text };
    if (line.speaker === "trainee") return { role: "user", content: enclose(line.text, fence) };
    return { role: "user", content: `${words.colleague(nameOf(view, line.speaker))}\n${enclose(line.text, fence)}` };
  };
  return view.transcript.map(said);
}

/**
 * Instructions and messages for a language model that speaks this buyer. Everything in it comes from the view, which
 * has no place for a sealed fact; what the seller typed and what was published stand between marks, as data.
 */
export function buildPrompt(view: SpeakerView): BuyerPrompt {
  const words = view.locale === "en" ? englishPrompt : chinesePrompt;
  const fence = dataFence(view.seed);
  const passages = view.passages.map((passage) => `[${passage.page}] ${passage.text}`).join("\n");
  const notes = (view.notes ?? []).map((note) => note.text).join("\n");
  const promises = view.remembered?.promises.map((promise) => `- ${promise}`).join("\n");
  const parts = [
    words.who(view.persona),
    words.manner(view),
    words.stage(view),
    words.mood(view),
    words.knows(view),
    view.remembered === undefined ? "" : words.lastTalk(view.remembered, promises ? enclose(promises, fence) : ""),
    passages ? words.published(view, enclose(passages, fence)) : "",
    notes ? words.notes(enclose(notes, fence)) : "",
    words.plan(view),
    words.rules(view, fence),
    view.correction ? words.correction(view.correction.code) : "",
    promptCanary(view.seed),
  ];
  return { instructions: parts.filter((part) => part !== "").join("\n\n"), messages: toMessages(view, words, fence) };
}
