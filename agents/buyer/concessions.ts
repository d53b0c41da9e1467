import type { ScenarioBundle } from "@/lib/contracts/content";
import type { ConversationState } from "@/lib/contracts/state";
import { buyerOf, withBuyer } from "./cast";
import { evaluate, readingOf } from "./conditions";

export interface Granted {
  buyerId: string;
  concessionId: string;
}

/** The next rung a buyer gives, at most one a turn and in the ladder's order: when it is earned, never for the asking. */
export function grantConcession(
  bundle: ScenarioBundle,
  state: ConversationState,
): { state: ConversationState; granted: Granted | null } {
  for (const persona of bundle.personas) {
    const { concessions } = buyerOf(state, persona.id);
    const reading = readingOf(bundle, state, persona.id);
    const earned = persona.concessions.find(({ id, needs }) => !concessions.includes(id) && evaluate(needs, reading));
    if (earned === undefined) continue;
    const next = withBuyer(state, persona.id, (buyer) => ({
      ...buyer,
      concessions: [...buyer.concessions, earned.id],
    }));
    return { state: next, granted: { buyerId: persona.id, concessionId: earned.id } };
  }
  return { state, granted: null };
}
