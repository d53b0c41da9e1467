import {
  acknowledge,
  address,
  ask,
  askElsewhere,
  askNext,
  closedQuestion,
  closeEarly,
  discount,
  linkedValue,
  open,
  pitch,
  probe,
  quotePrice,
  step,
  summarise,
} from "./acts";
import { cheatingSeller } from "./cheating";
import {
  buyerWords,
  chance,
  has,
  leadOf,
  nextTopic,
  openObjections,
  phrase,
  phrasesOf,
  pick,
  say,
  to,
  toldFacts,
  weighted,
  type Seller,
  type Situation,
} from "./seller";

/** To somebody of several by name now and then: who does not think about whom they speak to. */
const someone = (situation: Situation, share: number, text: string) =>
  chance(situation, share) ? to(situation, pick(situation, situation.desk.buyers).id, text) : text;

/** Pitches first, asks closed questions, drops the price, presses. */
export const weakSeller: Seller = {
  name: "weak",
  say(situation) {
    const phrases = phrasesOf(situation);
    if (situation.turn === 1) return open(situation, chance(situation, 0.3));
    if (openObjections(situation).length > 0 && chance(situation, 0.4)) return phrase(situation, phrases.formula);
    const late = situation.turn > 7;
    const priced = has(situation, "price");
    return weighted(situation, [
      [3, () => pitch(situation)],
      [3, () => someone(situation, 0.2, closedQuestion(situation))],
      [priced ? 0.5 : 2, () => quotePrice(situation, false)],
      [priced ? 2 : 0.5, () => discount(situation, false)],
      [1, () => phrase(situation, phrases.boast)],
      [1, () => phrase(situation, phrases.filler)],
      [late ? 1.5 : 0.3, () => phrase(situation, phrases.pressure)],
      [late ? 1 : 0.3, () => phrase(situation, phrases.disparage)],
      [late ? 2 : 0.5, () => phrase(situation, phrases.commit)],
      [late ? 1 : 0.2, () => phrase(situation, phrases.vague)],
      [late ? 0.5 : 0.1, () => step(situation)],
    ]);
  },
};

/** Asks some, listens half, answers words with words, closes by the calendar. */
export const averageSeller: Seller = {
  name: "average",
  say(situation) {
    const { memory, turn } = situation;
    const phrases = phrasesOf(situation);
    if (turn === 1) return open(situation, chance(situation, 0.7));
    const named = chance(situation, 0.5);
    const objection = openObjections(situation).find((one) => (memory.answered[one.id] ?? 0) < 1);
    if (objection && chance(situation, 0.7)) {
      const first = chance(situation, 0.5) ? acknowledge(situation, objection, named) : "";
      return say(situation, first, address(situation, objection));
    }
    const priced = has(situation, "price");
    if (situation.desk.asksPrice && !priced) return quotePrice(situation, chance(situation, 0.4));
    const late = turn > 9;
    return weighted(situation, [
      [late ? 1 : 3.5, () => askNext(situation, named)],
      [late ? 0.5 : 2, () => someone(situation, 0.3, closedQuestion(situation))],
      [1, () => pitch(situation)],
      [toldFacts(situation).length > 0 ? 1.5 : 0, () => linkedValue(situation)],
      [turn > 5 && !priced ? 2 : 0, () => quotePrice(situation, chance(situation, 0.4))],
      [priced && !has(situation, "discount") ? 1 : 0, () => discount(situation, chance(situation, 0.5))],
      [late ? 1.5 : 0.1, () => phrase(situation, phrases.commit)],
      [late ? 2 : 0.1, () => step(situation)],
      [0.4, () => phrase(situation, phrases.filler)],
    ]);
  },
};

/** At most twice over one objection, and not when time runs out. */
function asksElsewhere(situation: Situation, objectionId: string): boolean {
  const { memory, turn } = situation;
  const key = `elsewhere:${objectionId}`;
  const before = memory.done.filter((act) => act === key).length;
  if (before >= 2 || turn > 12) return false;
  memory.done.unshift(key);
  return true;
}

/** Hears each objection, looks for the reason, answers once it is out; without one the words must do. */
function handleObjection(situation: Situation): string | null {
  const { memory } = situation;
  for (const objection of openObjections(situation)) {
    const { id, buyerId, reason } = objection;
    const answers = memory.answered[id] ?? 0;
    const probes = memory.probed[objection.topic] ?? 0;
    if (!memory.acknowledged.includes(id)) {
      const heard = acknowledge(situation, objection, true);
      return say(situation, heard, reason ? address(situation, objection) : probe(situation, objection.topic));
    }
    if (reason && answers < 2) return to(situation, buyerId, address(situation, objection));
    if (reason) continue;
    if (probes < 2 && chance(situation, 0.6)) return to(situation, buyerId, probe(situation, objection.topic));
    // What is behind it may be another matter altogether: ask about what nobody has told of yet.
    if (probes >= 2 && answers < 1 && asksElsewhere(situation, id)) return askElsewhere(situation);
    if (probes >= 2 && answers < 1) return to(situation, buyerId, address(situation, objection));
  }
  return null;
}

/** By this turn everybody in the room was spoken to. */
const everybodyBy = 5;

/** Turns to a buyer nobody has spoken to yet, on something of theirs; null when there is time for other things first. */
function neglected(situation: Situation): string | null {
  const { desk, memory, turn } = situation;
  if (desk.buyers.length === 1) return null;
  const missed = desk.buyers.filter(({ id }) => !memory.addressed.includes(id));
  const [buyer] = missed;
  if (!buyer || turn + missed.length <= everybodyBy) return null;
  const topic = nextTopic(situation, buyer.owns.length > 0 ? buyer.owns : buyer.topics);
  return to(situation, buyer.id, ask(situation, topic, false));
}

/** Patience runs out, and a good part of the talk is over: time to agree on something. */
const isThin = ({ desk, turn }: Situation) => turn > 15 && desk.buyers.some(({ mood }) => mood.patience === "thin");

/** The order of the day: needs, what was heard, what it means, what it costs, then the question. */
function advanceDeal(situation: Situation): string {
  const { turn } = situation;
  const phrases = phrasesOf(situation);
  const warm = ["keen", "curious"].includes(leadOf(situation).mood.interest);
  const told = toldFacts(situation).length;
  const clear = openObjections(situation).length === 0;
  const close = () => say(situation, phrase(situation, phrases.commit), chance(situation, 0.5) ? step(situation) : "");
  if (isThin(situation)) return clear && has(situation, "price") && warm ? close() : closeEarly(situation);
  if (told <= situation.desk.minNeeds && turn < situation.desk.maxTurns - 6) {
    const lead = chance(situation, 0.3) ? phrase(situation, phrases.echo, { quote: buyerWords(situation) }) : "";
    return say(situation, lead, askNext(situation, true));
  }
  if (!has(situation, "summary") && told > 1) return summarise(situation);
  if (!has(situation, "value") && told > 0) return linkedValue(situation);
  if (!has(situation, "price")) return quotePrice(situation, true);
  if (!has(situation, "discount") && chance(situation, 0.5)) return discount(situation, true);
  if (clear && warm) return close();
  if (turn > 12) return step(situation);
  return chance(situation, 0.5) && told > 0 ? linkedValue(situation) : askNext(situation, true);
}

/** Agenda, open questions, acknowledges before asking what is behind it, links, trades, closes on a date. */
export const strongSeller: Seller = {
  name: "strong",
  say(situation) {
    const { desk, turn } = situation;
    if (turn === 1) return open(situation, true);
    const spent = desk.buyers.some(({ mood }) => mood.patience === "spent");
    if (turn >= desk.maxTurns - 2 || (spent && turn > 6)) return closeEarly(situation);
    const missed = neglected(situation);
    if (missed) return missed;
    if (desk.asksPrice && !has(situation, "price")) return quotePrice(situation, true);
    const objection = isThin(situation) ? null : handleObjection(situation);
    return objection ?? advanceDeal(situation);
  },
};

/** Sellers of three skills, worst first. */
export const sellers = [weakSeller, averageSeller, strongSeller] as const;

/** Whoever a scenario is tried with before it is published. */
export const everySeller: readonly Seller[] = [...sellers, cheatingSeller];
