import { describe, expect, test } from "vitest";
import { bundles } from "@/db/content";
import { judge, type GateCase } from "../support/gate-cases";
import { personaOf } from "../support/speaker-view";

const strings = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
};

/** Lines with a gap are judged filled, in the talks that `tests/unit/run/offline.test.ts` plays. */
const whole = (lines: string[]) => lines.filter((line) => !line.includes("{"));

const stopped = (cases: GateCase[]) =>
  cases.flatMap((one) => {
    const { by, code } = judge(one);
    return by === null ? [] : [`${by} ${code ?? ""}: ${one.text}`];
  });

describe.each(bundles.map((bundle) => [bundle.scenario.id, bundle] as const))("the buyer of %s", (scenario, bundle) => {
  const persona = personaOf(bundle);

  test("has no line of its voice, answers, hints and objections stopped while all is sealed", () => {
    const lines = whole([
      ...strings(persona.voice),
      ...persona.topicAnswers.flatMap(({ open, closed }) => [...open, ...closed]),
      ...persona.sealedFacts.flatMap((fact) => fact.breadcrumbs),
      ...persona.objections.flatMap((objection) => objection.surface),
    ]);
    expect(lines.length).toBeGreaterThan(200);
    expect(stopped(lines.map((text) => ({ scenario, text })))).toEqual([]);
  });

  test("may tell and recall each fact once that one is unlocked, all others being sealed", () => {
    const cases = persona.sealedFacts.flatMap((fact) =>
      [...fact.spoken, ...fact.recalled].map((text) => ({ scenario, text, told: [fact.id] })),
    );
    expect(stopped(cases)).toEqual([]);
  });

  test("may give way once its facts are told", () => {
    const told = persona.sealedFacts.map((fact) => fact.id);
    expect(stopped(persona.concessions.map(({ text }) => ({ scenario, text, told })))).toEqual([]);
  });

  test("has every way of telling a fact stopped while all is sealed", () => {
    const told = persona.sealedFacts.flatMap((fact) => [fact.text, ...fact.spoken, ...fact.recalled]);
    const passed = told.filter((text) => judge({ scenario, text }).by === null);
    expect(passed).toEqual([]);
  });
});
