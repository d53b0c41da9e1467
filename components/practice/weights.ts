import type { Criterion } from "@/lib/contracts/session";
import type { Skill } from "@/lib/contracts/vocabulary";

/** Each skill's share of the whole weight in points of 100, rounded so that they add up to 100 (largest remainder). */
export function sharesOf(criteria: Pick<Criterion, "skill" | "weight">[]): Map<Skill, number> {
  const sums = new Map<Skill, number>();
  for (const { skill, weight } of criteria) sums.set(skill, (sums.get(skill) ?? 0) + weight);
  const total = [...sums.values()].reduce((a, b) => a + b, 0) || 1;
  const exact = [...sums].map(([skill, sum]) => ({ skill, share: (sum / total) * 100 }));
  const shares = new Map(exact.map(({ skill, share }) => [skill, Math.floor(share)]));
  let rest = 100 - [...shares.values()].reduce((a, b) => a + b, 0);
  for (const { skill, share } of exact.toSorted((a, b) => (b.share % 1) - (a.share % 1))) {
    if (rest-- <= 0) break;
    shares.set(skill, Math.floor(share) + 1);
  }
  return shares;
}
