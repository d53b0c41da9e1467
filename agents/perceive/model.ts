import { generateText, type LanguageModel, Output } from "ai";
import { z } from "zod";
import { moveSchema, type Move, type Perception } from "@/lib/contracts/moves";
import { moveTypes } from "@/lib/contracts/vocabulary";
import { discountsIn } from "@/agents/guard/policy";
import { judgeClaim } from "./claims";
import { classify } from "./classify";
import { readContext } from "./context";
import { findDate } from "./dates";
import type { PerceiveInput } from "./input";
import { normalise } from "./normal";
import { findNumbers } from "./numbers";
import { perceiveInstructions, perceivePrompt } from "./prompt";

const answerSchema = z.object({
  moves: z
    .array(
      z.object({
        type: z.enum(moveTypes),
        words: z.string().max(600),
        topic: z.string().nullable(),
        objectionId: z.string().nullable(),
      }),
    )
    .max(12),
});
type Named = z.infer<typeof answerSchema>["moves"][number];

/** Words as typed, found exactly or by their folded form; undefined when the message does not hold them. */
function locate(text: string, words: string, from: number): Move["span"] | undefined {
  const wanted = words.trim();
  if (wanted === "") return undefined;
  for (const start of [
    text.indexOf(wanted, from),
    text.indexOf(wanted),
    text.toLowerCase().indexOf(wanted.toLowerCase()),
  ]) {
    const found = start >= 0 ? text.slice(start, start + wanted.length) : undefined;
    if (found?.toLowerCase() === wanted.toLowerCase()) return { start, end: start + wanted.length };
  }
  return undefined;
}

/** Figures, dates and verdicts are read by code from the words, never taken from a model. */
function detail(named: Named, span: Move["span"], input: PerceiveInput, rules: Move[]): Move {
  const { bundle, text } = input;
  const words = text.slice(span.start, span.end);
  const same = rules.find(
    (move) => move.type === named.type && move.span.start < span.end && span.start < move.span.end,
  );
  const topic = bundle.scenario.topics.some(({ id }) => id === named.topic) ? named.topic : null;
  const context = readContext(input);
  const open = context.open.some(({ id }) => id === named.objectionId);
  const move: Move = { ...same, type: named.type, span, confidence: 0.9 };
  if (topic !== null) move.topic = topic;
  if (open && named.objectionId !== null) move.objectionId = named.objectionId;
  const folded = normalise(words).text;
  if (named.type === "make_claim" && same?.verdict === undefined) {
    const judged = judgeClaim(
      words,
      folded,
      move.topic ? [move.topic] : [],
      bundle.scenario.sheet,
      context.buyerNumbers,
    );
    move.verdict = judged.verdict;
    if (judged.passageId) move.passageId = judged.passageId;
  }
  if (named.type === "offer_discount" && same?.percent === undefined) move.percent = discountsIn(words)[0]?.percent;
  if (named.type === "quote_price" && same?.amount === undefined) {
    const sums = findNumbers(folded).filter((number) => number.kind === "money" || number.value >= 20);
    if (sums.length > 0) move.amount = Math.max(...sums.map((number) => number.value));
  }
  if (named.type === "propose_next_step" && same === undefined) {
    move.date = findDate(folded, bundle.scenario.date);
    move.dated = move.date !== undefined;
  }
  return moveSchema.parse(move);
}

/**
 * Moves as a model finds them, with what code verifies: words must stand in the message, topics and objections must
 * exist, figures and verdicts are computed. Throws what the model throws, and on an answer outside the contract.
 */
export async function perceiveWithModel(
  model: LanguageModel,
  input: PerceiveInput,
  signal: AbortSignal,
  rules: Perception = classify(input),
): Promise<Perception> {
  const { output } = await generateText({
    model,
    instructions: perceiveInstructions,
    prompt: perceivePrompt(input),
    output: Output.object({ schema: answerSchema }),
    temperature: 0,
    maxRetries: 0,
    maxOutputTokens: 600,
    abortSignal: signal,
  });
  let from = 0;
  const moves = output.moves.flatMap((named): Move[] => {
    const span = locate(input.text, named.words, from);
    if (!span) return [];
    from = span.start;
    return [detail(named, span, input, rules.moves)];
  });
  const ordered = moves.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { ...rules, moves: ordered, by: "model" };
}

/** Whether rules settle the message: an attempt on the software, a bare formula, or a language nobody here reads. */
function settled({ moves, language }: Perception): boolean {
  if (language === "other") return true;
  return moves.some((move) => move.type === "break_role") || (moves.length === 1 && moves[0]?.type === "filler");
}

/**
 * Perceives a message: rules always, then the model if there is one and it answers within `timeoutMs` (400 by default);
 * late, failed or empty-handed, the rules' reading stands. Rejects only when `signal` is aborted.
 */
export async function perceive({
  model,
  timeoutMs = 400,
  input,
  signal,
}: {
  model?: LanguageModel | null;
  timeoutMs?: number;
  input: PerceiveInput;
  signal?: AbortSignal;
}): Promise<Perception> {
  signal?.throwIfAborted();
  const rules = classify(input);
  if (!model || settled(rules)) return rules;
  const limit = new AbortController();
  const late = new Promise<null>((resolve) => {
    limit.signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  const timer = setTimeout(() => limit.abort(), timeoutMs);
  const stop = () => limit.abort();
  signal?.addEventListener("abort", stop, { once: true });
  try {
    const asked = perceiveWithModel(model, input, limit.signal, rules).catch(() => null);
    const found = await Promise.race([asked, late]);
    signal?.throwIfAborted();
    return found !== null && (found.moves.length > 0 || rules.moves.length === 0) ? found : rules;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    limit.abort();
  }
}
