import type { HeardObjection } from "./desk";
import {
  buyerWords,
  chance,
  done,
  freshQuestions,
  isEnglish,
  leadOf,
  nameOf,
  nextTopic,
  openObjections,
  openQuestion,
  ownerOf,
  phrase,
  phrasesOf,
  pick,
  say,
  stepDate,
  to,
  toldFacts,
  topicOf,
  type Situation,
} from "./seller";

/** What sellers do in a turn, whoever does it well or badly. */

const firstSentence = (text: string) => /^.+?(?:[.。!?！？](?=\s|$|[^\d])|$)/su.exec(text)?.[0]?.trim() ?? text;

/** One sentence of the product sheet on the first of these topics that has one, the unused first. */
export function passageOn({ desk, memory }: Situation, topics: readonly string[]): string | null {
  const fitting = topics.flatMap((topic) => desk.passages.filter((passage) => passage.topic === topic));
  const fresh = fitting.filter((passage) => !memory.said.includes(`sheet:${passage.id}`));
  const chosen = (fresh.length > 0 ? fresh : fitting)[0];
  if (!chosen) return null;
  memory.said.push(`sheet:${chosen.id}`);
  return firstSentence(chosen.text);
}

/** The sheet's sentence that names the price. */
function priceSentence({ desk }: Situation): string {
  const money = /[$€£¥￥]\s?\d|\d[\d,.]*\s?(?:元|万)/u;
  const named = desk.passages.find((one) => one.topic === "price" && money.test(one.text));
  const passage = named ?? desk.passages.find((one) => money.test(one.text));
  return passage ? firstSentence(passage.text) : (desk.offer[0] ?? desk.product);
}

/** A told fact in a few words, as a listener would repeat it. */
const inBrief = (text: string): string =>
  firstSentence(text)
    .replace(/[.。]$/u, "")
    .split(/,\s|[;，；：]/u)[0]
    ?.trim() ?? text;

/** Hello to everybody, by name; with the plan for the talk when there is one. */
export function open(situation: Situation, agenda: boolean): string {
  const phrases = phrasesOf(situation);
  const fact = leadOf(situation).publicFacts[0] ?? "";
  const everybody = situation.desk.buyers.map((buyer) => buyer.calledBy);
  const buyer = isEnglish(situation) ? everybody.join(", ").replace(/, ([^,]+)$/u, " and $1") : everybody.join("、");
  return say(
    situation,
    phrase(situation, phrases.greet, { buyer }),
    agenda && fact && chance(situation, 0.5) ? phrase(situation, phrases.rapport, { fact }) : "",
    agenda ? phrase(situation, phrases.agenda) : "",
  );
}

export function closedQuestion(situation: Situation): string {
  const topic = pick(situation, situation.desk.topics);
  return phrase(situation, phrasesOf(situation).closed, { topic: nameOf(situation, topic) });
}

export function quotePrice(situation: Situation, withTerms: boolean): string {
  done(situation, "price");
  const phrases = phrasesOf(situation);
  const price = phrase(situation, phrases.price, { price: priceSentence(situation) });
  return say(situation, price, withTerms ? situation.desk.disclosures.join(phrases.join) : "");
}

export function discount(situation: Situation, traded: boolean): string {
  done(situation, "discount");
  const most = situation.desk.maxDiscountPct;
  const phrases = phrasesOf(situation);
  return traded
    ? phrase(situation, phrases.traded, { pct: String(Math.max(1, Math.min(20, Math.floor(most / 2)))) })
    : phrase(situation, phrases.bare, { big: String(Math.min(60, Math.max(5, most * 2))) });
}

export const step = (situation: Situation) =>
  phrase(situation, phrasesOf(situation).step, { date: stepDate(situation) });

export function pitch(situation: Situation): string {
  const topics = situation.desk.topics.map((topic) => topic.id);
  const passage = passageOn(situation, [pick(situation, topics), ...topics]) ?? "";
  return phrase(situation, phrasesOf(situation).blind, { passage });
}

/** A benefit tied to something that was told, said to who told it. */
export function linkedValue(situation: Situation): string {
  done(situation, "value");
  const fact = pick(situation, toldFacts(situation));
  const holder = situation.desk.buyers.find((buyer) => buyer.told.some((one) => one.id === fact.id));
  const passage = passageOn(situation, [fact.topic, ...mentioned(situation, fact.text)]) ?? "";
  return to(
    situation,
    holder?.id,
    phrase(situation, phrasesOf(situation).linked, { told: inBrief(fact.text), passage }),
  );
}

export function summarise(situation: Situation): string {
  situation.memory.done.unshift("summary");
  const phrases = phrasesOf(situation);
  const told = toldFacts(situation)
    .slice(-3)
    .map((fact) => inBrief(fact.text));
  return phrase(situation, phrases.summarise, { told: told.join(phrases.list) });
}

/** An open question to whoever it concerns. `named`: whether that one is spoken to by name. */
export function ask(situation: Situation, topic: string, named: boolean): string {
  const question = openQuestion(situation, topic);
  return named ? to(situation, ownerOf(situation, topic), question) : question;
}

/** What stands behind a no is often how a yes comes about: asked first where nobody has told it yet. */
export function askElsewhere(situation: Situation): string {
  const { desk, memory } = situation;
  const decision = desk.topics.find(({ id }) => id === "decision");
  const told = toldFacts(situation).some((fact) => fact.topic === decision?.id);
  const untold = decision && !told && (memory.asked[decision.id] ?? 0) < 2;
  return untold ? ask(situation, decision.id, true) : askNext(situation, true);
}

export const askNext = (situation: Situation, named: boolean) => ask(situation, nextTopic(situation), named);

export function acknowledge(situation: Situation, objection: HeardObjection, named: boolean): string {
  situation.memory.acknowledged.push(objection.id);
  const heard = phrase(situation, phrasesOf(situation).acknowledge, {
    quote: buyerWords(situation, objection.surface),
    topic: nameOf(situation, topicOf(situation, objection.topic)),
  });
  return named ? to(situation, objection.buyerId, heard) : heard;
}

/** Topics a text speaks of, by the words of the brief. */
function mentioned({ desk }: Situation, text: string): string[] {
  const folded = text.toLowerCase();
  return desk.topics
    .filter(({ words }) => words.some((word) => folded.includes(word.toLowerCase())))
    .map(({ id }) => id);
}

/** Answers with what the sheet says on the matter itself, on its reason, then on whatever else its words touch. */
export function address(situation: Situation, objection: HeardObjection): string {
  const { memory, desk } = situation;
  const tries = (memory.answered[objection.id] = (memory.answered[objection.id] ?? 0) + 1);
  const { topic, surface, reason } = objection;
  const near = mentioned(situation, `${surface} ${reason?.text ?? ""}`);
  const withPassage = new Set(desk.passages.map((passage) => passage.topic));
  const topics = [topic, ...(reason ? [reason.topic] : []), ...near, "terms", "price"].filter((one) =>
    withPassage.has(one),
  );
  const unique = [...new Set(topics)].toSorted((a, b) => Number(a === "price") - Number(b === "price"));
  const chosen = unique[(tries - 1) % Math.max(1, unique.length)] ?? topic;
  const phrases = phrasesOf(situation);
  return say(
    situation,
    phrase(situation, phrases.address, {
      topic: nameOf(situation, topicOf(situation, chosen)),
      quote: buyerWords(situation, surface),
      passage: passageOn(situation, [chosen]) ?? "",
    }),
    phrase(situation, phrases.confirm),
  );
}

/** Asks what is behind something in the buyer's own words; a new angle each time. */
export function probe(situation: Situation, topic: string): string {
  const { memory } = situation;
  memory.probed[topic] = (memory.probed[topic] ?? 0) + 1;
  if (freshQuestions(situation, topic).length > 0 && chance(situation, 0.5)) return openQuestion(situation, topic);
  return phrase(situation, phrasesOf(situation).probe, {
    quote: buyerWords(situation),
    topic: nameOf(situation, topicOf(situation, topic)),
  });
}

/** Time is running out: a date, and between two dates what gives the buyer something back. */
export function closeEarly(situation: Situation): string {
  const refused = situation.memory.done.at(-1) === "step";
  done(situation, refused ? "pause" : "step");
  if (!refused) return step(situation);
  const objection = openObjections(situation).find((one) => !situation.memory.acknowledged.includes(one.id));
  if (objection) return acknowledge(situation, objection, true);
  return toldFacts(situation).length > 1 ? summarise(situation) : step(situation);
}
