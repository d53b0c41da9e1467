import { initialState } from "@/agents/buyer/initial";
import { createSpeaker, instructionsOf } from "@/agents/buyer/speak";
import { Models } from "@/agents/models/registry";
import type { ClaimedTurn, SettledTurn, TurnPorts, TurnWriter, UnsettledTurn } from "@/agents/turn/ports";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Message } from "@/lib/contracts/session";
import type { StreamPartName } from "@/lib/contracts/stream";
import { testBundle } from "@/tests/fixtures/bundle";
import { move, perceived } from "@/tests/fixtures/moves";
import { sayModel } from "./say-model";

/** A turn as the record would hand it over: the first of a talk, unless told otherwise. */
export function claimedTurn(change: Partial<ClaimedTurn> = {}): ClaimedTurn {
  const bundle: ScenarioBundle = change.bundle ?? testBundle();
  const now = "2027-01-12T09:00:00.000Z";
  const traineeMessage: Message = {
    id: "m1",
    number: 1,
    turn: 1,
    turnId: "turn-1",
    speaker: "trainee",
    text: "How do you measure today?",
    status: "complete",
    reworded: false,
    degraded: false,
    flags: [],
    createdAt: now,
  };
  return {
    sessionId: "session-1",
    turnId: "turn-1",
    turn: 1,
    text: traineeMessage.text,
    now,
    traineeMessage,
    bundle,
    state: initialState(bundle, { seed: 7, attempt: 1, difficulty: "standard" }),
    transcript: [],
    allowance: { tokensLeft: 50_000, microsLeft: null, over: "offline" },
    seq: 1,
    ...change,
  };
}

/** Keeps turns in memory, as the database would: one settled record per turn, nothing of one that broke off. */
export class TurnRecord {
  settled: SettledTurn[] = [];
  unsettled: UnsettledTurn[] = [];
  /** everything that happened, in order */
  order: string[] = [];
  messages: Message[] = [];

  /** Ports with the given chain of models; `offline` says `offlineWords`. */
  ports(chain: string, url: string, offlineWords = ["I have what I need for now."]): TurnPorts {
    const settings = { aiChain: chain, openaiApiKey: "test", openaiBaseUrl: url, compatible: { baseUrl: url } };
    const limits = { firstContentMs: 300, stallMs: 300, totalMs: 5_000 };
    const { model } = new Models(settings, { speak: sayModel(...offlineWords) }, { speak: limits }).forRole("speak");
    if (!model) throw new Error("no chain");
    return {
      perceive: async () => perceived([move("ask_open", { topic: "site" })]),
      ground: async () => [],
      speak: createSpeaker(model),
      instructions: instructionsOf,
      checkpoint: async (_claimed, at) => void this.order.push(`checkpoint ${at}`),
      settle: async (turn) => {
        this.order.push("settle");
        this.settled.push(turn);
        const { traineeMessage, turnId, now } = turn.claimed;
        const said = turn.replies.map((reply, i): Message => ({
          ...traineeMessage,
          id: reply.messageId,
          number: traineeMessage.number + 1 + i,
          turnId,
          speaker: reply.speakerId,
          text: reply.text,
          reworded: reply.reworded,
          degraded: reply.degraded,
          createdAt: now,
        }));
        this.messages.push(traineeMessage, ...said);
        return { messages: [traineeMessage, ...said] };
      },
      unsettle: async (turn) => {
        this.order.push(`unsettle ${turn.status}`);
        this.unsettled.push(turn);
      },
    };
  }
}

/** What a reader's screen shows while a turn is written: words, parts, and what was taken back. */
export class Screen implements TurnWriter {
  parts: { name: StreamPartName; data: unknown }[] = [];
  /** every text ever shown, in order */
  shown: string[] = [];
  step = "";
  resets = 0;

  constructor(private readonly onText: (text: string) => void = () => undefined) {}

  data(name: StreamPartName, data: unknown): void {
    this.parts.push({ name, data });
    if (name === "reply-replace" && typeof data === "object" && data !== null && "text" in data)
      this.step = String(data.text);
  }
  startStep(): void {
    this.step = "";
  }
  resetStep(): void {
    this.step = "";
    this.resets++;
  }
  finishStep(): void {
    this.parts.push({ name: "speaker-end", data: this.step });
  }
  text(_id: string, delta: string): void {
    this.step += delta;
    this.shown.push(delta);
    this.onText(delta);
  }
  textEnd(): void {}

  of(name: StreamPartName): unknown[] {
    return this.parts.filter((part) => part.name === name).map((part) => part.data);
  }
}
