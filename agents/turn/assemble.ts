import { createSpeaker, instructionsOf } from "@/agents/buyer/speak";
import type { Models } from "@/agents/models/registry";
import { perceive } from "@/agents/perceive/model";
import { createReviewer } from "@/agents/review/model";
import { TurnTools } from "@/agents/tools/call";
import { consult, passagesOn } from "@/agents/tools/consult";
import { builtIn } from "@/agents/tools/registry";
import type { ProductSheet } from "@/lib/contracts/content";
import type { Perception } from "@/lib/contracts/moves";
import type { Tool, ToolNote, ToolPermission } from "@/lib/contracts/tools";
import { AppError } from "@/lib/platform/errors";
import type { ClaimedTurn, TurnPorts } from "./ports";

/** What a turn writes down, as verbs bound to the person it is for. */
export type TurnVerbs = Pick<TurnPorts, "checkpoint" | "settle" | "unsettle">;

/** What the tenant adds to the tools that ship with the program, and what the person may use. */
export interface TurnToolsGiven {
  /** never rejects */
  remote?: Promise<Tool[]> | undefined;
  may: (permission: ToolPermission) => boolean;
}

function toolsFor({ bundle, state }: ClaimedTurn, { may }: TurnToolsGiven): TurnTools {
  const { locale, date, sheet, tools = [] } = bundle.scenario;
  return new TurnTools({ tools: builtIn(), allowed: tools, context: { locale, date, sheet, seed: state.seed }, may });
}

/**
 * The real ports of one turn: rules perceive and a model in time betters them, the product sheet grounds, the model chain speaks,
 * a model reads what was said where one is configured for it, verbs write.
 */
export function assemble(claimed: ClaimedTurn, models: Models, verbs: TurnVerbs, given: TurnToolsGiven): TurnPorts {
  const speak = models.forRole("speak");
  if (speak.model === null) throw new AppError("model_unavailable");
  const account = models.account(claimed.allowance);
  const reviewing = models.forRole("review").model?.paidBy(account);
  const tools = toolsFor(claimed, given);
  let perceived: Perception | null = null;
  let grounds: Promise<ProductSheet["passages"]> | null = null;
  let notes: Promise<ToolNote[]> | null = null;
  return {
    ...verbs,
    perceive: async ({ text, bundle, state, transcript }, signal) => {
      const model = models.forRole("perceive").model?.paidBy(account);
      perceived = await perceive({ model, input: { text, bundle, state, transcript }, signal });
      return perceived;
    },
    calls: () => account.calls,
    // Buyers who speak one after the other about one message have read and counted the same.
    ground: async ({ bundle }) => (perceived === null ? [] : (grounds ??= passagesOn(bundle, perceived, tools))),
    consult: async (turn, signal) => {
      if (perceived === null) return [];
      tools.add((await given.remote) ?? []);
      return (notes ??= consult(turn, perceived, tools, signal));
    },
    speak: createSpeaker(speak.model.paidBy(account), tools),
    ...(reviewing ? { reviewer: createReviewer(reviewing) } : {}),
    ...(speak.configured.length > 0 ? { instructions: instructionsOf } : {}),
  };
}
