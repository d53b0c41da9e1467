import type { ScenarioBundle } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import type { Stage } from "@/lib/contracts/vocabulary";
import { buyerOf, closeThreshold, hasOpenObjection, leadOf } from "./cast";
import { evaluate, readingOf } from "./conditions";
import type { Ending } from "./endings";
import { isQuestion } from "./meters";
import type { Raised } from "./objections";

interface Scene {
  bundle: ScenarioBundle;
  state: ConversationState;
  played: PlayedMove[];
  raised: Raised | null;
  ending: Ending | null;
}

interface Guard {
  from: readonly Stage[];
  to: Stage;
  /** `moves`: as soon as the trainee has spoken, before facts and objections; `buyer`: after the buyer's part of it */
  after: "moves" | "buyer";
  /** the reason recorded with the transition, or null when the guard does not hold */
  why: (scene: Scene) => string | null;
}

const live = ["opening", "discovery", "presentation", "objection_handling", "closing"] as const;

function asksToClose({ played }: Scene): string | null {
  if (played.some(({ type }) => type === "ask_commitment")) return "commitment asked";
  const dated = played.some((move) => move.type === "propose_next_step" && move.quality === "dated");
  return dated ? "dated next step proposed" : null;
}

function isInterested({ bundle, state }: Scene): boolean {
  return buyerOf(state, leadOf(bundle).id).meters.interest >= closeThreshold(bundle, state);
}

function isHandled(state: ConversationState): boolean {
  const statuses = Object.values(state.buyers).flatMap((buyer) => Object.entries(buyer.objections));
  return (state.handling ?? []).every((id) =>
    statuses.some(([key, { status }]) => key === id && status === "resolved"),
  );
}

/** One definition of the stages: each way from one to the next, in the order in which they are tried. */
const guards: readonly Guard[] = [
  {
    from: ["opening"],
    to: "discovery",
    after: "moves",
    why: ({ played }) => {
      if (played.some(({ type }) => type === "set_agenda")) return "agenda set";
      if (played.some(({ type }) => type === "build_rapport")) return "rapport established";
      return played.some(isQuestion) ? "first question" : null;
    },
  },
  { from: live.slice(0, 4), to: "closing", after: "moves", why: asksToClose },
  {
    from: live,
    to: "ended",
    after: "buyer",
    why: ({ ending }) => (ending === null ? null : `${ending.outcome} (${ending.reason})`),
  },
  {
    from: ["discovery"],
    to: "presentation",
    after: "buyer",
    why: (scene) => {
      const reading = readingOf(scene.bundle, scene.state);
      if (reading.needs >= scene.bundle.scenario.minNeeds) return "needs told";
      return asksForOffer(scene.bundle, scene.state) ? "the buyer asks for the offer" : null;
    },
  },
  {
    from: ["presentation"],
    to: "objection_handling",
    after: "buyer",
    why: ({ raised }) => (raised === null ? null : "objection raised"),
  },
  {
    from: ["closing"],
    to: "objection_handling",
    after: "buyer",
    why: (scene) => {
      if (!hasOpenObjection(scene.state)) return null;
      return asksToClose(scene) !== null || scene.raised !== null ? "answered with an open objection" : null;
    },
  },
  {
    from: ["presentation", "objection_handling"],
    to: "closing",
    after: "buyer",
    why: (scene) => (isInterested(scene) && !hasOpenObjection(scene.state) ? "interested, nothing open" : null),
  },
  {
    from: ["objection_handling"],
    to: "presentation",
    after: "buyer",
    why: ({ state }) => (isHandled(state) ? "objection resolved" : null),
  },
];

/** Whether the buyer who decides wants to hear the offer now, however little was found out. */
function asksForOffer(bundle: ScenarioBundle, state: ConversationState): boolean {
  return evaluate(bundle.scenario.asksForOffer, { ...readingOf(bundle, state), everyone: true });
}

function step(state: ConversationState, to: Stage, why: string): ConversationState {
  return {
    ...state,
    stage: to,
    transitions: [...state.transitions, { turn: state.turn, from: state.stage, to, why }],
  };
}

/** What is being handled: objections raised or brought back outside opening and discovery, until resolved. */
function handle({ state, raised }: Scene): ConversationState {
  if (state.stage === "opening" || state.stage === "discovery" || state.stage === "ended") return state;
  const handling = new Set(state.handling);
  if (raised !== null) handling.add(raised.objectionId);
  return { ...state, handling: [...handling] };
}

function openObjections(state: ConversationState): string[] {
  return Object.values(state.buyers).flatMap((buyer) =>
    Object.entries(buyer.objections)
      .filter(([, { status }]) => status === "open")
      .map(([id]) => id),
  );
}

/**
 * Moves the talk through the guards of one phase, each at most once a turn, and records every transition. A raised
 * objection moves the stage from presentation and closing on only; one raised in discovery stays open where it is.
 */
export function moveStage(scene: Scene, after: Guard["after"]): ConversationState {
  let { state } = scene;
  for (const guard of guards) {
    if (guard.after !== after) continue;
    if (after === "buyer") state = handle({ ...scene, state });
    if (!guard.from.includes(state.stage)) continue;
    const why = guard.why({ ...scene, state });
    if (why === null) continue;
    if (state.stage === "closing") state = { ...state, handling: openObjections(state) };
    state = step(state, guard.to, why);
    if (guard.to === "presentation" || guard.to === "closing") state = { ...state, handling: [] };
  }
  return state;
}
