import type { LanguageModel } from "ai";
import type { CheckResult, Debrief } from "@/lib/contracts/debrief";
import type { UnscorableReason } from "@/lib/contracts/vocabulary";
import { revealHidden } from "./hidden";
import type { JudgeInput } from "./input";
import { judgeByModel } from "./model";
import { focus, good, headline, marginNotes } from "./narrative";
import { judgeByRules } from "./offline";
import { judgeInstructions } from "./prompt";
import { scoreChecks } from "./score";

/** What is frozen into an evaluation: verdicts with proof, arithmetic, and the sentences around them. */
export type Assessment = Pick<
  Debrief,
  | "unscorable"
  | "score"
  | "cap"
  | "evidenceCompleteness"
  | "skills"
  | "checks"
  | "headline"
  | "focus"
  | "good"
  | "notes"
  | "hidden"
> & { judge: string; promptHash: string };

export interface JudgeOptions {
  /** the model chain of the judge role; none when rules are to judge */
  model: { id: string; model: LanguageModel } | null;
  /** rules close the chain: they read when no model answers */
  rulesMayJudge: boolean;
  /** most of what the trainee wrote is in a language the rubric is not written for */
  languageUnsupported: boolean;
  signal?: AbortSignal;
  onProgress?: (done: number) => Promise<void>;
}

async function readChecks(input: JudgeInput, options: JudgeOptions): Promise<{ checks: CheckResult[]; judge: string }> {
  if (!options.model) return { checks: judgeByRules(input), judge: "rules" };
  try {
    const { model, id } = options.model;
    const checks = await judgeByModel(model, input, { signal: options.signal, onBallot: options.onProgress });
    return { checks, judge: id };
  } catch (error) {
    if (!options.rulesMayJudge) throw error;
    return { checks: judgeByRules(input), judge: "rules" };
  }
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest).slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Judges one ended talk. Throws when a model is to judge, none answers and rules may not stand in. */
export async function assess(input: JudgeInput, options: JudgeOptions): Promise<Assessment> {
  const { checks, judge } = await readChecks(input, options);
  const scored = scoreChecks(checks, {
    traineeTurns: input.messages.filter((message) => message.speaker === "trainee").length,
    buyerFailed: input.buyerFailed,
    cap: input.bundle.rubric.cap,
  });
  const unscorable: UnscorableReason | null = options.languageUnsupported ? "language_unsupported" : scored.unscorable;
  return {
    unscorable,
    score: unscorable ? null : scored.score,
    cap: scored.cap,
    evidenceCompleteness: scored.evidenceCompleteness,
    skills: scored.skills,
    checks,
    headline: headline(input),
    focus: focus(checks),
    good: good(input, checks),
    notes: marginNotes(input, checks),
    hidden: revealHidden(input),
    judge,
    promptHash: await hashOf(judge === "rules" ? "rules-1" : judgeInstructions),
  };
}
