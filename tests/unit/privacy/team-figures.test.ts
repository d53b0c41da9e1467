import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { smallestGroup } from "@/lib/contracts/privacy";
import {
  figuresOf,
  medianOf,
  medianOfSkill,
  practicesPerWeek,
  shareScored,
  type MemberRecord,
  type TeamMembers,
} from "@/lib/domain/team-figures";

const people = Array.from({ length: 14 }, (_, index) => `p${index}`);

const anyRecord = fc
  .record({
    talks: fc.integer({ min: 0, max: 12 }),
    scored: fc.integer({ min: 0, max: 12 }),
    earlier: fc.integer({ min: 0, max: 12 }),
    discovery: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
  })
  .map(({ talks, scored, earlier, discovery }) => ({
    talks,
    scored: Math.min(scored, talks),
    earlier: Math.min(earlier, talks),
    skills: discovery === undefined || talks === 0 ? {} : { discovery },
  }));

const anyRecords = fc.array(anyRecord, { minLength: people.length, maxLength: people.length }).map(
  (all) =>
    new Map(
      all.flatMap((record, index): [string, MemberRecord][] => {
        const userId = people[index] ?? "";
        return record.talks > 0 ? [[userId, { userId, ...record }]] : [];
      }),
    ),
);

/** Teams near each other in who is in them, which is where numbers tell of few. */
const anyTeams = fc
  .array(fc.subarray(people, { minLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((all) => all.map((members, index): TeamMembers => ({ id: `t${index}`, members })));

const measures = {
  "practices a week": practicesPerWeek(30),
  "the share that was scored": shareScored,
  "a skill's median": medianOfSkill("discovery"),
};

describe.each(Object.entries(measures))("a shown number about a team: %s", (_name, measure) => {
  const contributors = (team: TeamMembers, records: Map<string, MemberRecord>) =>
    team.members.filter((member) => {
      const record = records.get(member);
      return record !== undefined && measure.counts(record);
    });

  test("never has fewer than five distinct people behind it", () => {
    fc.assert(
      fc.property(anyTeams, anyRecords, (teams, records) => {
        const figures = figuresOf(teams, records, measure);
        for (const team of teams) {
          const shown = figures.get(team.id)?.value ?? null;
          if (shown !== null) {
            expect(new Set(contributors(team, records)).size).toBeGreaterThanOrEqual(smallestGroup);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("never stands beside another about the same people but for one to four", () => {
    fc.assert(
      fc.property(anyTeams, anyRecords, (teams, records) => {
        const figures = figuresOf(teams, records, measure);
        const shown = teams.filter(({ id }) => figures.get(id)?.withheld === null);
        const groups = shown.map((team) => new Set(contributors(team, records)));
        for (const [index, left] of groups.entries()) {
          for (const right of groups.slice(index + 1)) {
            const apart = left.size + right.size - 2 * [...left].filter((id) => right.has(id)).length;
            expect(apart === 0 || apart >= smallestGroup).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test("is shown for some teams: the two above do not hold for want of numbers", () => {
    const sample = fc.sample(fc.tuple(anyTeams, anyRecords), { numRuns: 200, seed: 7 });
    const shown = sample.flatMap(([teams, records]) =>
      [...figuresOf(teams, records, measure).values()].filter(({ value }) => value !== null),
    );
    expect(shown.length).toBeGreaterThan(30);
  });
});

const record = (userId: string, change: Partial<MemberRecord> = {}): [string, MemberRecord] => [
  userId,
  { userId, talks: 4, scored: 4, earlier: 0, skills: { discovery: 50 }, ...change },
];
const five = ["a", "b", "c", "d", "e"];
const figureFor = (records: [string, MemberRecord][], measure = practicesPerWeek(30)) =>
  figuresOf([{ id: "t", members: records.map(([id]) => id) }], new Map(records), measure).get("t");

describe("a number about a team", () => {
  test("is withheld when more than half of it is one person's, unless each person counts once", () => {
    const [first, ...rest] = five;
    const records = [record(first ?? "", { talks: 17 }), ...rest.map((id) => record(id))];
    expect(figureFor(records)).toEqual({ value: null, withheld: "one_dominates" });
    expect(figureFor(records, medianOfSkill("discovery"))).toEqual({ value: 50, withheld: null });
  });

  test("of ninety days is withheld when a few alone were there before the last thirty", () => {
    const records = five.map((id, index) => record(id, index === 0 ? { earlier: 2 } : {}));
    expect(figureFor(records, practicesPerWeek(90))).toEqual({ value: null, withheld: "tells_apart" });
    const all = five.map((id) => record(id, { earlier: 2 }));
    expect(figureFor(all, practicesPerWeek(90))?.withheld).toBeNull();
  });

  test("is rounded so that one talk more or less does not move it", () => {
    const talks = (of: number) =>
      figureFor(five.map((id, index) => record(id, { talks: index === 0 ? of : 4 })))?.value;
    expect([talks(3), talks(4), talks(5)]).toEqual([5, 5, 5]);
  });

  test("takes each person's own median once", () => {
    expect(medianOf([30, 10, 20])).toBe(20);
    expect(medianOf([10, 20, 30, 100])).toBe(25);
    const records = five.map((id, index) => record(id, { skills: { discovery: [12, 48, 61, 62, 99][index] ?? 0 } }));
    expect(figureFor(records, medianOfSkill("discovery"))?.value).toBe(60);
  });
});
