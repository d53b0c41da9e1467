import type { Condition } from "@/lib/contracts/content";
import type { PromiseKind } from "@/lib/contracts/memory";
import type { MoveType, Outcome, Quality, Stage } from "@/lib/contracts/vocabulary";

/** Short forms for writing conditions in content. Each returns plain data; nothing is evaluated here. */
type About = { topics?: string[]; qualities?: Quality[]; objectionId?: string };

export const all = (...of: Condition[]): Condition => ({ op: "all", of });
export const any = (...of: Condition[]): Condition => ({ op: "any", of });
export const not = (of: Condition): Condition => ({ op: "not", of });

/** A move of this turn. */
export const move = (type: MoveType, about: About = {}): Condition => ({ op: "move", types: [type], ...about });

/** A move of this turn or any before. */
export const did = (type: MoveType, about: About & { atLeast?: number } = {}): Condition => ({
  op: "did",
  types: [type],
  ...about,
});

/** The subject came up in any professional way, in this turn or before. */
export const mentioned = (...topics: string[]): Condition => ({
  op: "did",
  types: [
    "set_agenda",
    "ask_open",
    "ask_closed",
    "probe",
    "summarise",
    "present_value",
    "make_claim",
    "quote_price",
    "offer_discount",
    "ask_commitment",
  ],
  topics,
});

/** Asked this turn in either of the two good forms, open or following up. */
export const asked = (...topics: string[]): Condition => ({ op: "move", types: ["ask_open", "probe"], topics });

export const trust = (atLeast: number): Condition => ({ op: "meter", meter: "trust", atLeast });
export const interest = (atLeast: number): Condition => ({ op: "meter", meter: "interest", atLeast });
export const patience = (atLeast: number): Condition => ({ op: "meter", meter: "patience", atLeast });
export const patienceBelow = (below: number): Condition => ({ op: "meter", meter: "patience", below });
export const told = (factId: string): Condition => ({ op: "told", factId });
export const needs = (atLeast: number): Condition => ({ op: "needs", atLeast });
export const needsBelow = (below: number): Condition => ({ op: "needs", below });
export const fromTurn = (atLeast: number): Condition => ({ op: "turn", atLeast });
export const stageIn = (...stages: Stage[]): Condition => ({ op: "stage", in: stages });
export const isOpen = (objectionId: string): Condition => ({ op: "objection", objectionId, is: "open" });
export const isAcknowledged = (objectionId: string): Condition => ({
  op: "objection",
  objectionId,
  is: "acknowledged",
});
export const isResolved = (objectionId: string): Condition => ({ op: "objection", objectionId, is: "resolved" });

/** A follow-up's buyer remembers a talk with this trainee, and in it what is named. */
export const remembered = (what: { outcome?: Outcome[]; told?: string; promised?: PromiseKind } = {}): Condition => ({
  op: "remembered",
  ...what,
});

/** Commitment asked for at the right time, with enough trust to say yes. */
export const readyAsk = (trustAtLeast: number): Condition =>
  all(move("ask_commitment", { qualities: ["ready"] }), trust(trustAtLeast));

/** A dated next step from somebody the buyer is willing to see again. */
export const datedStep: Condition = all(move("propose_next_step", { qualities: ["dated"] }), trust(40), patience(20));

/** The same, from somebody who has learned something worth meeting about. */
export const earnedStep: Condition = all(datedStep, needs(1));
