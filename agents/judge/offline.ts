import type { RubricCheck } from "@/lib/contracts/content";
import type { CheckResult } from "@/lib/contracts/debrief";
import { isProved } from "./evidence";
import { type JudgeInput, type Reading, Talk } from "./input";
import { notEvidenced } from "./reading";
import { rules } from "./rules/table";

/** Puts a reading into the record; words that do not re-read exactly are dropped, and with the last of them the verdict. */
export function record(
  check: RubricCheck,
  reading: Reading,
  talk: Talk,
  votes: CheckResult["votes"] = [],
): CheckResult {
  const evidence = reading.evidence.filter((quote) => isProved(quote, talk.messages));
  const decided = reading.status === "met" || reading.status === "not_met";
  const proved = !decided || evidence.length > 0 || reading.scan !== undefined;
  const final = proved ? reading : notEvidenced(talk);
  return {
    checkId: check.id,
    skill: check.skill,
    title: check.title,
    test: check.test,
    weight: check.weight,
    blocker: check.blocker,
    status: final.status,
    why: final.why,
    evidence: proved ? evidence : [],
    scan: final.scan ? { rule: check.rule, ...final.scan } : null,
    votes,
    tryThis: final.status === "not_met" ? check.tryThis : null,
  };
}

/** One reading by rule: deterministic, from moves, stages and facts. The last member of the judge chain. */
export function judgeByRules(input: JudgeInput): CheckResult[] {
  const talk = new Talk(input);
  return input.bundle.rubric.checks.map((check) => record(check, rules[check.rule](talk, check), talk));
}
