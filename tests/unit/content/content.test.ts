import { describe, expect, it } from "vitest";
import { bundles } from "@/db/content";
import { type Condition, scenarioBundleSchema } from "@/lib/contracts/content";
import { overlap, publicStrings, strings, voiceLines } from "./public-text";
import { sealedWords } from "./sealed-words";

const cjk = /\p{Script=Han}/u;
const numbersIn = (text: string) => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** Case and, in Chinese, spacing do not hide a leak. */
const plain = (text: string) => (cjk.test(text) ? text.replace(/\s+/g, "") : text).toLowerCase();

function walk(condition: Condition): Condition[] {
  if (condition.op === "all" || condition.op === "any") return [condition, ...condition.of.flatMap(walk)];
  if (condition.op === "not") return [condition, ...walk(condition.of)];
  return [condition];
}

describe.each(bundles.map((bundle) => [bundle.scenario.id, bundle] as const))("content %s", (id, bundle) => {
  const { scenario, personas, rubric, policy } = bundle;
  const topics = new Set(scenario.topics.map((topic) => topic.id));
  const facts = personas.flatMap((persona) => persona.sealedFacts);
  const objections = personas.flatMap((persona) => persona.objections);
  const zh = scenario.locale === "zh-CN";

  it("fits the contract", () => {
    const parsed = scenarioBundleSchema.safeParse(bundle);
    expect(parsed.error?.issues ?? []).toEqual([]);
  });

  it("names its parts consistently", () => {
    expect(scenario.personaIds).toEqual(personas.map((persona) => persona.id));
    expect([scenario.rubricId, scenario.policyId]).toEqual([rubric.id, policy.id]);
    expect(new Set([scenario, rubric, policy, ...personas].map((part) => part.locale))).toEqual(
      new Set([scenario.locale]),
    );
  });

  it("keeps every figure, name and cause of a sealed fact out of public text", () => {
    const open = publicStrings(bundle);
    const own = sealedWords[id];
    expect(Object.keys(own ?? {}).toSorted()).toEqual(facts.map((fact) => fact.id).toSorted());
    const leaks = Object.entries(own ?? {}).flatMap(([factId, words]) =>
      words.flatMap((word) =>
        open
          .filter(({ text }) => plain(text).includes(plain(word)))
          .map(({ path, text }) => `${factId} "${word}" in ${path}: ${text}`),
      ),
    );
    expect(leaks).toEqual([]);
  });

  it("lists every figure of a sealed fact as sealed, unless the brief already has it", () => {
    const brief = [scenario.situation, ...scenario.known, ...scenario.offer].join(" ");
    const unlisted = facts.flatMap((fact) => {
      const sealed = (sealedWords[id]?.[fact.id] ?? []).join(" ");
      const said = [fact.text, ...fact.spoken, ...fact.recalled].join(" ");
      return numbersIn(said)
        .filter((figure) => !sealed.includes(figure) && !brief.includes(figure))
        .map((figure) => `${fact.id}: ${figure}`);
    });
    expect(unlisted).toEqual([]);
  });

  it("seals words that the fact really says", () => {
    for (const fact of facts) {
      const said = [fact.text, ...fact.spoken, ...fact.recalled].join(" ");
      const words = sealedWords[id]?.[fact.id] ?? [];
      expect(words.filter((word) => !plain(said).includes(plain(word).trim()))).toEqual([]);
    }
  });

  it("refers only to topics, facts and objections that exist", () => {
    const conditions = [
      scenario.asksForOffer,
      scenario.won,
      scenario.followUp,
      ...scenario.hints.rules.map((rule) => rule.when),
      ...facts.map((fact) => fact.unlock),
      ...objections.map((objection) => objection.raiseWhen),
      ...personas.flatMap((persona) => persona.walkAway.map((limit) => limit.when)),
      ...personas.flatMap((persona) => persona.concessions.map((concession) => concession.needs)),
    ].flatMap(walk);
    const named = [
      ...conditions.flatMap((one) => (one.op === "move" || one.op === "did" ? (one.topics ?? []) : [])),
      ...facts.map((fact) => fact.topic),
      ...objections.flatMap((objection) => [objection.topic, ...objection.answerTopics]),
      ...personas.flatMap((persona) => persona.topicAnswers.map((answers) => answers.topic)),
      ...personas.flatMap((persona) => persona.voice.askBack.flatMap((line) => line.topic ?? [])),
      ...personas.flatMap((persona) => persona.publicFacts.flatMap((fact) => fact.topic ?? [])),
      ...scenario.sheet.passages.flatMap((passage) => passage.topic ?? []),
    ];
    expect(named.filter((topic) => !topics.has(topic))).toEqual([]);
    const factIds = new Set(facts.map((fact) => fact.id));
    const objectionIds = new Set(objections.map((objection) => objection.id));
    const namedFacts = [
      ...conditions.flatMap((one) => (one.op === "told" ? [one.factId] : [])),
      ...objections.flatMap((objection) => objection.factId ?? []),
    ];
    const namedObjections = [
      ...conditions.flatMap((one) => ("objectionId" in one ? (one.objectionId ?? []) : [])),
      ...rubric.checks.flatMap((one) => one.objectionId ?? []),
    ];
    expect(namedFacts.filter((one) => !factIds.has(one))).toEqual([]);
    expect(namedObjections.filter((one) => !objectionIds.has(one))).toEqual([]);
  });

  it("can answer an open and a closed question on every topic", () => {
    for (const persona of personas)
      expect(persona.topicAnswers.map((answers) => answers.topic).toSorted()).toEqual([...topics].toSorted());
  });

  it("uses each id once", () => {
    for (const ids of [
      scenario.topics.map((topic) => topic.id),
      facts.map((fact) => fact.id),
      objections.map((objection) => objection.id),
      rubric.checks.map((one) => one.id),
      scenario.sheet.passages.map((passage) => passage.id),
      scenario.hints.rules.map((rule) => rule.id),
      [...policy.bannedClaims, ...policy.privacy, ...policy.requiredDisclosures].map((rule) => rule.id),
    ])
      expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives no lexicon word to two topics", () => {
    const owners = scenario.topics.flatMap((topic) => topic.words.map((word) => word));
    expect(owners.filter((word, at) => owners.indexOf(word) !== at)).toEqual([]);
    expect(owners.filter((word) => word !== word.toLowerCase())).toEqual([]);
  });

  it("has more needs than it asks for, each reachable by an open question and by following up", () => {
    expect(facts.filter((fact) => fact.need).length).toBeGreaterThan(scenario.minNeeds);
    for (const fact of facts) {
      const forms = walk(fact.unlock).flatMap((one) => (one.op === "move" ? one.types : []));
      expect(forms).toEqual(expect.arrayContaining(["ask_open", "probe"]));
    }
  });

  it("catches the examples of each policy rule and none of the harmless ones", () => {
    for (const rule of [...policy.bannedClaims, ...policy.privacy]) {
      const hits = (text: string) => rule.patterns.some((pattern) => new RegExp(pattern, "iu").test(text));
      expect(rule.matching.filter((text) => !hits(text))).toEqual([]);
      expect(rule.harmless.filter(hits)).toEqual([]);
    }
    const harmless = [...policy.bannedClaims, ...policy.privacy].flatMap((rule) => rule.harmless);
    const banned = policy.bannedClaims.flatMap((rule) => rule.patterns.map((pattern) => new RegExp(pattern, "iu")));
    expect(harmless.filter((text) => banned.some((pattern) => pattern.test(text)))).toEqual([]);
  });

  it("does not call its own safer wordings or its own sheet a breach", () => {
    const rules = [...policy.bannedClaims, ...policy.privacy];
    const banned = rules.flatMap((rule) => rule.patterns.map((pattern) => new RegExp(pattern, "iu")));
    const own = [...rules.map((rule) => rule.safer), ...scenario.sheet.passages.map((passage) => passage.text)];
    expect(own.filter((text) => banned.some((pattern) => pattern.test(text)))).toEqual([]);
  });

  it("accepts the safer wording of each disclosure as the disclosure", () => {
    const unread = policy.requiredDisclosures.filter(
      (due) => !due.patterns.some((pattern) => new RegExp(pattern, "iu").test(due.safer)),
    );
    expect(unread.map((due) => due.id)).toEqual([]);
  });

  it("never finds the sheet contradicting itself", () => {
    const sheet = scenario.sheet.passages;
    const clashes = sheet.flatMap((passage) =>
      (passage.contradictedBy ?? []).flatMap((pattern) =>
        sheet.filter((other) => new RegExp(pattern, "iu").test(other.text)).map((other) => `${passage.id}/${other.id}`),
      ),
    );
    expect(clashes).toEqual([]);
  });

  it("keeps hints short", () => {
    const hints = [...scenario.hints.rules.map((rule) => rule.text), ...Object.values(scenario.hints.fallback)];
    const size = (hint: string) => (zh ? hint.length : hint.split(/\s+/).length);
    expect(hints.filter((hint) => size(hint) > (zh ? 30 : 15))).toEqual([]);
  });

  it("has a rubric that names one blocker and can be passed", () => {
    expect(rubric.checks.filter((one) => one.blocker).map((one) => one.rule)).toEqual(["banned"]);
    expect(rubric.checks.length).toBeGreaterThanOrEqual(12);
    expect(rubric.checks.length).toBeLessThanOrEqual(14);
    expect(rubric.bar).toBeGreaterThan(rubric.cap);
    for (const one of rubric.checks) expect(one.tryThis).toContain("…");
  });

  it("has lines distinct enough never to sound repeated", () => {
    for (const persona of personas) {
      const spoken = [
        ...voiceLines(persona),
        ...strings(persona.topicAnswers, "topicAnswers").filter(({ path }) => !path.endsWith(".topic")),
        ...strings(
          persona.objections.map((objection) => objection.surface),
          "surface",
        ),
        ...strings(
          persona.sealedFacts.map((fact) => fact.breadcrumbs),
          "breadcrumbs",
        ),
        ...strings(
          persona.concessions.map((concession) => concession.text),
          "concessions",
        ),
      ];
      const alike: string[] = [];
      for (const [at, one] of spoken.entries())
        for (const other of spoken.slice(at + 1))
          if (overlap(one.text, other.text) > 0.5) alike.push(`${one.path} ${one.text} | ${other.path} ${other.text}`);
      expect(alike).toEqual([]);
    }
  });

  it("is written in its own language and without shouting", () => {
    for (const persona of personas) {
      const lines = [
        ...voiceLines(persona).map(({ text }) => text),
        ...persona.sealedFacts.flatMap((fact) => [...fact.spoken, ...fact.recalled, ...fact.breadcrumbs]),
        ...persona.objections.flatMap((objection) => objection.surface),
        ...persona.topicAnswers.flatMap((answers) => [...answers.open, ...answers.closed]),
      ];
      expect(lines.filter((line) => /[!！]/.test(line))).toEqual([]);
      expect(lines.filter((line) => cjk.test(line) !== zh)).toEqual([]);
      const praise = zh ? /问得好|好问题|您真专业|很专业/ : /\b(good|great|excellent|smart) question\b|well asked/i;
      expect(lines.filter((line) => praise.test(line))).toEqual([]);
    }
    const shown = strings({
      situation: scenario.situation,
      known: scenario.known,
      topics: scenario.topics.map((t) => t.label),
    });
    expect(shown.filter(({ text }) => cjk.test(text) !== zh)).toEqual([]);
  });

  it("is dated on a weekday early in 2027", () => {
    const day = new Date(`${scenario.date}T00:00:00Z`);
    expect(day.getUTCFullYear()).toBe(2027);
    expect(day.getUTCMonth()).toBeLessThan(4);
    expect([1, 2, 3, 4, 5]).toContain(day.getUTCDay());
  });
});

describe("the shipped set", () => {
  it("gives no id twice", () => {
    const ids = bundles.flatMap(({ scenario, personas, rubric, policy }) => [
      scenario.id,
      rubric.id,
      policy.id,
      ...personas.map((persona) => persona.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
