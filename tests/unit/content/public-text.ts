import type { Persona, ScenarioBundle } from "@/lib/contracts/content";

/** Every string inside a value, with the path that leads to it. */
export function strings(value: unknown, path = ""): { path: string; text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => strings(item, `${path}[${index}]`));
  if (value && typeof value === "object")
    return Object.entries(value).flatMap(([key, item]) => strings(item, path ? `${path}.${key}` : key));
  return [];
}

/** What a trainee or a model may read while every fact is still sealed. */
export function publicStrings({ scenario, personas, rubric, policy }: ScenarioBundle) {
  const { topics: _lexicon, hints, ...brief } = scenario;
  return [
    ...strings(brief, "scenario"),
    ...strings({ rules: hints.rules.map((rule) => rule.text), fallback: hints.fallback }, "hints"),
    ...personas.flatMap((persona) => strings(publicPersona(persona), persona.id)),
    ...strings(
      rubric.checks.map(({ title, test, met, notMet, tryThis }) => ({ title, test, met, notMet, tryThis })),
      "rubric",
    ),
    ...strings(
      {
        banned: policy.bannedClaims.map(({ label, safer }) => ({ label, safer })),
        privacy: policy.privacy.map(({ label, safer }) => ({ label, safer })),
        due: policy.requiredDisclosures.map(({ label, safer }) => ({ label, safer })),
      },
      "policy",
    ),
  ];
}

function publicPersona(persona: Persona) {
  const { sealedFacts, objections, concessions, walkAway, ...rest } = persona;
  return {
    ...rest,
    breadcrumbs: sealedFacts.map((fact) => fact.breadcrumbs),
    surfaces: objections.map((objection) => objection.surface),
    concessions: concessions.map((concession) => concession.text),
    walkAway: walkAway.map((limit) => limit.text),
  };
}

/** Character trigrams of a line, letters and digits only. */
export function trigrams(line: string): Set<string> {
  const letters = line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at += 1) grams.add(letters.slice(at, at + 3));
  return grams.size > 0 ? grams : new Set([letters]);
}

/** Likeness of two lines by their trigrams (Dice), 0 to 1. */
export function overlap(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)];
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/** All lines of the voice, flat, with their slot. */
export function voiceLines(persona: Persona) {
  return strings(persona.voice, "voice").filter(({ path }) => !path.endsWith(".topic"));
}
