import { smallestGroup, type Figure, type WithheldReason } from "@/lib/contracts/privacy";
import type { Skill } from "@/lib/contracts/vocabulary";

/** What one member did in a period. Never leaves this module but as part of a number about several. */
export interface MemberRecord {
  userId: string;
  /** ended talks, and how many of those got a score */
  talks: number;
  scored: number;
  /** ended talks of the period before the last 30 days; 0 where the period is those 30 days */
  earlier: number;
  /** the person's own median per skill, 0–100 */
  skills: Partial<Record<Skill, number>>;
}

/** A team with those of its members who count, in the order in which teams were made. */
export interface TeamMembers {
  id: string;
  members: readonly string[];
}

/** One number about a group: from whom it comes, and what it is. */
interface Measure {
  counts: (record: MemberRecord) => boolean;
  /** how much of the number is this person's, where numbers add up */
  weight?: (record: MemberRecord) => number;
  value: (records: readonly MemberRecord[]) => number;
}

const total = (records: readonly MemberRecord[], of: (record: MemberRecord) => number) =>
  records.reduce((sum, record) => sum + of(record), 0);
const toNearest = (step: number, value: number) => Math.round(value / step) * step;

/** The middle value; of an even number of values the mean of both in the middle. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}

const hasTalks = (record: MemberRecord) => record.talks > 0;
const talksOf = (record: MemberRecord) => record.talks;

/** Ended talks a week over so many days, to the nearest 5. */
export const practicesPerWeek = (days: number): Measure => ({
  counts: hasTalks,
  weight: talksOf,
  value: (records) => toNearest(5, (total(records, talksOf) * 7) / days),
});

/** Percent of ended talks that got a score, to the nearest 10. */
export const shareScored: Measure = {
  counts: hasTalks,
  weight: talksOf,
  value: (records) => toNearest(10, (100 * total(records, (record) => record.scored)) / total(records, talksOf)),
};

/** The middle of the members' own medians, to the nearest 5: each person counts once. */
export const medianOfSkill = (skill: Skill): Measure => ({
  counts: (record) => record.skills[skill] !== undefined,
  value: (records) => toNearest(5, medianOf(records.flatMap(({ skills }) => skills[skill] ?? []))),
});

/** Whether two groups are the same but for one to four people: then their numbers side by side tell of those few. */
function tellApart(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  const both = [...left].filter((id) => right.has(id)).length;
  const apart = left.size + right.size - 2 * both;
  return apart > 0 && apart < smallestGroup;
}

function reasonOf(
  own: readonly MemberRecord[],
  { weight }: Measure,
  shown: readonly ReadonlySet<string>[],
): WithheldReason | null {
  if (own.length < smallestGroup) return "too_few";
  if (weight && Math.max(...own.map(weight)) * 2 > total(own, weight)) return "one_dominates";
  const ids = new Set(own.map(({ userId }) => userId));
  if (shown.some((other) => tellApart(other, ids))) return "tells_apart";
  if (!weight) return null;
  // Less what is shown of the last 30 days, the longer period is a number about those who were there before.
  const before = own.filter(({ earlier }) => earlier > 0).length;
  return before > 0 && before < smallestGroup ? "tells_apart" : null;
}

/**
 * One number for each team, or why there is none. A number is shown when at least `smallestGroup` members are behind it,
 * none of them is most of it, and no number shown of an older team is about the same people but for a few.
 */
export function figuresOf(
  teams: readonly TeamMembers[],
  records: ReadonlyMap<string, MemberRecord>,
  measure: Measure,
): Map<string, Figure> {
  const shown: Set<string>[] = [];
  return new Map(
    teams.map(({ id, members }): [string, Figure] => {
      const own = members.flatMap((member) => records.get(member) ?? []).filter(measure.counts);
      const withheld = reasonOf(own, measure, shown);
      if (withheld) return [id, { value: null, withheld }];
      shown.push(new Set(own.map(({ userId }) => userId)));
      return [id, { value: measure.value(own), withheld: null }];
    }),
  );
}
