import type { Persona, Recalls, Scenario, ScenarioBundle } from "@/lib/contracts/content";
import type { PromiseMade, Relationship } from "@/lib/contracts/memory";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { ConversationState, MeterValues, ReplyPlan, RecallTopic } from "@/lib/contracts/state";
import type { Locale, Stage } from "@/lib/contracts/vocabulary";
import { rememberedBy, withBuyer } from "./cast";
import { isDue } from "./chance";

type Recall = Extract<NonNullable<ReplyPlan["agenda"]>, { kind: "recall" }>;
/** What of a turn a memory is brought up by. */
interface Turn {
  bundle: ScenarioBundle;
  before: ConversationState;
  after: ConversationState;
  text: string;
}

type Slots = Partial<Record<"date" | "was" | "now" | "percent" | "topic" | "words", string>>;

const clamp = (value: number, most: number) => Math.min(most, Math.max(-most, Math.trunc(value)));
const day = 86_400_000;
const daysAfter = (date: string, than: string) => Math.round((Date.parse(than) - Date.parse(date)) / day);

/** The step agreed last time takes place: this talk is within three days of it. */
const isKept = ({ date }: PromiseMade, scenario: Scenario) =>
  date !== undefined && Math.abs(daysAfter(date, scenario.date)) <= 3;

/**
 * How a buyer who remembers starts apart from one who does not, in points:
 * - a quarter of the trust it had at the end above or below this start, at most 6 either way; of interest at most 4;
 * - trust +3 when the step agreed then takes place now, −3 for each claim the published sheet goes against, at most two:
 *   it has been looked up since;
 * - half of all that once the memory has faded.
 */
export function headStart(bundle: ScenarioBundle, persona: Persona, last: Relationship): MeterValues {
  const kept = last.promises.some((promise) => promise.kind === "step" && isKept(promise, bundle.scenario));
  const untrue = last.promises.filter(({ kind, quality }) => kind === "claim" && quality === "contradicted").length;
  const trust = clamp((last.trust - persona.meters.trust) / 4, 6) + (kept ? 3 : 0) - 3 * Math.min(2, untrue);
  const interest = clamp((last.interest - persona.meters.interest) / 4, 4);
  const share = last.faded === true ? 2 : 1;
  return { trust: Math.trunc(trust / share), interest: Math.trunc(interest / share), patience: 0 };
}

/** Facts told last time that this buyer still holds: they need no earning twice. */
export function toldLastTime(persona: Persona, last: Relationship): string[] {
  const told = new Set(last.told.map(({ factId }) => factId));
  return persona.sealedFacts.flatMap(({ id }) => (told.has(id) ? [id] : []));
}

/** A price of last time and one of now that name the same thing: a year's total or a unit, told apart by their size. */
const areAlike = (was: number, now: number) => now / was > 0.5 && now / was < 2;
const isSame = (was: number, now: number) => Math.abs(now - was) / was <= 0.005;

interface Prices {
  was: number;
  now: number;
}

function pricesNow(last: Relationship | undefined, played: PlayedMove[]): Prices | null {
  const before = last?.promises.flatMap(({ kind, amount }) => (kind === "price" && amount ? [amount] : [])) ?? [];
  const named = played.flatMap(({ type, amount }) => (type === "quote_price" && amount ? [amount] : []));
  const pairs = named.flatMap((now) => before.filter((was) => areAlike(was, now)).map((was) => ({ was, now })));
  // Several prices were named then: the one that is kept speaks for the trainee.
  return pairs.find(({ was, now }) => isSame(was, now)) ?? pairs.at(-1) ?? null;
}

const said = (state: ConversationState, buyerId: string, about: RecallTopic) =>
  state.recalled?.some((one) => one.buyerId === buyerId && one.about === about) === true;

/**
 * The first price of a talk held against that of last time: trust +2 when it is kept, −6 and interest −2 when it has gone up. One
 * that has come down changes nothing but what is said.
 */
export function weighPrices(
  bundle: ScenarioBundle,
  before: ConversationState,
  played: PlayedMove[],
): ConversationState {
  let state = before;
  const bounded = (value: number) => Math.min(100, Math.max(0, value));
  const earlier = before.moves.filter(({ turn }) => turn < before.turn);
  for (const { id } of bundle.personas) {
    const last = rememberedBy(state, id);
    const prices = pricesNow(last, played);
    if (prices === null || pricesNow(last, earlier) !== null) continue;
    const [trust, interest] = isSame(prices.was, prices.now) ? [2, 0] : prices.now > prices.was ? [-6, -2] : [0, 0];
    state = withBuyer(state, id, (buyer) => ({
      ...buyer,
      meters: {
        ...buyer.meters,
        trust: bounded(buyer.meters.trust + trust),
        interest: bounded(buyer.meters.interest + interest),
      },
    }));
  }
  return state;
}

const grouped = (whole: string) => whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");

/** A sum as this market writes it: £84,360 · 7.40 with its sign · 36万 · 450元. */
function money(amount: number, scenario: Scenario): string {
  if (scenario.locale === "zh-CN") {
    return amount >= 10_000 ? `${Number((amount / 10_000).toFixed(2))}万` : `${amount}元`;
  }
  const sign = /[£$€]/u.exec(scenario.offer.join(" "))?.[0] ?? "";
  const [whole = "", rest] = (Number.isInteger(amount) ? String(amount) : amount.toFixed(2)).split(".");
  return `${sign}${grouped(whole)}${rest === undefined ? "" : `.${rest}`}`;
}

const months = "January February March April May June July August September October November December".split(" ");

function spokenDate(date: string, locale: Locale): string {
  const [, month = 1, dayOfMonth = 1] = date.split("-").map(Number);
  return locale === "zh-CN" ? `${month}月${dayOfMonth}号` : `${dayOfMonth} ${months[month - 1]}`;
}

function fill(lines: readonly string[], slots: Slots): string[] {
  return lines.flatMap((line) => {
    const names = [...line.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? "");
    const known: Record<string, string | undefined> = slots;
    if (names.some((name) => known[name] === undefined)) return [];
    return [line.replaceAll(/\{(\w+)\}/gu, (_, name: string) => known[name] ?? "")];
  });
}

const banks = {
  colleague: "colleague",
  price: "price",
  price_kept: "priceKept",
  price_changed: "priceChanged",
  discount: "discount",
  overdue: "overdue",
  claim_held: "claimHeld",
  claim_failed: "claimFailed",
  open: "open",
  faded: "faded",
} as const satisfies Record<Exclude<RecallTopic, "ended">, keyof Recalls>;

function recall(recalls: Recalls, about: Exclude<RecallTopic, "ended">, slots: Slots = {}): Recall | null {
  const lines = fill(recalls[banks[about]], slots);
  return lines.length > 0 ? { kind: "recall", about, lines } : null;
}

/** The date agreed last that has gone by without this talk being it. */
function overdueOf({ promises }: Relationship, scenario: Scenario): string | undefined {
  const step = promises.findLast(({ kind, date }) => kind === "step" && date !== undefined);
  const { date } = step ?? {};
  return step && date !== undefined && !isKept(step, scenario) && daysAfter(date, scenario.date) > 0 ? date : undefined;
}

/** Whoever says it first is not told again. */
const sorry: Record<Locale, RegExp> = {
  en: /\b(?:sorry|apolog|my fault|should have|late)/iu,
  "zh-CN": /抱歉|不好意思|对不起|我的(?:错|问题)|怪我|失约|晚了/u,
};

/** The first thing said: a date that was not kept, else how things were left, or that it was somebody else who sat there. */
function opening(recalls: Recalls, last: Relationship | undefined, scenario: Scenario, text: string): Recall | null {
  if (last === undefined) return recall(recalls, "colleague");
  const missed = overdueOf(last, scenario);
  if (missed !== undefined && !sorry[scenario.locale].test(text)) {
    return recall(recalls, "overdue", { date: spokenDate(missed, scenario.locale) });
  }
  const step = last.promises.findLast(({ kind, date }) => kind === "step" && date !== undefined);
  const date = step?.date === undefined ? undefined : spokenDate(step.date, scenario.locale);
  const { outcome } = last;
  const how = outcome === "won" || outcome === "follow_up" || outcome === "lost" ? outcome : "broken_off";
  const lines = fill(recalls.ended[how], { date });
  return lines.length > 0 ? { kind: "recall", about: "ended", lines } : null;
}

const late: readonly Stage[] = ["presentation", "objection_handling", "closing"];

/** What is left to hold a trainee to, the weightiest first. */
function waiting(bundle: ScenarioBundle, state: ConversationState, recalls: Recalls, last: Relationship): Recall[] {
  const { scenario } = bundle;
  const { promises, open, faded } = last;
  const claims = promises.filter(({ kind, topic }) => kind === "claim" && topic !== undefined);
  const label = (promise: PromiseMade | undefined) => scenario.topics.find(({ id }) => id === promise?.topic)?.label;
  const share = promises.findLast(({ kind, percent }) => kind === "discount" && percent !== undefined)?.percent;
  const sum = promises.findLast(({ kind, amount }) => kind === "price" && amount !== undefined)?.amount;
  const priced = state.moves.some(({ type }) => type === "quote_price");
  const figures = promises.some(({ kind }) => kind === "price" || kind === "discount");
  return [
    recall(recalls, "claim_failed", { topic: label(claims.find(({ quality }) => quality === "contradicted")) }),
    recall(recalls, "open", { words: open.at(-1)?.surface }),
    late.includes(state.stage) && !priced && sum !== undefined
      ? recall(recalls, "price", { was: money(sum, scenario) })
      : null,
    late.includes(state.stage) && share !== undefined ? recall(recalls, "discount", { percent: `${share}%` }) : null,
    recall(recalls, "claim_held", { topic: label(claims.find(({ quality }) => quality === "supported")) }),
    faded === true && figures && late.includes(state.stage) ? recall(recalls, "faded") : null,
  ].filter((one) => one !== null);
}

/** A talk is about today: so many matters of last time, the opening aside, and no more. */
const mostRecalled = 3;
const recallFrom = 3;
const recallEvery = 2;

/** A price unlike, or just like, the one of last time: it is taken up at once, or in the next turn when something came between. */
export function recallPrice({ bundle, before, after, text }: Turn, persona: Persona): Recall | null {
  const named = after.moves.filter(({ turn }) => turn >= after.turn - 1);
  const prices = pricesNow(rememberedBy(before, persona.id), named);
  if (persona.recalls === undefined || prices === null) return null;
  const about = isSame(prices.was, prices.now) ? "price_kept" : "price_changed";
  if (said(before, persona.id, "price_kept") || said(before, persona.id, "price_changed")) return null;
  const [was, now] = [money(prices.was, bundle.scenario), money(prices.now, bundle.scenario)];
  // Whoever sets the two figures side by side has said it already.
  return about === "price_changed" && text.includes(was) ? null : recall(persona.recalls, about, { was, now });
}

const openings: readonly RecallTopic[] = ["colleague", "ended", "overdue"];

/** The first words of a follow-up: they come before anything of the buyer's own. */
export function recallLastTalk({ bundle, before, text }: Turn, persona: Persona): Recall | null {
  if (persona.recalls === undefined || before.turn > 1) return null;
  if (openings.some((about) => said(before, persona.id, about))) return null;
  return opening(persona.recalls, rememberedBy(before, persona.id), bundle.scenario, text);
}

/** Later in the talk, now and then: a promise, a claim that was checked, an objection that was never answered. */
export function recallPromise({ bundle, before, after }: Turn, persona: Persona): Recall | null {
  const last = rememberedBy(after, persona.id);
  if (persona.recalls === undefined || last === undefined || after.turn < recallFrom) return null;
  const raised =
    before.recalled?.filter((one) => one.buyerId === persona.id && !openings.includes(one.about)).length ?? 0;
  if (raised >= mostRecalled || !isDue(after.seed, after.turn, recallEvery, `recall ${persona.id}`)) return null;
  return waiting(bundle, after, persona.recalls, last).find(({ about }) => !said(before, persona.id, about)) ?? null;
}

/** The state once a plan has brought something up. */
export function withRecalled(state: ConversationState, { speakerId, answer, agenda }: ReplyPlan): ConversationState {
  const now = [answer, agenda].flatMap((part) =>
    part?.kind === "recall" ? [{ buyerId: speakerId, about: part.about, turn: state.turn }] : [],
  );
  return now.length === 0 ? state : { ...state, recalled: [...(state.recalled ?? []), ...now] };
}
