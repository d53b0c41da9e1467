import type { ClaimedTurn, SettledTurn, UnsettledTurn } from "@/agents/turn/ports";
import type { Ctx } from "@/lib/contracts/context";
import type { Message } from "@/lib/contracts/session";

/** The record of turns in memory, in place of the verbs that write to a database. */
export const store = { settled: [] as SettledTurn[], unsettled: [] as UnsettledTurn[] };

export const leaseMs = 60_000;
export const checkpointTurn = async () => undefined;
export const renewTurn = async () => true;

export async function settleTurn(_ctx: Ctx, turn: SettledTurn): Promise<{ messages: Message[] }> {
  store.settled.push(turn);
  const { claimed, perception, replies } = turn;
  const said = replies.map((reply, i): Message => ({
    ...claimed.traineeMessage,
    id: reply.messageId,
    number: claimed.traineeMessage.number + 1 + i,
    speaker: reply.speakerId,
    text: reply.text,
    reworded: reply.reworded,
    degraded: reply.degraded,
  }));
  return { messages: [{ ...claimed.traineeMessage, flags: perception.flags }, ...said] };
}

export async function unsettleTurn(_ctx: Ctx, turn: UnsettledTurn): Promise<void> {
  store.unsettled.push(turn);
}

export function claim(change: Pick<ClaimedTurn, "bundle" | "state" | "transcript" | "text" | "turn">): ClaimedTurn {
  const { turn, text, bundle, transcript } = change;
  const now = `${bundle.scenario.date}T09:00:00.000Z`;
  const turnId = `turn-${turn}`;
  const traineeMessage: Message = {
    id: `s${turn}`,
    number: transcript.length + 1,
    turn,
    turnId,
    speaker: "trainee",
    text,
    status: "complete",
    reworded: false,
    degraded: false,
    flags: [],
    createdAt: now,
  };
  const allowance = { tokensLeft: 10_000_000, microsLeft: null, over: "offline" as const };
  return { ...change, sessionId: "session-1", turnId, now, traineeMessage, allowance, seq: turn };
}
