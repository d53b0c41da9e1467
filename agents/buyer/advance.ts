import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Perception, PlayedMove } from "@/lib/contracts/moves";
import type { BuyerState, ConversationState, ReplyPlan } from "@/lib/contracts/state";
import { meters as meterNames } from "@/lib/contracts/vocabulary";
import { buyerOf, withBuyer } from "./cast";
import { fingerprint } from "./chance";
import { evaluate, readingAt } from "./conditions";
import { grantConcession } from "./concessions";
import { called, maxSpeakers, ownerOfQuestion, speakers } from "./director";
import { unlock, type Held } from "./disclosure";
import { endByLength, endByMoves, type Ending } from "./endings";
import { isQuestion, metersAfter } from "./meters";
import { answerObjections, raiseObjection, type Raised } from "./objections";
import { planReply } from "./plan";
import { isFor, qualify } from "./qualify";
import { weighPrices, withRecalled } from "./recall";
import type { Deferral, TurnRecord } from "./record";
import { deferralIn, passedIn, withRelations } from "./relations";
import { moveStage } from "./stages";

interface TurnInput {
  /** turn number, from 1 */
  turn: number;
  messageId: string;
  text: string;
  perception: Perception;
  /** when the message came, ISO; only where a clock runs */
  now?: string;
}

/** turns before a buyer who asked for the price asks again */
const askAgainAfter = 3;

function countAsked(asked: BuyerState["asked"], moves: PlayedMove[]): BuyerState["asked"] {
  const next = { ...asked };
  for (const { topic } of moves) if (topic !== undefined) next[topic] = (next[topic] ?? 0) + 1;
  return next;
}

/** The turn's moves entered: the meters after them, what was asked, and whatever they do to the stage by themselves. */
function enterMoves(
  bundle: ScenarioBundle,
  before: ConversationState,
  played: PlayedMove[],
  { turn, text }: TurnInput,
): ConversationState {
  const lastMessage = fingerprint(text);
  const parroted = lastMessage !== 0 && lastMessage === before.lastMessage;
  let state: ConversationState = { ...before, turn, moves: [...before.moves, ...played], lastMessage };
  for (const persona of bundle.personas) {
    const meters = metersAfter(bundle, before, persona, played, parroted);
    const questions = played.filter((move) => isQuestion(move) && isFor(bundle, move, persona.id));
    state = withBuyer(state, persona.id, (buyer) => ({ ...buyer, meters, asked: countAsked(buyer.asked, questions) }));
  }
  return moveStage({ bundle, state: weighPrices(bundle, state, played), played, raised: null, ending: null }, "moves");
}

function shiftsOf(before: ConversationState, after: ConversationState): ConversationState["shifts"] {
  return Object.keys(after.buyers).flatMap((buyerId) =>
    meterNames
      .map((meter) => ({
        turn: after.turn,
        buyerId,
        meter,
        by: buyerOf(after, buyerId).meters[meter] - buyerOf(before, buyerId).meters[meter],
      }))
      .filter(({ by }) => by !== 0),
  );
}

/** Nothing came of the turn: no stage, fact or objection moved, and no meter but patience running down. */
function isIdle(before: ConversationState, after: ConversationState): boolean {
  if (before.stage !== after.stage) return false;
  return Object.keys(after.buyers).every((buyerId) => {
    const was = buyerOf(before, buyerId);
    const is = buyerOf(after, buyerId);
    return (
      was.unlocked.length === is.unlocked.length &&
      was.meters.trust === is.meters.trust &&
      was.meters.interest === is.meters.interest &&
      is.meters.patience <= was.meters.patience &&
      JSON.stringify(was.objections) === JSON.stringify(is.objections)
    );
  });
}

/** Whether the buyer who decides asks for the price: on turning to the offer unprepared, or once the needs are summed up. */
function wantsPrice(bundle: ScenarioBundle, state: ConversationState): boolean {
  const turnedAt = state.transitions.find(({ from, to }) => from === "discovery" && to === "presentation")?.turn;
  if (state.stage === "ended" || turnedAt === undefined) return false;
  const reading = { ...readingAt(bundle, state, turnedAt), everyone: true };
  const unprepared = evaluate(bundle.scenario.asksForOffer, reading);
  if (turnedAt === state.turn && unprepared) return true;
  if (state.stage !== "presentation" || (unprepared && state.turn - turnedAt < askAgainAfter)) return false;
  const summedUp = state.moves.some(({ type, turn }) => type === "summarise" && turn === state.turn);
  return summedUp && !state.moves.some(({ type }) => type === "quote_price");
}

function speak(record: TurnRecord): { state: ConversationState; plans: ReplyPlan[] } {
  let state = record.after;
  const plans: ReplyPlan[] = [];
  for (const buyerId of speakers(record)) {
    const { plan, hinted, contradiction } = planReply(record, buyerId, plans[0]?.speakerId);
    plans.push(plan);
    state = withRelations(withRecalled(state, plan), plan, contradiction);
    state = withBuyer(state, buyerId, (buyer) => ({ ...buyer, lastSpoke: state.turn }));
    if (hinted === undefined) continue;
    state = withBuyer(state, buyerId, (buyer) => ({
      ...buyer,
      hinted: [...buyer.hinted, { factId: hinted, turn: state.turn }],
    }));
  }
  return { state, plans };
}

/** Facts earned and the objection raised, of no more buyers than can speak in the turn. */
function openUp(
  { bundle, state, played }: { bundle: ScenarioBundle; state: ConversationState; played: PlayedMove[] },
  how: { messageId: string; floor: string[]; deferral: Deferral | null; ending: Ending | null },
): { state: ConversationState; unlocked: Held[]; raised: Raised | null } {
  const { messageId, floor, deferral, ending } = how;
  const owner = ownerOfQuestion(bundle, played);
  const opened =
    ending?.outcome === "lost"
      ? { state, unlocked: [] }
      : unlock(bundle, state, { messageId, floor, owner, seats: maxSpeakers });
  if (ending !== null) return { ...opened, raised: null };
  const tellers = new Set([...floor, ...opened.unlocked.map(({ buyerId }) => buyerId)]);
  // Whoever leaves a question to a colleague does not bring up another matter before the answer.
  const maySpeak = (buyerId: string) =>
    buyerId !== deferral?.from && (tellers.has(buyerId) || tellers.size < maxSpeakers);
  return { unlocked: opened.unlocked, ...raiseObjection(bundle, opened.state, played, maySpeak) };
}

/**
 * One turn of the talk: the trainee's moves in, the new state and what each speaking buyer is to say out. Pure: the same
 * bundle, state and input give the same result. Throws when the talk has ended.
 *
 * Order: quality of moves → meters → stage by moves → objections answered → endings → facts → objections raised →
 * concessions → stage by the buyer's part → plans.
 */
export function advance(
  bundle: ScenarioBundle,
  before: ConversationState,
  input: TurnInput,
): { state: ConversationState; plans: ReplyPlan[] } {
  if (before.stage === "ended") throw new Error("the talk has ended");
  const { turn, messageId, text, perception } = input;
  const played = qualify(bundle, before, perception.moves, { turn, messageId });
  let state = enterMoves(bundle, before, played, input);
  const answered = answerObjections(bundle, before, state, played);
  state = answered.state;
  let ending = endByMoves(bundle, state, played);
  const deferral = ending === null ? deferralIn(bundle, state, played) : null;
  const passed = ending === null ? passedIn(bundle, played) : undefined;
  const floor = called(played, { deferral, passed, endedBy: ending?.buyerId });
  const opened = openUp({ bundle, state, played }, { messageId, floor, deferral, ending });
  const { unlocked, raised } = opened;
  const conceded = ending === null ? grantConcession(bundle, opened.state) : { state: opened.state, granted: null };
  state = moveStage({ bundle, state: conceded.state, played, raised, ending }, "buyer");
  state = { ...state, idleTurns: isIdle(before, state) ? before.idleTurns + 1 : 0 };
  if (ending === null) {
    ending = endByLength(bundle, state, {
      floor: [...new Set(unlocked.map(({ buyerId }) => buyerId))],
      now: input.now,
    });
    if (ending !== null) state = moveStage({ bundle, state, played, raised: null, ending }, "buyer");
  }
  state = {
    ...state,
    outcome: ending?.outcome ?? null,
    endReason: ending?.reason ?? null,
    shifts: [...state.shifts, ...shiftsOf(before, state)],
  };
  const asksPrice = ending === null && wantsPrice(bundle, state);
  const words = perception.words;
  const { granted } = conceded;
  const { resolved } = answered;
  return speak({
    bundle,
    before,
    after: state,
    played,
    text,
    words,
    unlocked,
    raised: ending === null ? raised : null,
    resolved,
    granted,
    asksPrice,
    ending,
    deferral: ending === null ? deferral : null,
    passed: ending === null ? passed : undefined,
  });
}
