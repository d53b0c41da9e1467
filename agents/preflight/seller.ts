import type { ScenarioBundle, Topic } from "@/lib/contracts/content";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import { moodBands } from "@/lib/contracts/vocabulary";
import type { Phrases } from "./phrases";
import { englishPhrases } from "./phrases-en";
import { chinesePhrases } from "./phrases-zh";

/** What a seller at the keyboard has before them: the brief, the chat, and what anybody reading it would understand. */
export interface Situation {
  bundle: ScenarioBundle;
  state: ConversationState;
  transcript: TranscriptLine[];
  /** what the buyer did in the last reply, as a reader takes it */
  lastPlan: ReplyPlan | null;
  turn: number;
  random: () => number;
  memory: Memory;
}

/** What this seller has done so far, by its own account. */
export interface Memory {
  asked: Record<string, number>;
  acknowledged: string[];
  probed: Record<string, number>;
  answered: Record<string, number>;
  done: string[];
  said: string[];
}

export interface Seller {
  name: "weak" | "average" | "strong";
  say(situation: Situation): string;
}

export const emptyMemory = (): Memory => ({
  asked: {},
  acknowledged: [],
  probed: {},
  answered: {},
  done: [],
  said: [],
});

/** Numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

export const phrasesOf = (situation: Situation): Phrases =>
  situation.bundle.scenario.locale === "en" ? englishPhrases : chinesePhrases;

export function pick<T>(situation: Situation, from: readonly T[]): T {
  const chosen = from[Math.floor(situation.random() * from.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}

/** A template at random, one not used before if there is one, its slots filled. */
export function phrase(situation: Situation, templates: readonly string[], slots: Record<string, string> = {}): string {
  const fresh = templates.filter((template) => !situation.memory.said.includes(template));
  const template = pick(situation, fresh.length > 0 ? fresh : templates);
  situation.memory.said.push(template);
  const { bundle } = situation;
  const known: Record<string, string> = {
    buyer: bundle.personas[0]?.calledBy[0] ?? "",
    company: bundle.personas[0]?.company ?? "",
    product: bundle.scenario.sheet.product,
    title: bundle.scenario.title,
    ...slots,
  };
  return template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => known[name] ?? "");
}

/** Joins the parts of a message; Chinese parts get the stop they lack. */
export function say(situation: Situation, ...parts: string[]): string {
  const { locale } = situation.bundle.scenario;
  const whole = parts.filter((part) => part !== "");
  const ended = whole.map((part, at) =>
    locale === "zh-CN" && at < whole.length - 1 && !/[。？！，]$/u.test(part) ? `${part}。` : part,
  );
  return ended.join(phrasesOf(situation).join);
}

export const buyerOf = (situation: Situation) => {
  const buyer = situation.bundle.personas[0];
  if (!buyer) throw new Error("a scenario has a buyer");
  return buyer;
};

export const buyerState = (situation: Situation) => {
  const state = situation.state.buyers[buyerOf(situation).id];
  if (!state) throw new Error("a buyer has a state");
  return state;
};

export function openObjections(situation: Situation) {
  const state = buyerState(situation);
  return buyerOf(situation).objections.filter((objection) => state.objections[objection.id]?.status === "open");
}

export function toldFacts(situation: Situation) {
  const told = new Set(buyerState(situation).unlocked.map((one) => one.factId));
  return buyerOf(situation).sealedFacts.filter((fact) => told.has(fact.id));
}

export const isTold = (situation: Situation, factId: string | undefined): boolean =>
  factId === undefined || toldFacts(situation).some((fact) => fact.id === factId);

const index = (value: number) => Math.min(3, Math.floor(value / 25));

/** The mood words a trainee sees in the room. */
export function moodOf(situation: Situation) {
  const { meters } = buyerState(situation);
  return {
    trust: moodBands.trust[index(meters.trust)],
    interest: moodBands.interest[index(meters.interest)],
    patience: moodBands.patience[index(meters.patience)],
  };
}

export function topicOf(situation: Situation, id: string): Topic {
  const topic = situation.bundle.scenario.topics.find((one) => one.id === id);
  return topic ?? { id, label: id, words: [id] };
}

/** A topic as this seller calls it: in Chinese by its first word, in English by its plain noun. */
export const nameOf = (situation: Situation, topic: Topic): string =>
  situation.bundle.scenario.locale === "zh-CN" ? (topic.words[0] ?? topic.label) : `the ${topic.id}`;

/** An open question on a topic, worded for it where the phrase book knows it. */
export function openQuestion(situation: Situation, topicId: string): string {
  const phrases = phrasesOf(situation);
  const topic = topicOf(situation, topicId);
  const known = phrases.open[topicId];
  situation.memory.asked[topicId] = (situation.memory.asked[topicId] ?? 0) + 1;
  const fresh = known?.filter((one) => !situation.memory.said.includes(one)) ?? [];
  if (fresh.length > 0) return phrase(situation, fresh);
  return phrase(situation, phrases.openAny, { topic: nameOf(situation, topic) });
}

const firstSentence = (text: string) => /^.+?(?:[.。!?！？](?=\s|$|[^\d])|$)/su.exec(text)?.[0]?.trim() ?? text;

/** One sentence of the product sheet on the first of these topics that has one, the unused first. */
export function passageOn(situation: Situation, topics: readonly string[]): string | null {
  const { passages } = situation.bundle.scenario.sheet;
  const fitting = topics.flatMap((topic) => passages.filter((passage) => passage.topic === topic));
  const fresh = fitting.filter((passage) => !situation.memory.said.includes(`sheet:${passage.id}`));
  const chosen = (fresh.length > 0 ? fresh : fitting)[0];
  if (!chosen) return null;
  situation.memory.said.push(`sheet:${chosen.id}`);
  return firstSentence(chosen.text);
}

/** The sheet's sentence that names the price. */
export function priceSentence(situation: Situation): string {
  const { sheet, offer } = situation.bundle.scenario;
  const money = /[$€£¥￥]\s?\d|\d[\d,.]*\s?(?:元|万)/u;
  const passage =
    sheet.passages.find((one) => one.topic === "price" && money.test(one.text)) ??
    sheet.passages.find((one) => money.test(one.text));
  return passage ? firstSentence(passage.text) : (offer[0] ?? sheet.product);
}

/** A told fact in a few words, as a listener would repeat it. */
export const inBrief = (text: string): string =>
  firstSentence(text)
    .replace(/[.。]$/u, "")
    .split(/,\s|[;，；：]/u)[0]
    ?.trim() ?? text;

/** A few of the buyer's own words from the last thing they said. */
export function buyerWords(situation: Situation, text?: string): string {
  const last = text ?? situation.transcript.findLast((line) => line.speaker !== "trainee")?.text ?? "";
  const clauses = last.split(/[.。!！?？,，;；]/u).map((clause) => clause.trim());
  const good = clauses.filter((clause) => clause.length > 3);
  const longest = (good.length > 0 ? good : clauses).toSorted((a, b) => b.length - a.length)[0] ?? "";
  return situation.bundle.scenario.locale === "en" ? longest.split(" ").slice(0, 7).join(" ") : longest.slice(0, 14);
}

/** A working day three to nine days after the talk, as people write it. */
export function stepDate(situation: Situation): string {
  const day = new Date(`${situation.bundle.scenario.date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 3 + Math.floor(situation.random() * 6));
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return phrasesOf(situation).date(day.toISOString().slice(0, 10));
}

export const disclosures = (situation: Situation): string =>
  situation.bundle.policy.requiredDisclosures.map((one) => one.safer).join(phrasesOf(situation).join);
