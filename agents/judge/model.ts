import { generateText, type LanguageModel, Output } from "ai";
import { z } from "zod";
import type { RubricCheck } from "@/lib/contracts/content";
import type { CheckResult } from "@/lib/contracts/debrief";
import { type CheckStatus, checkStatuses } from "@/lib/contracts/vocabulary";
import { locate } from "./evidence";
import { type JudgeInput, type Reading, Talk } from "./input";
import { record } from "./offline";
import { judgeInstructions, judgePrompt } from "./prompt";
import { notEvidenced } from "./reading";

const ballotSchema = z.object({
  checks: z.array(
    z.object({
      id: z.string(),
      status: z.enum(["met", "not_met", "not_applicable", "not_evidenced"]),
      reason: z.string().max(400),
      evidence: z.array(z.object({ message: z.number().int(), words: z.string().max(400) })).max(4),
    }),
  ),
});
type Vote = z.infer<typeof ballotSchema>["checks"][number];

/** How many ballots are cast, each with the checks in another order. */
export const ballots = 3;

/** Turns the list so that each ballot starts elsewhere and runs the other way every second time. */
function reorder<T>(items: T[], ballot: number): T[] {
  const by = Math.floor((items.length * ballot) / ballots);
  const turned = [...items.slice(by), ...items.slice(0, by)];
  return ballot % 2 === 1 ? turned.toReversed() : turned;
}

/** Decides one check from its votes: two of three, else contested. Words are looked up in the transcript, never trusted. */
export function countVotes(check: RubricCheck, votes: Vote[], talk: Talk): CheckResult {
  const cast = votes.map((vote): { status: CheckStatus; reading: Reading } => {
    const evidence = vote.evidence.flatMap(({ message, words }) => {
      const target = talk.messages.find((candidate) => candidate.number === message);
      return target ? locate(target.id, words, talk.messages) : [];
    });
    const decided = vote.status === "met" || vote.status === "not_met";
    if (decided && evidence.length === 0) return { status: "not_evidenced", reading: notEvidenced(talk) };
    return { status: vote.status, reading: { status: vote.status, why: vote.reason, evidence } };
  });
  const tally = checkStatuses.map((status) => ({
    status,
    count: cast.filter((vote) => vote.status === status).length,
  }));
  const winner = tally.find(({ count }) => count >= 2);
  const all = cast.map((vote) => vote.status);
  const chosen = winner && cast.find((vote) => vote.status === winner.status);
  if (chosen) return record(check, chosen.reading, talk, all);
  const evidence = cast.flatMap((vote) => vote.reading.evidence).slice(0, 1);
  const why = cast[0]?.reading.why ?? notEvidenced(talk).why;
  return record(check, { status: "contested", why, evidence }, talk, all);
}

/** Three ballots of a model. Throws what the model throws: the caller falls back or shows that no judge was there. */
export async function judgeByModel(
  model: LanguageModel,
  input: JudgeInput,
  options: { signal?: AbortSignal; onBallot?: (done: number) => Promise<void> } = {},
): Promise<CheckResult[]> {
  const { checks } = input.bundle.rubric;
  const cast: Vote[][] = [];
  for (let ballot = 0; ballot < ballots; ballot++) {
    const { output } = await generateText({
      model,
      instructions: judgeInstructions,
      prompt: judgePrompt(input, reorder(checks, ballot)),
      output: Output.object({ schema: ballotSchema }),
      temperature: 0,
      maxRetries: 1,
      abortSignal: options.signal,
    });
    cast.push(output.checks);
    await options.onBallot?.(ballot + 1);
  }
  const talk = new Talk(input);
  return checks.map((check) => {
    const votes = cast.flatMap((votesCast) => votesCast.filter((vote) => vote.id === check.id).slice(0, 1));
    return countVotes(check, votes, talk);
  });
}
