import type { Message, Mood, SessionView } from "@/lib/contracts/session";
import type { StreamData, StreamPartName } from "@/lib/contracts/stream";
import type { EndReason, Outcome, Stage } from "@/lib/contracts/vocabulary";
import type { NoticeCode } from "@/components/ui/problem-notice";

/** A part of the turn stream as the room reads it; parts it does not know are left out before. */
export type TurnPart =
  | { [K in StreamPartName]: { type: `data-${K}`; data: StreamData[K] } }[StreamPartName]
  | { type: "start-step" | "finish-step" | "reset-step" }
  | { type: "text-delta"; id: string; delta: string };

/** The turn being answered. */
export interface LiveTurn {
  turnId: string;
  text: string;
  /** who speaks now, null while nobody does */
  speaker: { id: string; messageId: string; number: number } | null;
  /** index of the first message of the running step */
  stepStart: number;
  delivered: boolean;
}

/** A turn that was not answered to its end. Its text is kept and the same turn can be tried again. */
export interface Trouble {
  turnId: string;
  text: string;
  status: "undelivered" | "interrupted" | "stopped" | "failed";
  code: NoticeCode;
  requestId: string | null;
}

export interface RoomState {
  messages: Message[];
  stage: Stage;
  /** the last stage before the end: where the track stays when the talk is over */
  reached: Stage;
  moods: Mood[];
  turn: number;
  turnsLeft: number;
  outcome: Outcome | null;
  endReason: EndReason | null;
  /** another model than the usual one has answered, and why */
  degraded: "budget" | "fault" | null;
  live: LiveTurn | null;
  trouble: Trouble | null;
  reconnecting: boolean;
  /** the last finished reply, for screen readers */
  spoken: { speaker: string; text: string } | null;
}

export type RoomEvent =
  | { type: "hydrate"; view: SessionView }
  | { type: "send"; turnId: string; text: string; at: string }
  | { type: "part"; part: TurnPart; at: string }
  | { type: "trouble"; trouble: Trouble }
  | { type: "forget"; turnId: string }
  | { type: "reconnecting"; on: boolean };

function traineeMessage(messages: Message[], turnId: string, turn: number, text: string, at: string): Message {
  return {
    id: turnId,
    number: (messages.at(-1)?.number ?? 0) + 1,
    turn,
    turnId,
    speaker: "trainee",
    text,
    status: "complete",
    reworded: false,
    degraded: false,
    flags: [],
    createdAt: at,
  };
}

/** What buyers had said before a turn broke off. */
function partials(before: Message[], pending: NonNullable<SessionView["pending"]>, at: string): Message[] {
  const asked = before.at(-1);
  const status = pending.status === "stopped" ? ("stopped" as const) : ("interrupted" as const);
  return (pending.partial ?? []).map(({ speakerId, messageId, text }, index) => ({
    ...traineeMessage(before, pending.turnId, asked?.turn ?? 1, text, at),
    id: messageId,
    number: (asked?.number ?? 0) + 1 + index,
    speaker: speakerId,
    status,
  }));
}

/** The room as the server tells it. A turn still being answered starts empty: its stream replays from the beginning. */
export function fromView(view: SessionView): RoomState {
  const { pending } = view;
  const speaking = pending?.status === "speaking" ? pending : null;
  const own = view.messages.some((message) => message.turnId === pending?.turnId && message.speaker === "trainee");
  const shown = speaking
    ? view.messages.filter((message) => message.turnId !== speaking.turnId || message.speaker === "trainee")
    : view.messages;
  const asked =
    pending && !own
      ? [...shown, traineeMessage(shown, pending.turnId, view.turn + 1, pending.text, view.startedAt)]
      : shown;
  const messages = pending && !speaking ? [...asked, ...partials(asked, pending, view.startedAt)] : asked;
  return {
    messages,
    stage: view.stage,
    reached: view.stage,
    moods: view.moods,
    turn: view.turn,
    turnsLeft: view.maxTurns - view.turn,
    outcome: view.outcome,
    endReason: view.endReason,
    degraded: view.degraded ? (view.overBudget ? "budget" : "fault") : null,
    live: speaking && {
      turnId: speaking.turnId,
      text: speaking.text,
      speaker: null,
      stepStart: messages.length,
      delivered: true,
    },
    trouble:
      pending && pending.status !== "speaking"
        ? {
            turnId: pending.turnId,
            text: pending.text,
            status: pending.status,
            // the code comes from our own table of problem codes; an older one reads as internal
            code: (pending.code as NoticeCode | null) ?? "internal",
            requestId: null,
          }
        : null,
    reconnecting: false,
    spoken: null,
  };
}

const without = (messages: Message[], turnId: string) => messages.filter((message) => message.turnId !== turnId);

function change(state: RoomState, messageId: string, with_: (message: Message) => Partial<Message>): Message[] {
  return state.messages.map((message) => (message.id === messageId ? { ...message, ...with_(message) } : message));
}

/** Puts a buyer's empty message in place, once: a replayed or corrected reply starts it over. */
function beginSpeech(state: RoomState, live: LiveTurn, speaker: NonNullable<LiveTurn["speaker"]>, at: string) {
  const known = state.messages.some((message) => message.id === speaker.messageId);
  const messages = known
    ? change(state, speaker.messageId, () => ({ text: "", status: "complete" }))
    : [
        ...state.messages,
        {
          ...traineeMessage(state.messages, live.turnId, state.turn, "", at),
          id: speaker.messageId,
          number: speaker.number,
          speaker: speaker.id,
        },
      ];
  return { ...state, messages, live: { ...live, speaker } };
}

function fail(state: RoomState, live: LiveTurn, data: StreamData["turn-fail"]): RoomState {
  const status: Message["status"] = data.status === "stopped" ? "stopped" : "interrupted";
  const messages = state.messages
    .filter((message) => message.turnId !== live.turnId || message.speaker === "trainee" || message.text !== "")
    .map((message) =>
      message.turnId === live.turnId && message.speaker !== "trainee" ? { ...message, status } : message,
    );
  return {
    ...state,
    messages,
    live: null,
    trouble: {
      turnId: live.turnId,
      text: live.text,
      status: data.status,
      // written by our own server from the same table of codes
      code: data.code as NoticeCode,
      requestId: data.requestId,
    },
  };
}

function readData(state: RoomState, live: LiveTurn, part: Extract<TurnPart, { data: unknown }>, at: string): RoomState {
  switch (part.type) {
    case "data-turn-start": {
      const messages = [...without(state.messages, live.turnId), part.data.message];
      return {
        ...state,
        messages,
        turn: part.data.turn,
        live: { ...live, delivered: true, speaker: null, stepStart: messages.length },
      };
    }
    case "data-speaker-start":
      return beginSpeech(
        state,
        live,
        { id: part.data.speaker, messageId: part.data.messageId, number: part.data.number },
        at,
      );
    case "data-speaker-end": {
      const said = state.messages.find((message) => message.id === part.data.messageId);
      return {
        ...state,
        live: { ...live, speaker: null },
        spoken: said ? { speaker: said.speaker, text: said.text } : state.spoken,
      };
    }
    case "data-reply-replace":
      return {
        ...state,
        messages: change(state, part.data.messageId, () => ({ text: part.data.text, reworded: true })),
      };
    case "data-state-update":
      return {
        ...state,
        stage: part.data.stage,
        moods: part.data.moods,
        turn: part.data.turn,
        turnsLeft: part.data.turnsLeft,
      };
    case "data-compliance-flag": {
      const { flag, messageId } = part.data;
      const same = (other: typeof flag) => other.ruleId === flag.ruleId && other.span.start === flag.span.start;
      return {
        ...state,
        messages: change(state, messageId, ({ flags }) => ({ flags: flags.some(same) ? flags : [...flags, flag] })),
      };
    }
    case "data-degraded-notice":
      return { ...state, degraded: part.data.because };
    case "data-turn-end":
      return {
        ...state,
        live: null,
        outcome: part.data.outcome,
        endReason: part.data.endReason,
        stage: part.data.outcome ? "ended" : state.stage,
      };
    case "data-turn-fail":
      return fail(state, live, part.data);
    default:
      return state;
  }
}

/** A reply whose words were taken back; one that had been read is marked as edited, as the record marks it. */
const takenBack = (message: Message): Message => ({
  ...message,
  text: "",
  reworded: message.reworded || message.text !== "",
});

function readPart(state: RoomState, part: TurnPart, at: string): RoomState {
  const { live } = state;
  if (!live) return state;
  if ("data" in part) return readData(state, live, part, at);
  if (part.type === "start-step") return { ...state, live: { ...live, stepStart: state.messages.length } };
  if (part.type === "reset-step")
    return { ...state, messages: state.messages.map((m, i) => (i >= live.stepStart ? takenBack(m) : m)) };
  if (part.type === "text-delta" && live.speaker)
    return { ...state, messages: change(state, live.speaker.messageId, ({ text }) => ({ text: text + part.delta })) };
  return state;
}

/** Pure: what the room shows after an event. */
export function reduceRoom(state: RoomState, event: RoomEvent): RoomState {
  const next = step(state, event);
  return next.stage === "ended" ? { ...next, reached: state.reached } : { ...next, reached: next.stage };
}

function step(state: RoomState, event: RoomEvent): RoomState {
  switch (event.type) {
    case "hydrate":
      return { ...fromView(event.view), spoken: state.spoken };
    case "send": {
      const kept = state.trouble ? without(state.messages, state.trouble.turnId) : state.messages;
      const messages = without(kept, event.turnId);
      return {
        ...state,
        messages: [...messages, traineeMessage(messages, event.turnId, state.turn + 1, event.text, event.at)],
        live: {
          turnId: event.turnId,
          text: event.text,
          speaker: null,
          stepStart: messages.length + 1,
          delivered: false,
        },
        trouble: null,
      };
    }
    case "part":
      return { ...readPart(state, event.part, event.at), reconnecting: false };
    case "trouble":
      return { ...state, live: null, reconnecting: false, trouble: event.trouble };
    case "forget":
      return { ...state, messages: without(state.messages, event.turnId), trouble: null };
    case "reconnecting":
      return { ...state, reconnecting: event.on };
  }
}
