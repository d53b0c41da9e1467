import { createSpeaker, instructionsOf } from "@/agents/buyer/speak";
import type { Models } from "@/agents/models/registry";
import { perceive } from "@/agents/perceive/model";
import { createReviewer } from "@/agents/review/model";
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

/**
 * The real ports of one turn: rules perceive and a model in time betters them, the product sheet grounds, the model chain speaks,
 * a model reads what was said where one is configured for it, verbs write.
 */
export function assemble(claimed: ClaimedTurn, models: Models, verbs: TurnVerbs): TurnPorts {
  const speak = models.forRole("speak");
  if (speak.model === null) throw new AppError("model_unavailable");
  const account = models.account(claimed.allowance);
  const reviewing = models.forRole("review").model?.paidBy(account);
  let perceived: Perception | null = null;
  return {
    ...verbs,
    perceive: async ({ text, bundle, state, transcript }, signal) => {
      const model = models.forRole("perceive").model?.paidBy(account);
      perceived = await perceive({ model, input: { text, bundle, state, transcript }, signal });
      return perceived;
    },
    calls: () => account.calls,
    ground: async ({ bundle }) => (perceived === null ? [] : passagesOn(bundle, perceived)),
    speak: createSpeaker(speak.model.paidBy(account)),
    ...(reviewing ? { reviewer: createReviewer(reviewing) } : {}),
    ...(speak.configured.length > 0 ? { instructions: instructionsOf } : {}),
  };
}
