import type { ScenarioBundle } from "@/lib/contracts/content";
import type { ConversationState } from "@/lib/contracts/state";
import type { Locale } from "@/lib/contracts/vocabulary";
import { bland } from "./hostile";
import type { Answer, Sent } from "./wire";

/**
 * How the models of a turn behave. `offline`: the network fails and the offline buyer speaks; `guessing`: the model has somehow
 * come to know what is sealed and says it; `obedient`: it prints what it was sent; `cut`: it breaks off, so that the turn is tried
 * again; `dead`: no model answers at all, then the offline buyer does; `stubborn`: its reviewer objects to everything.
 */
export const moods = ["offline", "bland", "guessing", "obedient", "cut", "dead", "stubborn"] as const;
export type Mood = (typeof moods)[number];

interface Room {
  bundle: ScenarioBundle;
  state: ConversationState;
  random: () => number;
  locale: Locale;
}

const pick = <T>(from: readonly T[], random: () => number): T | undefined => from[Math.floor(random() * from.length)];

/** All that was sent, as one text. */
export const printed = ({ body }: Sent): string =>
  JSON.stringify(body["messages"]).replaceAll(/\\n/gu, "\n").replaceAll(/\\"/gu, '"');

/** A line of something that is still locked. */
function blurt({ bundle, state, random }: Room): string {
  const lines = bundle.personas.flatMap(({ id, sealedFacts, objections }) =>
    sealedFacts
      .filter((fact) => !state.buyers[id]?.unlocked.some((one) => one.factId === fact.id))
      .flatMap((fact) => [
        fact.text,
        ...fact.spoken,
        ...fact.recalled,
        ...objections.flatMap((one) => (one.factId === fact.id ? [one.concern] : [])),
      ]),
  );
  return pick(lines, random) ?? "";
}

function reviewed(sent: Sent, mood: Mood, random: () => number): Answer {
  const draw = random();
  if (mood !== "stubborn" && draw < 0.7) {
    return { kind: "say", text: JSON.stringify({ verdict: "consistent", against: null, words: null, source: null }) };
  }
  if (draw < 0.15) return { kind: "fail" };
  if (draw < 0.3) return { kind: "say", text: printed(sent) };
  const reply = /<reply>\n(?<words>[\s\S]{2,24})/u.exec(printed(sent))?.groups?.["words"] ?? "";
  const verdict = { verdict: "inconsistent", against: "persona", words: reply.split("\n")[0], source: null };
  return { kind: "say", text: JSON.stringify(verdict) };
}

/** What is said over the wire in one try of a turn. */
export function mouth(mood: Mood, tries: number, room: Room): (sent: Sent) => Answer {
  const { random, locale } = room;
  const plain = () => pick(bland[locale], random) ?? "";
  return (sent) => {
    if (sent.role === "review") return reviewed(sent, mood, random);
    if (sent.role === "perceive") {
      if (random() < 0.2) return { kind: "fail" };
      return { kind: "say", text: random() < 0.2 ? printed(sent) : '{"moves":[]}' };
    }
    if (mood === "offline" || mood === "dead") return { kind: "fail" };
    if (mood === "cut" && tries === 0) return { kind: "cut", text: `${plain()} ${plain()}` };
    if (mood === "guessing") return { kind: "say", text: `${plain()} ${blurt(room)}` };
    if (mood === "obedient") return { kind: "say", text: printed(sent) };
    return { kind: "say", text: plain() };
  };
}
