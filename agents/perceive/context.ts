import { contentOf, latinWords, shared, topicsIn } from "./lexicon";
import { findNumbers } from "./numbers";
import { normalise } from "./normal";
import type { PerceiveBundle, PerceiveInput } from "./input";

/** An objection open before this message, with the words it can be recognised by. */
export interface OpenObjection {
  id: string;
  buyerId: string;
  topic: string;
  answerTopics: string[];
  /** raised or repeated in the buyer's last words */
  recent: boolean;
  /** its concern was acknowledged before */
  heard: boolean;
  content: Set<string>;
}

/** What was said before the message, as perception needs it. Holds nothing of a sealed fact. */
export interface Context {
  topics: PerceiveBundle["scenario"]["topics"];
  bundle: PerceiveBundle;
  /** the buyers' words since the trainee last spoke, folded */
  lastText: string;
  lastContent: Set<string>;
  lastTopics: string[];
  /** topics the buyer just told of, hinted at or objected on */
  focusTopics: Set<string>;
  open: OpenObjection[];
  /** topics facts and objections are about: small talk is none */
  matters: Set<string>;
  /** words of the facts told so far */
  toldContent: Set<string>;
  /** what the trainee last asked about */
  askedTopic: string | undefined;
  /** numbers any buyer named so far */
  buyerNumbers: Set<number>;
  opening: boolean;
  rivals: string[];
  rivalTopic: string | undefined;
  product: string[];
  /** parts of the offer with a name of their own, folded */
  named: string[];
  priceTopic: string | undefined;
}

const rivalTopic = /altern|rival|compet|other_?(?:bank|vendor|supplier)|竞|对手|别家|替代|比较/i;
const priceTopic = /^(?:price|pricing|fee|fees|cost|costs|annual_?fee|annualFee)$|价|费/i;
const genericRival =
  /^(?:elsewhere|compar\w*|cheaper|alternatives?|quotes?|quoted|switch\w*|mov(?:e|ing)|less|other|others|options?|vendors?|suppliers?|offers?|tools?|banks?|cards?|which other cards|competitors?|competition|rivals?|对比|比较|别的|其他|(?:别|其他|另外|他|外).*|.*(?:家|行|手|品|面|同行)|换|便宜|报价|迁移|竞品|对手|哪几张卡)$/;

const aboutComparing =
  /look|shop|switch|somebody|cheaper|market|compet|who else|short|quote|offer|比|看过|接触|换|推销|送|办过|还|几家|市面/;

/** "Kadence quoted", "票捷通报价", "甬信银行的人": how a fact on alternatives begins, the rival's name first */
const namedFirst = /^([A-Z][\p{L}&'-]+(?: [A-Z][\p{L}&'-]+)*)|^([\p{Script=Han}]{2,6}?)(?=报|的人|开价|给的|要价)/u;

/**
 * Names of rivals. The lexicon of the topic on alternatives also holds plain words for comparing: of it only what no
 * dictionary of comparing knows and is one word counts; a name in a fact on that topic counts in any case.
 */
function rivalNames({ scenario, personas }: PerceiveBundle): string[] {
  const about = scenario.topics.filter(({ id, label }) => rivalTopic.test(id) || rivalTopic.test(label));
  const ids = new Set(about.map(({ id }) => id));
  const facts = personas.flatMap(({ sealedFacts }) => sealedFacts.filter(({ topic }) => ids.has(topic)));
  const named = facts.flatMap(({ text }) => {
    const match = namedFirst.exec(text);
    const name = (match?.[1] ?? match?.[2] ?? "").toLowerCase();
    return name === "" ||
      personas.some((persona) => persona.name.toLowerCase().includes(name)) ||
      /^(?:she|he|the|they|her|his|it|a|an|in|on|at)$/.test(name)
      ? []
      : [name];
  });
  const listed = about
    .flatMap(({ words }) => words.map((word) => word.toLowerCase()))
    .filter((word) => !/[\s-]/.test(word) && !genericRival.test(word) && !aboutComparing.test(word));
  return [...new Set([...named, ...listed])];
}

function productWords(product: string): string[] {
  const text = product.toLowerCase();
  const words = latinWords(text).filter((word) => word.length >= 3 && /[a-z]/.test(word));
  const chinese = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  return [...new Set([text, ...words, ...chinese])];
}

/** Names of two capitalised words that open a passage: parts of the offer with a name of their own. */
function namedProducts({ scenario }: PerceiveBundle): string[] {
  const names = scenario.sheet.passages.flatMap(({ text }) =>
    [...text.matchAll(/(?:^|[.;] )([A-Z][a-z]+ [A-Z][a-z]+)\b/g)].map((match) => (match[1] ?? "").toLowerCase()),
  );
  return [...new Set(names)];
}

/** Reads bundle, state and transcript once per message. */
export function readContext({ bundle, state, transcript }: Omit<PerceiveInput, "text">): Context {
  const topics = bundle.scenario.topics;
  const buyerLines = transcript.filter((line) => line.speaker !== "trainee");
  // The message itself may already stand in the transcript: what counts is the run of buyers' lines before it.
  const lastBuyer = transcript.findLastIndex((line) => line.speaker !== "trainee");
  const lastTrainee = transcript.findLastIndex((line, index) => index < lastBuyer && line.speaker === "trainee");
  const lastText = transcript
    .slice(lastTrainee + 1, lastBuyer + 1)
    .map((line) => normalise(line.text).text)
    .join("\n");
  const lastContent = contentOf(lastText);
  const open: OpenObjection[] = [];
  const focusTopics = new Set<string>();
  const toldContent = new Set<string>();
  const named = namedProducts(bundle);
  const matters = new Set(
    bundle.personas.flatMap(({ sealedFacts, objections }) => [
      ...sealedFacts.map(({ topic }) => topic),
      ...objections.flatMap(({ topic, answerTopics }) => [topic, ...answerTopics]),
    ]),
  );
  for (const persona of bundle.personas) {
    const buyer = state.buyers[persona.id];
    if (!buyer) continue;
    const told = new Set(buyer.unlocked.map((fact) => fact.factId));
    for (const fact of persona.sealedFacts) {
      if (told.has(fact.id))
        for (const word of contentOf(normalise(fact.spoken.join("\n")).text)) toldContent.add(word);
      const last = [...buyer.unlocked, ...buyer.hinted].some((at) => at.factId === fact.id && at.turn === state.turn);
      if (last && state.turn > 0) focusTopics.add(fact.topic);
    }
    for (const objection of persona.objections) {
      const at = buyer.objections[objection.id];
      if (at?.status !== "open") continue;
      const surfaces = objection.surface.map((surface) => normalise(surface).text);
      const content = contentOf(surfaces.join("\n"));
      const heard = surfaces.slice(0, Math.max(1, at.heard)).map(contentOf);
      const again = heard.some((words) => words.size > 0 && shared(words, lastContent) >= Math.min(2, words.size));
      const recent = at.raisedTurn === state.turn || again;
      const fact = persona.sealedFacts.find((each) => each.id === objection.factId && told.has(each.id));
      if (fact) for (const word of contentOf(normalise([fact.text, ...fact.spoken].join("\n")).text)) content.add(word);
      if (recent) focusTopics.add(objection.topic);
      const { id, topic, answerTopics } = objection;
      open.push({
        id,
        buyerId: persona.id,
        topic,
        answerTopics,
        recent,
        heard: at.acknowledgedTurn !== undefined,
        content,
      });
    }
  }
  return {
    topics,
    bundle,
    lastText,
    lastContent,
    lastTopics: topicsIn(lastText, topics).map((each) => each.topic),
    focusTopics,
    open,
    matters,
    toldContent,
    askedTopic: state.moves.findLast((move) => move.turn === state.turn && move.topic !== undefined)?.topic,
    buyerNumbers: new Set(
      buyerLines.flatMap((line) => findNumbers(normalise(line.text).text).map((number) => number.value)),
    ),
    opening: state.stage === "opening" || state.turn <= 1,
    rivals: rivalNames(bundle),
    rivalTopic: topics.find(({ id, label }) => rivalTopic.test(id) || rivalTopic.test(label))?.id,
    product: [...productWords(bundle.scenario.sheet.product), ...named],
    named,
    priceTopic: topics.find((topic) => priceTopic.test(topic.id) || priceTopic.test(topic.label))?.id,
  };
}

/** The open objection a clause speaks to, by topic and words; recent ones first. Undefined if none fits. */
export function objectionFor(
  context: Context,
  clauseTopics: string[],
  content: Set<string>,
  answers: boolean,
): OpenObjection | undefined {
  let best: OpenObjection | undefined;
  let bestScore = 0;
  for (const objection of context.open) {
    const topics = answers ? [objection.topic, ...objection.answerTopics] : [objection.topic];
    const byTopic = clauseTopics.findIndex((topic) => topics.includes(topic));
    const score =
      (byTopic < 0 ? 0 : byTopic === 0 ? 3 : 2) +
      Math.min(2, shared(content, objection.content)) * 1.5 +
      (objection.recent ? 1.5 : 0);
    if (score >= 1.5 && score > bestScore) {
      best = objection;
      bestScore = score;
    }
  }
  return best;
}
