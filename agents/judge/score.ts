import type { CheckResult, SkillScore } from "@/lib/contracts/debrief";
import { type Skill, skills, type UnscorableReason } from "@/lib/contracts/vocabulary";

export interface Score {
  score: number | null;
  unscorable: UnscorableReason | null;
  /** decided weight ÷ applicable weight, 0–1 */
  evidenceCompleteness: number;
  cap: { value: number; checkId: string } | null;
  skills: SkillScore[];
}

const isDecided = (check: CheckResult) => check.status === "met" || check.status === "not_met";
const weigh = (checks: CheckResult[]) => checks.reduce((sum, check) => sum + check.weight, 0);

/** Met weight ÷ weight of checks met or not met, in whole percent; null when nothing was decided. */
function percent(checks: CheckResult[]): number | null {
  const decided = checks.filter(isDecided);
  const total = weigh(decided);
  return total === 0 ? null : Math.round((100 * weigh(decided.filter((check) => check.status === "met"))) / total);
}

export function skillScores(checks: CheckResult[], last: Partial<Record<Skill, number | null>> = {}): SkillScore[] {
  return skills.flatMap((skill) => {
    const own = checks.filter((check) => check.skill === skill);
    if (own.length === 0) return [];
    return {
      skill,
      score: percent(own),
      met: own.filter((check) => check.status === "met").length,
      decided: own.filter(isDecided).length,
      total: own.length,
      last: last[skill] ?? null,
    };
  });
}

/**
 * The score by arithmetic alone: a failed blocker caps it, under 70 % of the applicable weight decided there is none, and
 * under four trainee turns or after a failed buyer there is none either.
 */
export function scoreChecks(
  checks: CheckResult[],
  input: { traineeTurns: number; buyerFailed: boolean; cap: number },
): Score {
  const applicable = weigh(checks.filter((check) => check.status !== "not_applicable"));
  const decided = weigh(checks.filter(isDecided));
  const evidenceCompleteness = applicable === 0 ? 0 : decided / applicable;
  const blocker = checks.find((check) => check.blocker && check.status === "not_met");
  const cap = blocker ? { value: input.cap, checkId: blocker.checkId } : null;
  const base = { evidenceCompleteness, cap, skills: skillScores(checks) };
  const unscorable = reasonAgainst(input, evidenceCompleteness);
  if (unscorable) return { ...base, score: null, unscorable };
  const raw = percent(checks) ?? 0;
  return { ...base, score: cap ? Math.min(raw, cap.value) : raw, unscorable: null };
}

function reasonAgainst(
  input: { traineeTurns: number; buyerFailed: boolean },
  completeness: number,
): UnscorableReason | null {
  if (input.buyerFailed) return "buyer_failed";
  if (input.traineeTurns < 4) return "too_short";
  return completeness < 0.7 ? "insufficient_evidence" : null;
}
