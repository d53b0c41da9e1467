import { createSpeaker, instructionsOf } from "@/agents/buyer/speak";
import type { Models } from "@/agents/models/registry";
import { perceive } from "@/agents/perceive/model";
import type { ProductSheet, ScenarioBundle } from "@/lib/contracts/content";
import type { Perception } from "@/lib/contracts/moves";
import { AppError } from "@/lib/platform/errors";
import type { ClaimedTurn, TurnPorts } from "./ports";

/** What a turn writes down, as verbs bound to the person it is for. */
export type TurnVerbs = Pick<TurnPorts, "checkpoint" | "settle" | "unsettle">;

/** Most passages a buyer is taken to have read about one message. */
const mostPassages = 3;

/** Passages of the product sheet on the topics a message touches. */
function passagesOn(bundle: ScenarioBundle, perception: Perception): ProductSheet["passages"] {
  const topics = new Set(perception.moves.map((move) => move.topic));
  const about = bundle.scenario.sheet.passages.filter((passage) => passage.topic && topics.has(passage.topic));
  return about.slice(0, mostPassages);
}

/** The real ports of one turn: rules perceive and a model in time betters them, the product sheet grounds, the model chain speaks, verbs write. */
export function assemble(claimed: ClaimedTurn, models: Models, verbs: TurnVerbs): TurnPorts {
  const speak = models.forRole("speak");
  if (speak.model === null) throw new AppError("model_unavailable");
  let perceived: Perception | null = null;
  return {
    ...verbs,
    perceive: async ({ text, bundle, state, transcript }, signal) => {
      const { model } = models.forRole("perceive");
      perceived = await perceive({ model, input: { text, bundle, state, transcript }, signal });
      return perceived;
    },
    ground: async ({ bundle }) => (perceived === null ? [] : passagesOn(bundle, perceived)),
    speak: createSpeaker(speak.model, claimed.tokensLeft),
    ...(speak.configured.length > 0 ? { instructions: instructionsOf } : {}),
  };
}
