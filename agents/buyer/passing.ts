import type { ScenarioBundle } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";

const questions: readonly PlayedMove["type"][] = ["ask_open", "ask_closed", "probe"];

/**
 * The colleague to whom the buyer asked by name leaves a question, if it is one: it then counts as put to that one as well.
 * Nobody leaves to others a topic on which there is something of one's own to tell.
 */
export function passedTo(bundle: ScenarioBundle, move: PlayedMove): string | undefined {
  const { addressee, topic } = move;
  if (topic === undefined || addressee === undefined || !questions.includes(move.type)) return undefined;
  const asked = bundle.personas.find(({ id }) => id === addressee);
  if (asked === undefined || asked.sealedFacts.some((fact) => fact.topic === topic)) return undefined;
  const to = asked.defers?.find(({ topics }) => topics.includes(topic))?.to;
  return bundle.personas.some(({ id }) => id === to) ? to : undefined;
}
