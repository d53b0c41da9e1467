import {
  buyerOf,
  buyerWords,
  disclosures,
  inBrief,
  isTold,
  moodOf,
  nameOf,
  openObjections,
  openQuestion,
  passageOn,
  phrase,
  phrasesOf,
  pick,
  priceSentence,
  say,
  stepDate,
  toldFacts,
  topicOf,
  type Seller,
  type Situation,
} from "./seller";

const chance = (situation: Situation, share: number) => situation.random() < share;
const has = (situation: Situation, act: string) => situation.memory.done.includes(act);
const done = (situation: Situation, act: string) => void situation.memory.done.push(act);

function open(situation: Situation, agenda: boolean): string {
  const phrases = phrasesOf(situation);
  const fact = buyerOf(situation).publicFacts[0]?.text ?? "";
  return say(
    situation,
    phrase(situation, phrases.greet),
    agenda && fact && chance(situation, 0.5) ? phrase(situation, phrases.rapport, { fact }) : "",
    agenda ? phrase(situation, phrases.agenda) : "",
  );
}

function closedQuestion(situation: Situation): string {
  const topic = pick(situation, situation.bundle.scenario.topics);
  return phrase(situation, phrasesOf(situation).closed, { topic: nameOf(situation, topic) });
}

function quotePrice(situation: Situation, withTerms: boolean): string {
  done(situation, "price");
  const price = phrase(situation, phrasesOf(situation).price, { price: priceSentence(situation) });
  return say(situation, price, withTerms ? disclosures(situation) : "");
}

function discount(situation: Situation, traded: boolean): string {
  done(situation, "discount");
  const most = situation.bundle.policy.maxDiscountPct;
  const phrases = phrasesOf(situation);
  return traded
    ? phrase(situation, phrases.traded, { pct: String(Math.max(1, Math.min(20, Math.floor(most / 2)))) })
    : phrase(situation, phrases.bare, { big: String(Math.min(60, Math.max(5, most * 2))) });
}

const step = (situation: Situation) => phrase(situation, phrasesOf(situation).step, { date: stepDate(situation) });

function pitch(situation: Situation): string {
  const topics = situation.bundle.scenario.topics.map((topic) => topic.id);
  const passage = passageOn(situation, [pick(situation, topics), ...topics]) ?? "";
  return phrase(situation, phrasesOf(situation).blind, { passage });
}

/** Pitches first, asks closed questions, drops the price, presses. */
export const weakSeller: Seller = {
  name: "weak",
  say(situation) {
    const phrases = phrasesOf(situation);
    if (situation.turn === 1) return open(situation, chance(situation, 0.3));
    if (openObjections(situation).length > 0 && chance(situation, 0.4)) return phrase(situation, phrases.formula);
    const late = situation.turn > 7;
    const acts: [number, () => string][] = [
      [3, () => pitch(situation)],
      [3, () => closedQuestion(situation)],
      [has(situation, "price") ? 0.5 : 2, () => quotePrice(situation, false)],
      [has(situation, "price") ? 2 : 0.5, () => discount(situation, false)],
      [1, () => phrase(situation, phrases.boast)],
      [1, () => phrase(situation, phrases.filler)],
      [late ? 1.5 : 0.3, () => phrase(situation, phrases.pressure)],
      [late ? 1 : 0.3, () => phrase(situation, phrases.disparage)],
      [late ? 2 : 0.5, () => phrase(situation, phrases.commit)],
      [late ? 1 : 0.2, () => phrase(situation, phrases.vague)],
      [late ? 0.5 : 0.1, () => step(situation)],
    ];
    return weighted(situation, acts);
  },
};

function weighted(situation: Situation, acts: [number, () => string][]): string {
  let at = situation.random() * acts.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, act] of acts) {
    at -= weight;
    if (at < 0) return act();
  }
  return phrase(situation, phrasesOf(situation).filler);
}

/** Topics in the order a reader would try them: of open objections, then the least asked. */
function nextTopic(situation: Situation): string {
  const told = new Set(toldFacts(situation).map((fact) => fact.topic));
  const { topics } = situation.bundle.scenario;
  const answered = new Set(buyerOf(situation).topicAnswers.map((one) => one.topic));
  const wanted = topics.filter((topic) => !told.has(topic.id) && answered.has(topic.id) && topic.id !== "price");
  const asked = (id: string) => situation.memory.asked[id] ?? 0;
  const pool = wanted.length > 0 ? wanted : topics;
  const least = Math.min(...pool.map((topic) => asked(topic.id)));
  return pick(
    situation,
    pool.filter((topic) => asked(topic.id) === least),
  ).id;
}

function acknowledge(situation: Situation, objectionId: string, surface: string): string {
  situation.memory.acknowledged.push(objectionId);
  const topic = buyerOf(situation).objections.find((one) => one.id === objectionId)?.topic ?? "";
  return phrase(situation, phrasesOf(situation).acknowledge, {
    quote: buyerWords(situation, surface),
    topic: nameOf(situation, topicOf(situation, topic)),
  });
}

const heardSurface = (situation: Situation, objection: { id: string; surface: string[] }): string => {
  const heard = situation.state.buyers[buyerOf(situation).id]?.objections[objection.id]?.heard ?? 1;
  return objection.surface[Math.max(0, Math.min(heard, 3) - 1)] ?? objection.surface[0] ?? "";
};

function address(situation: Situation, objection: { id: string; topic: string; answerTopics: string[] }): string {
  const { memory } = situation;
  memory.answered[objection.id] = (memory.answered[objection.id] ?? 0) + 1;
  const withPassage = new Set(situation.bundle.scenario.sheet.passages.map((passage) => passage.topic));
  const topics = [objection.topic, ...objection.answerTopics]
    .filter((topic) => objection.answerTopics.includes(topic) && withPassage.has(topic))
    .toSorted((a, b) => Number(a === "price") - Number(b === "price"));
  const unique = [...new Set(topics)];
  const topic = unique[((memory.answered[objection.id] ?? 1) - 1) % Math.max(1, unique.length)] ?? objection.topic;
  const passage = passageOn(situation, [topic]) ?? "";
  const phrases = phrasesOf(situation);
  return say(
    situation,
    phrase(situation, phrases.address, { topic: nameOf(situation, topicOf(situation, topic)), passage }),
    phrase(situation, phrases.confirm),
  );
}

/** Asks some, listens half, answers words with words, closes by the calendar. */
export const averageSeller: Seller = {
  name: "average",
  say(situation) {
    const { memory, turn } = situation;
    const phrases = phrasesOf(situation);
    if (turn === 1) return open(situation, chance(situation, 0.7));
    const objection = openObjections(situation).find((one) => (memory.answered[one.id] ?? 0) < 1);
    if (objection && chance(situation, 0.7)) {
      const first = chance(situation, 0.5)
        ? acknowledge(situation, objection.id, heardSurface(situation, objection))
        : "";
      return say(situation, first, address(situation, objection));
    }
    const wantsPrice = situation.lastPlan?.agenda?.kind === "ask_price" || situation.lastPlan?.intent === "ask_price";
    if (wantsPrice && !has(situation, "price")) return quotePrice(situation, chance(situation, 0.4));
    const late = turn > 9;
    return weighted(situation, [
      [late ? 1 : 3.5, () => openQuestion(situation, nextTopic(situation))],
      [late ? 0.5 : 2, () => closedQuestion(situation)],
      [1, () => pitch(situation)],
      [toldFacts(situation).length > 0 ? 1.5 : 0, () => linkedValue(situation)],
      [turn > 5 && !has(situation, "price") ? 2 : 0, () => quotePrice(situation, chance(situation, 0.4))],
      [
        has(situation, "price") && !has(situation, "discount") ? 1 : 0,
        () => discount(situation, chance(situation, 0.5)),
      ],
      [late ? 1.5 : 0.1, () => phrase(situation, phrases.commit)],
      [late ? 2 : 0.1, () => step(situation)],
      [0.4, () => phrase(situation, phrases.filler)],
    ]);
  },
};

function linkedValue(situation: Situation): string {
  done(situation, "value");
  const buyer = buyerOf(situation);
  const fact = pick(situation, toldFacts(situation));
  const objection = buyer.objections.find((one) => one.factId === fact.id);
  const passage = passageOn(situation, [fact.topic, ...(objection?.answerTopics ?? [])]) ?? "";
  return phrase(situation, phrasesOf(situation).linked, { told: inBrief(fact.text), passage });
}

function summarise(situation: Situation): string {
  situation.memory.done.unshift("summary");
  const phrases = phrasesOf(situation);
  const told = toldFacts(situation)
    .slice(-3)
    .map((fact) => inBrief(fact.text));
  return phrase(situation, phrases.summarise, { told: told.join(phrases.list) });
}

/** Probes an open objection's matter in the buyer's own words; a new angle each time. */
function probe(situation: Situation, topic: string): string {
  const { memory } = situation;
  memory.probed[topic] = (memory.probed[topic] ?? 0) + 1;
  const fresh = phrasesOf(situation).open[topic]?.some((one) => !memory.said.includes(one));
  if (fresh && chance(situation, 0.5)) return openQuestion(situation, topic);
  return phrase(situation, phrasesOf(situation).probe, {
    quote: buyerWords(situation),
    topic: nameOf(situation, topicOf(situation, topic)),
  });
}

function handleObjection(situation: Situation): string | null {
  const { memory } = situation;
  for (const objection of openObjections(situation)) {
    const told = isTold(situation, objection.factId);
    const topic = buyerOf(situation).sealedFacts.find((fact) => fact.id === objection.factId)?.topic ?? objection.topic;
    if (!memory.acknowledged.includes(objection.id)) {
      const heard = acknowledge(situation, objection.id, heardSurface(situation, objection));
      return say(situation, heard, told ? address(situation, objection) : probe(situation, topic));
    }
    if (told && (memory.answered[objection.id] ?? 0) < 2) return address(situation, objection);
    if (!told && (memory.probed[topic] ?? 0) < 3 && chance(situation, 0.6)) return probe(situation, topic);
  }
  return null;
}

/** Time is running out: a date, and between two dates what gives the buyer something back. */
function closeEarly(situation: Situation): string {
  const refused = situation.memory.done.at(-1) === "step";
  done(situation, refused ? "pause" : "step");
  if (!refused) return step(situation);
  const objection = openObjections(situation).find((one) => !situation.memory.acknowledged.includes(one.id));
  if (objection) return acknowledge(situation, objection.id, heardSurface(situation, objection));
  return toldFacts(situation).length > 1 ? summarise(situation) : step(situation);
}

/** Agenda, open questions, acknowledges before asking what is behind it, links, trades, closes on a date. */
export const strongSeller: Seller = {
  name: "strong",
  say(situation) {
    const { bundle, turn } = situation;
    const phrases = phrasesOf(situation);
    if (turn === 1) return open(situation, true);
    const mood = moodOf(situation);
    const needs = toldFacts(situation).filter((fact) => fact.need).length;
    const enough = needs >= bundle.scenario.minNeeds;
    const wantsPrice = situation.lastPlan?.agenda?.kind === "ask_price" || situation.lastPlan?.intent === "ask_price";
    const last = turn >= bundle.scenario.maxTurns - 2;
    const warm = mood.interest === "keen" || mood.interest === "curious";
    const short = mood.patience === "spent" && turn > 6;
    if (last || short) return closeEarly(situation);
    if (wantsPrice && !has(situation, "price")) return quotePrice(situation, true);
    const objection = handleObjection(situation);
    if (objection) return objection;
    const clear = openObjections(situation).length === 0 && has(situation, "price");
    const ask = () => say(situation, phrase(situation, phrases.commit), chance(situation, 0.5) ? step(situation) : "");
    if (mood.patience === "thin" && turn > 12) return clear && warm ? ask() : closeEarly(situation);
    if (!enough && turn < bundle.scenario.maxTurns - 6) {
      const lead = chance(situation, 0.3) ? phrase(situation, phrases.echo, { quote: buyerWords(situation) }) : "";
      return say(situation, lead, openQuestion(situation, nextTopic(situation)));
    }
    if (!has(situation, "summary") && toldFacts(situation).length > 1) return summarise(situation);
    if (!has(situation, "value") && toldFacts(situation).length > 0) return linkedValue(situation);
    if (!has(situation, "price")) return quotePrice(situation, true);
    if (!has(situation, "discount") && chance(situation, 0.5)) return discount(situation, true);
    if (openObjections(situation).length === 0 && warm) return ask();
    if (turn > 12) return step(situation);
    return chance(situation, 0.5) && toldFacts(situation).length > 0
      ? linkedValue(situation)
      : openQuestion(situation, nextTopic(situation));
  },
};

export const sellers = [weakSeller, averageSeller, strongSeller] as const;
