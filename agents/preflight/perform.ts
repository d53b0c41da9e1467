import { advance } from "@/agents/buyer/advance";
import type { ClaimedTurn, SettledTurn, TurnPorts, TurnWriter } from "@/agents/turn/ports";
import { run } from "@/agents/turn/run";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Message } from "@/lib/contracts/session";
import type { ConversationState } from "@/lib/contracts/state";
import { Table, type PlayOptions, type Talk } from "./play";
import type { Seller } from "./seller";

/** Makes the ports of one turn as a session's would be, but for what writes it down. */
export type PortsOf = (claimed: ClaimedTurn, verbs: Pick<TurnPorts, "checkpoint" | "settle" | "unsettle">) => TurnPorts;

/** A turn that fails is tried again so often, as a trainee would. */
const mostTries = 3;

const nowhere: TurnWriter = {
  data: () => undefined,
  startStep: () => undefined,
  resetStep: () => undefined,
  finishStep: () => undefined,
  text: () => undefined,
  textEnd: () => undefined,
};

function messageOf(said: {
  turn: number;
  number: number;
  speaker: string;
  text: string;
  id: string;
  at: string;
}): Message {
  const { turn, number, speaker, text, id, at } = said;
  const plain = { status: "complete", reworded: false, degraded: false, createdAt: at } as const;
  return { id, number, turn, turnId: `t${turn}`, speaker, text, flags: [], ...plain };
}

function claim(table: Table, text: string): ClaimedTurn {
  const turn = table.turns.length + 1;
  const at = `${table.bundle.scenario.date}T12:00:00.000Z`;
  const number = table.transcript.length + 1;
  return {
    sessionId: "preflight",
    turnId: `t${turn}`,
    turn,
    text,
    now: at,
    traineeMessage: messageOf({ turn, number, speaker: "trainee", text, id: `s${turn}`, at }),
    bundle: table.bundle,
    state: table.state,
    transcript: [...table.transcript],
    allowance: { tokensLeft: 1_000_000, microsLeft: null, over: "refuse" },
    seq: turn,
  };
}

interface PerformOptions extends PlayOptions {
  ports: PortsOf;
  signal?: AbortSignal | undefined;
}

/** The ports with everything on its way to the speaker shown to the watch first. */
function watched(ports: TurnPorts, onView: PlayOptions["onView"]): TurnPorts {
  let state: ConversationState | null = null;
  return {
    ...ports,
    perceive: async (claimed, signal) => {
      const perception = await ports.perceive(claimed, signal);
      const { bundle, state: before, turn, text, traineeMessage } = claimed;
      // Pure: the machine comes to the same state a moment later.
      ({ state } = advance(bundle, before, { turn, messageId: traineeMessage.id, text, perception }));
      return perception;
    },
    speak: (view, signal) => {
      if (state !== null) onView?.(view, ports.instructions?.(view) ?? null, state);
      return ports.speak(view, signal);
    },
  };
}

/** One turn through the shipped machine: perception, gate, corrections, review and all. A code when it did not settle. */
async function playTurn(table: Table, text: string, options: PerformOptions): Promise<SettledTurn | string> {
  const claimed = claim(table, text);
  const { id, number } = claimed.traineeMessage;
  const came: { of: SettledTurn | string } = { of: "internal" };
  const ports = options.ports(claimed, {
    checkpoint: async () => undefined,
    settle: async (turn) => {
      came.of = turn;
      const lines = turn.replies.map(({ messageId, speakerId: speaker, text: words }, i) =>
        messageOf({ turn: claimed.turn, number: number + 1 + i, speaker, text: words, id: messageId, at: claimed.now }),
      );
      return { messages: [claimed.traineeMessage, ...lines] };
    },
    unsettle: async ({ code, calls }) => {
      came.of = code;
      table.calls.push(...(calls ?? []));
    },
  });
  const signal = options.signal ?? new AbortController().signal;
  await run(claimed, watched(ports, options.onView), nowhere, signal, { requestId: id });
  return came.of;
}

/** Plays a whole talk through the real turn machine with the buyers of `ports`. Rejects with the signal's reason when it aborts. */
export async function perform(bundle: ScenarioBundle, seller: Seller, options: PerformOptions): Promise<Talk> {
  const table = new Table(bundle, seller, options);
  while (!table.isOver) {
    const trainee = table.ask();
    let result: SettledTurn | string = "internal";
    for (let tries = 0; tries < mostTries && typeof result === "string"; tries += 1) {
      result = await playTurn(table, trainee, options);
      options.signal?.throwIfAborted();
    }
    if (typeof result === "string") {
      table.failure = result;
      break;
    }
    const { perception, state, replies, calls } = result;
    table.calls.push(...(calls ?? []));
    table.add({ turn: table.turns.length + 1, trainee, perception, replies, state });
  }
  return table.talk();
}
