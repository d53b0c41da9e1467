import type { SpokenReply } from "./ports";
import {
  maxCorrections,
  type At,
  type Correction,
  type EventOf,
  type TurnEffect,
  type TurnEvent,
  type TurnEventType,
  type TurnNode,
  type TurnState,
} from "./state";

export type Step = [TurnState, TurnEffect[]];
type Handler<N extends TurnNode, E extends TurnEventType> = (state: At<N>, event: EventOf<E>) => Step;
type Table = { [N in TurnNode]: { [E in TurnEventType]?: Handler<N, E> } };
type Live = At<Exclude<TurnNode, "settled" | "refused" | "failed" | "interrupted">>;

/** An event that a node does not take: a defect of the caller, never of the trainee. */
export class IllegalTransition extends Error {
  constructor(
    readonly node: TurnNode,
    readonly event: TurnEventType,
  ) {
    super(`a turn that is ${node} cannot take ${event}`);
    this.name = "IllegalTransition";
  }
}

const identity = ({ turnId, turn }: Live) => ({ turnId, turn });

function refuse(state: Live, event: EventOf<"refused">): Step {
  return [
    { node: "refused", ...identity(state), code: event.code },
    [{ type: "unsettle", status: "failed", code: event.code }],
  ];
}

function fail(state: Live, event: EventOf<"failed">): Step {
  return [
    { node: "failed", ...identity(state), code: event.code },
    [{ type: "unsettle", status: "failed", code: event.code }],
  ];
}

function interrupt(state: Live, event: EventOf<"interrupted">): Step {
  const status = event.by === "reader" ? "stopped" : "interrupted";
  return [
    { node: "interrupted", ...identity(state), code: event.code, by: event.by },
    [{ type: "unsettle", status, code: event.code }],
  ];
}

function planAt(state: Pick<At<"advanced">, "plans" | "index">) {
  const plan = state.plans[state.index];
  if (plan === undefined) throw new Error("a turn needs a plan for each speaker");
  return plan;
}

function toAdvanced(state: At<"perceived">, event: EventOf<"advanced">): Step {
  const next: At<"advanced"> = {
    ...state,
    node: "advanced",
    conversation: event.conversation,
    plans: event.plans,
    index: 0,
    replies: [],
    corrections: 0,
    checkpointed: false,
  };
  return [next, [{ type: "ground", plan: planAt(next), index: 0 }]];
}

function toGrounded(state: At<"advanced"> | At<"reviewed">, event: EventOf<"grounded">): Step {
  const index = state.node === "reviewed" ? state.index + 1 : state.index;
  const next: At<"grounded"> = { ...state, node: "grounded", index, passages: event.passages, notes: event.notes };
  return [next, [{ type: "speak", plan: planAt(next), index, correction: null, replace: false }]];
}

function correct(state: At<"speaking">, correction: Correction, replace: boolean): Step {
  const before: TurnEffect[] = replace ? [] : [{ type: "reset_step" }];
  const plan = planAt(state);
  const { index } = state;
  if (state.corrections >= maxCorrections) {
    const next: At<"speaking"> = { ...state, draft: null, correction, safe: true };
    return [next, [...before, { type: "speak_safe", plan, index, replace }]];
  }
  const next: At<"speaking"> = { ...state, draft: null, correction, corrections: state.corrections + 1 };
  return [next, [...before, { type: "speak", plan, index, correction, replace }]];
}

/** The reply stands: its lines are used up, and the next buyer speaks or the coach has a look. */
function accept(state: At<"speaking">, reply: SpokenReply): Step {
  const { draft: _draft, correction: _correction, safe: _safe, ...rest } = state;
  const used = reply.usedLines.filter((line) => !state.conversation.usedLines.includes(line));
  const next: At<"reviewed"> = {
    ...rest,
    node: "reviewed",
    conversation: { ...state.conversation, usedLines: [...state.conversation.usedLines, ...used] },
    replies: [...state.replies, reply],
  };
  const following = state.plans[state.index + 1];
  if (following === undefined) return [next, [{ type: "coach" }]];
  return [next, [{ type: "ground", plan: following, index: state.index + 1 }]];
}

function onReleased(state: At<"speaking">): Step {
  if (state.checkpointed) return [state, []];
  return [{ ...state, checkpointed: true }, [{ type: "checkpoint", at: "advanced" }]];
}

function onGateHit(state: At<"speaking">, event: EventOf<"gate_hit">): Step {
  if (state.safe || state.draft !== null) throw new IllegalTransition("speaking", "gate_hit");
  return correct(state, event.correction, false);
}

function onSpoken(state: At<"speaking">, event: EventOf<"spoken">): Step {
  if (state.draft !== null) throw new IllegalTransition("speaking", "spoken");
  if (state.safe) return accept(state, { ...event.reply, failed: true });
  return [{ ...state, draft: event.reply }, [{ type: "review", reply: event.reply, plan: planAt(state) }]];
}

function onReviewed(state: At<"speaking">, event: EventOf<"reviewed">): Step {
  if (state.draft === null) throw new IllegalTransition("speaking", "reviewed");
  return event.verdict.ok ? accept(state, state.draft) : correct(state, event.verdict.correction, true);
}

function onCoached(state: At<"reviewed">): Step {
  if (state.index + 1 < state.plans.length) throw new IllegalTransition("reviewed", "coached");
  const { passages: _passages, notes: _notes, ...rest } = state;
  return [{ ...rest, node: "coached" }, [{ type: "settle" }]];
}

function onFollowing(state: At<"reviewed">, event: EventOf<"grounded">): Step {
  if (state.index + 1 >= state.plans.length) throw new IllegalTransition("reviewed", "grounded");
  return toGrounded(state, event);
}

const ends = { failed: fail, interrupted: interrupt };

/** The whole way of a turn. What stands here may happen; nothing else may. */
export const table = {
  received: {
    ...ends,
    refused: refuse,
    perceived: (state, event) => [
      { ...state, node: "perceived", perception: event.perception },
      [{ type: "advance", perception: event.perception }],
    ],
  },
  perceived: { ...ends, refused: refuse, advanced: toAdvanced },
  advanced: { ...ends, grounded: toGrounded },
  grounded: {
    ...ends,
    opened: (state) => [{ ...state, node: "speaking", draft: null, correction: null, safe: false }, []],
  },
  speaking: {
    ...ends,
    opened: (state) => [state, []],
    released: onReleased,
    gate_hit: onGateHit,
    spoken: onSpoken,
    reviewed: onReviewed,
  },
  reviewed: { ...ends, grounded: onFollowing, coached: onCoached },
  coached: { ...ends, settled: (state) => [{ ...state, node: "settled" }, []] },
  settled: {},
  refused: {},
  failed: {},
  interrupted: {},
} as const satisfies Table;

/** A turn as it begins, and the first thing to do. */
export function begin(turnId: string, turn: number): Step {
  return [{ node: "received", turnId, turn }, [{ type: "perceive" }]];
}

/**
 * The one way a turn moves on: pure, with what is to be done as data.
 * Throws IllegalTransition for an event the node does not take.
 */
export function transition(state: TurnState, event: TurnEvent): Step {
  // Sound: the table's type pairs each node and event with a handler of just these two.
  const handlers = table[state.node] as Partial<Record<TurnEventType, (state: TurnState, event: TurnEvent) => Step>>;
  const handler = handlers[event.type];
  if (handler === undefined) throw new IllegalTransition(state.node, event.type);
  return handler(state, event);
}

function speakAnew(state: At<"grounded">): TurnEffect {
  return { type: "speak", plan: planAt(state), index: state.index, correction: null, replace: false };
}

/** What a turn taken up again from its record has to do first; words half said are said anew. */
export function resume(state: TurnState): Step {
  switch (state.node) {
    case "received":
      return [state, [{ type: "perceive" }]];
    case "perceived":
      return [state, [{ type: "advance", perception: state.perception }]];
    case "advanced":
      return [state, [{ type: "ground", plan: planAt(state), index: state.index }]];
    case "grounded":
      return [state, [speakAnew(state)]];
    case "speaking": {
      const { draft: _draft, correction: _correction, safe: _safe, ...rest } = state;
      const grounded: At<"grounded"> = { ...rest, node: "grounded" };
      return [grounded, [speakAnew(grounded)]];
    }
    case "reviewed": {
      const following = state.plans[state.index + 1];
      if (following === undefined) return [state, [{ type: "coach" }]];
      return [state, [{ type: "ground", plan: following, index: state.index + 1 }]];
    }
    case "coached":
      return [state, [{ type: "settle" }]];
    default:
      return [state, []];
  }
}
