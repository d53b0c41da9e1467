import { remember } from "@/agents/buyer/remember";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Relationship } from "@/lib/contracts/memory";
import { play, type PlayOptions } from "./play";
import type { Seller } from "./seller";

/** Every so many talks somebody starts with the second talk, whom no buyer knows. */
const strangerEvery = 4;
/** Days between the two talks: memory is then still sharp. */
const daysBetween = 14;
/** Stands for a session that only takes place here. */
const nowhere = "00000000-0000-4000-8000-000000000000";

/** The scenario whose talk another one follows up, in the same language. */
export function firstOf({ scenario }: ScenarioBundle, among: readonly ScenarioBundle[]): ScenarioBundle | undefined {
  const { follows, locale } = scenario;
  return among.find((one) => one.scenario.family === follows && one.scenario.locale === locale);
}

/** An earlier talk: what its buyers took away from it, and every line of it, which is no news to anybody. */
export interface Past {
  remembered: Relationship[];
  said: string[];
}

/**
 * What came before a follow-up with this seller: the first talk is played by the same one, from the same seed, and its
 * buyers take away from it what they would from a session. Undefined for every fourth talk, which nothing came before.
 */
export function pastOf(
  bundle: ScenarioBundle,
  first: ScenarioBundle,
  seller: Seller,
  { seed, difficulty, index }: Pick<PlayOptions, "seed" | "difficulty"> & { index: number },
): Past | undefined {
  if (index % strangerEvery === strangerEvery - 1) return undefined;
  const { state, transcript } = play(first, seller, { seed, difficulty });
  const endedAt = new Date(Date.parse(`${bundle.scenario.date}T12:00:00Z`) - daysBetween * 86_400_000);
  const said = transcript.map(({ messageId: id, text }, at) => ({ id, number: at + 1, text }));
  const kept = remember(first, state, said, { sourceSessionId: nowhere, endedAt });
  const remembered = bundle.personas.flatMap((persona) => {
    const last = kept.find(({ buyerId }) => buyerId === (persona.recalls?.sameAs ?? persona.id));
    return last === undefined ? [] : [{ ...last, id: nowhere, buyerId: persona.id }];
  });
  return { remembered, said: transcript.map((line) => line.text) };
}
