import type { Persona, ScenarioBundle, SealedFact } from "@/lib/contracts/content";
import type { Relationship } from "@/lib/contracts/memory";
import type { BuyerState, ConversationState } from "@/lib/contracts/state";
import { difficultyTable } from "./meter-table";

/** The buyer who decides: the first of the scenario. */
export function leadOf(bundle: ScenarioBundle): Persona {
  const lead = bundle.personas[0];
  if (lead === undefined) throw new Error("a scenario needs a buyer");
  return lead;
}

export function personaOf(bundle: ScenarioBundle, buyerId: string): Persona {
  const persona = bundle.personas.find(({ id }) => id === buyerId);
  if (persona === undefined) throw new Error(`no buyer ${buyerId} in ${bundle.scenario.id}`);
  return persona;
}

export function buyerOf(state: ConversationState, buyerId: string): BuyerState {
  const buyer = state.buyers[buyerId];
  if (buyer === undefined) throw new Error(`no state for buyer ${buyerId}`);
  return buyer;
}

function factOf(persona: Persona, factId: string): SealedFact {
  const fact = persona.sealedFacts.find(({ id }) => id === factId);
  if (fact === undefined) throw new Error(`no fact ${factId} of ${persona.id}`);
  return fact;
}

/** What this buyer knows of its last talk with this trainee. */
export function rememberedBy(state: ConversationState, buyerId: string): Relationship | undefined {
  return state.remembered?.find((one) => one.buyerId === buyerId);
}

export function isTold(buyer: BuyerState, factId: string): boolean {
  return buyer.unlocked.some((fact) => fact.factId === factId);
}

/** Facts of this buyer unlocked so far, with the turn. */
export function toldBy(persona: Persona, buyer: BuyerState): { fact: SealedFact; turn: number }[] {
  return buyer.unlocked.map(({ factId, turn }) => ({ fact: factOf(persona, factId), turn }));
}

/** Interest from which the first buyer is ready to be asked. */
export function closeThreshold(bundle: ScenarioBundle, state: ConversationState): number {
  const shifted = bundle.scenario.closeThreshold + difficultyTable[state.difficulty].threshold;
  return Math.min(100, Math.max(0, shifted));
}

export function hasOpenObjection(state: ConversationState): boolean {
  return Object.values(state.buyers).some((buyer) =>
    Object.values(buyer.objections).some(({ status }) => status === "open"),
  );
}

/** A copy of the state with one buyer changed. */
export function withBuyer(
  state: ConversationState,
  buyerId: string,
  change: (buyer: BuyerState) => BuyerState,
): ConversationState {
  return { ...state, buyers: { ...state.buyers, [buyerId]: change(buyerOf(state, buyerId)) } };
}
