import { generateText, type LanguageModel, Output } from "ai";
import { z } from "zod";
import type { SpeakerView } from "@/lib/contracts/speaker";
import { reviewInstructions, reviewPrompt } from "./prompt";
import type { ModelReviewer } from "./review";
import type { ReviewFinding } from "./rules";

/** Longest all reviews of one turn may hold it up together. */
const reviewBoxMs = 6_000;
/** Most tokens of an answer. */
const answerTokens = 500;

const against = ["persona", "told", "public", "said"] as const;

const verdictSchema = z.object({
  verdict: z.enum(["consistent", "inconsistent"]),
  against: z.enum(against).nullable(),
  words: z.string().max(600).nullable(),
  source: z.string().max(600).nullable(),
});
type Verdict = z.infer<typeof verdictSchema>;

/** An answer that names words nobody said, or nothing at all: no verdict. */
class UnusableVerdict extends Error {
  constructor() {
    super("the reviewer's verdict does not stand on words on record");
    this.name = "UnusableVerdict";
  }
}

const folded = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[‹<]/gu, "<")
    .replaceAll(/[›>]/gu, ">")
    .replaceAll(/[^\p{L}\p{N}<>%$€£¥]+/gu, "");

/** Whether these words stand in one of the texts; too few to show anything do not. */
function stands(words: string | null, texts: readonly string[]): boolean {
  const wanted = folded(words ?? "");
  return wanted.length >= 2 && texts.some((text) => folded(text).includes(wanted));
}

function sourcesOf(kind: Verdict["against"], view: SpeakerView): string[] {
  switch (kind) {
    case "told":
      return view.facts.flatMap((fact) => [fact.text, ...fact.spoken, ...fact.recalled]);
    case "public":
      return [...view.persona.publicFacts.map((fact) => fact.text), view.persona.role, view.persona.company];
    case "said":
      return view.transcript.filter((line) => line.speaker === view.persona.id).map((line) => line.text);
    default:
      return [];
  }
}

/** Takes a verdict at its word only where both its words and what they contradict stand on record. Throws UnusableVerdict. */
function findingOf(verdict: Verdict, text: string, view: SpeakerView): ReviewFinding | null {
  if (verdict.verdict === "consistent") return null;
  const { against: kind, words, source } = verdict;
  const proved = kind === "persona" || stands(source, sourcesOf(kind, view));
  if (kind === null || !stands(words, [text]) || !proved) throw new UnusableVerdict();
  return { code: "model_review", detail: kind };
}

/**
 * A reviewer made of a model, for one turn: all its readings together take at most `boxMs`. Rejects when the model is down, late
 * or talks beside the point, and at once when the time is used up; whoever asked lets the reply stand.
 */
export function createReviewer(model: LanguageModel, boxMs = reviewBoxMs): ModelReviewer {
  let left = boxMs;
  return async (text, view, signal) => {
    if (left <= 0) throw new Error("the time for reviews is used up");
    const began = Date.now();
    const limit = new AbortController();
    // A model that ignores its signal must hold neither the turn nor a reader's stop.
    const over = Promise.withResolvers<never>();
    over.promise.catch(() => undefined);
    const end = (reason: unknown) => {
      over.reject(reason);
      limit.abort(reason);
    };
    const stop = () => end(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    const timer = setTimeout(() => {
      // Clocks round: what the timer calls over is over.
      left = 0;
      end(new Error("the reviewer is late"));
    }, left);
    try {
      const asked = generateText({
        model,
        instructions: reviewInstructions,
        prompt: reviewPrompt(text, view),
        output: Output.object({ schema: verdictSchema }),
        temperature: 0,
        maxRetries: 0,
        maxOutputTokens: answerTokens,
        abortSignal: limit.signal,
      });
      const { output } = await Promise.race([asked, over.promise]);
      return findingOf(output, text, view);
    } finally {
      left -= Date.now() - began;
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    }
  };
}
