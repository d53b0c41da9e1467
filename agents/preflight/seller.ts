import type { Topic } from "@/lib/contracts/content";
import type { SellerName } from "@/lib/contracts/preflight";
import type { Desk, HeardObjection, MetBuyer } from "./desk";
import type { Phrases } from "./phrases";
import { englishPhrases } from "./phrases-en";
import { chinesePhrases } from "./phrases-zh";
import { questions } from "./questions";

/** One turn of a seller: what lies on the desk, where the talk is, and what this seller remembers. */
export interface Situation {
  desk: Desk;
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
  /** buyers spoken to by name */
  addressed: string[];
}

export interface Seller {
  name: SellerName;
  say(situation: Situation): string;
}

export const emptyMemory = (): Memory => ({
  asked: {},
  acknowledged: [],
  probed: {},
  answered: {},
  done: [],
  said: [],
  addressed: [],
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

export const chance = (situation: Situation, share: number) => situation.random() < share;
export const has = (situation: Situation, act: string) => situation.memory.done.includes(act);
export const done = (situation: Situation, act: string) => void situation.memory.done.push(act);

export const isEnglish = ({ desk }: Situation) => desk.locale === "en";
export const phrasesOf = (situation: Situation): Phrases => (isEnglish(situation) ? englishPhrases : chinesePhrases);

export function pick<T>(situation: Situation, from: readonly T[]): T {
  const chosen = from[Math.floor(situation.random() * from.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}

/** One of several acts by weight; the last when the weights are used up. */
export function weighted(situation: Situation, acts: readonly (readonly [number, () => string])[]): string {
  let at = situation.random() * acts.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, act] of acts) {
    at -= weight;
    if (at < 0) return act();
  }
  return acts.at(-1)?.[1]() ?? "";
}

export function leadOf({ desk }: Situation): MetBuyer {
  const lead = desk.buyers[0];
  if (!lead) throw new Error("a scenario has a buyer");
  return lead;
}

/** A template at random, one not used before if there is one, its slots filled. */
export function phrase(situation: Situation, templates: readonly string[], slots: Record<string, string> = {}): string {
  const fresh = templates.filter((template) => !situation.memory.said.includes(template));
  const template = pick(situation, fresh.length > 0 ? fresh : templates);
  situation.memory.said.push(template);
  const { product, company, title } = situation.desk;
  const known: Record<string, string> = { buyer: leadOf(situation).calledBy, company, product, title, ...slots };
  return template.replaceAll(/\{(\w+)\}/gu, (_, name: string) => known[name] ?? "");
}

/** Joins the parts of a message; Chinese parts get the stop they lack. */
export function say(situation: Situation, ...parts: string[]): string {
  const whole = parts.filter((part) => part !== "");
  const ended = whole.map((part, at) =>
    !isEnglish(situation) && at < whole.length - 1 && !/[。？！，]$/u.test(part) ? `${part}。` : part,
  );
  return ended.join(phrasesOf(situation).join);
}

/** Says something to one of several buyers, by name; among two nobody needs one. */
export function to(situation: Situation, buyerId: string | undefined, text: string): string {
  const { desk, memory } = situation;
  const buyer = desk.buyers.find((one) => one.id === buyerId);
  if (!buyer || desk.buyers.length === 1 || text === "") return text;
  memory.addressed.push(buyer.id);
  if (!isEnglish(situation)) return `${buyer.calledBy}，${text}`;
  const plain = /^\p{Lu}[\p{Ll}'’]/u.test(text) && !/^I['’]/u.test(text);
  return `${buyer.calledBy}, ${plain ? text.charAt(0).toLowerCase() + text.slice(1) : text}`;
}

/** Who would be asked about a topic: whose role it is, else who is known to have a view, else the one who decides. */
export function ownerOf(situation: Situation, topic: string): string {
  const { buyers } = situation.desk;
  const owner = buyers.find((one) => one.owns.includes(topic)) ?? buyers.find((one) => one.topics.includes(topic));
  return (owner ?? leadOf(situation)).id;
}

export const openObjections = ({ desk }: Situation): HeardObjection[] =>
  desk.buyers.flatMap((buyer) => buyer.objections);

export const toldFacts = ({ desk }: Situation) => desk.buyers.flatMap((buyer) => buyer.told);

export function topicOf({ desk }: Situation, id: string): Topic {
  const topic = desk.topics.find((one) => one.id === id);
  return topic ?? { id, label: id, words: [id] };
}

/** A topic as this seller calls it: in Chinese by its first word, in English by its plain noun. */
export const nameOf = (situation: Situation, topic: Topic): string =>
  isEnglish(situation) ? `the ${topic.id.replaceAll(/[_-]/gu, " ")}` : (topic.words[0] ?? topic.label);

/** Natural questions on a topic: the scenario's own before those any scenario shares. */
function questionsOn(situation: Situation, topicId: string): string[] {
  return questions[situation.desk.scenarioId]?.[topicId] ?? phrasesOf(situation).open[topicId] ?? [];
}

export const freshQuestions = (situation: Situation, topicId: string): string[] =>
  questionsOn(situation, topicId).filter((one) => !situation.memory.said.includes(one));

/** An open question on a topic, worded for it where the phrase book knows it. */
export function openQuestion(situation: Situation, topicId: string): string {
  const { memory } = situation;
  memory.asked[topicId] = (memory.asked[topicId] ?? 0) + 1;
  const fresh = freshQuestions(situation, topicId);
  if (fresh.length > 0) return phrase(situation, fresh);
  return phrase(situation, phrasesOf(situation).openAny, { topic: nameOf(situation, topicOf(situation, topicId)) });
}

/** Topics in the order a reader would try them: those nobody has told of yet, the least asked first. */
export function nextTopic(situation: Situation, among?: readonly string[]): string {
  const { topics, buyers } = situation.desk;
  const told = new Set(toldFacts(situation).map((fact) => fact.topic));
  const spokenOf = new Set(buyers.flatMap((buyer) => [...buyer.topics, ...buyer.owns]));
  const open = topics.filter(({ id }) => !told.has(id) && spokenOf.has(id) && id !== "price");
  const wanted = among ? open.filter(({ id }) => among.includes(id)) : open;
  const asked = (id: string) => situation.memory.asked[id] ?? 0;
  const pool = wanted.length > 0 ? wanted : open.length > 0 ? open : topics;
  const least = Math.min(...pool.map((topic) => asked(topic.id)));
  return pick(
    situation,
    pool.filter((topic) => asked(topic.id) === least),
  ).id;
}

/** A few of the buyer's own words from the last thing they said. */
export function buyerWords(situation: Situation, text?: string): string {
  const last = text ?? situation.desk.transcript.findLast((line) => line.speaker !== "trainee")?.text ?? "";
  const clauses = last.split(/[.。!！?？,，;；]/u).map((clause) => clause.trim());
  const good = clauses.filter((clause) => clause.length > 3);
  const longest = (good.length > 0 ? good : clauses).toSorted((a, b) => b.length - a.length)[0] ?? "";
  return isEnglish(situation) ? longest.split(" ").slice(0, 7).join(" ") : longest.slice(0, 14);
}

/** A working day three to nine days after the talk, as people write it. */
export function stepDate(situation: Situation): string {
  const day = new Date(`${situation.desk.date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 3 + Math.floor(situation.random() * 6));
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1);
  return phrasesOf(situation).date(day.toISOString().slice(0, 10));
}
