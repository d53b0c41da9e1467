import { measure, overlap, recall, sentences, units } from "@/agents/models/offline/buyer/repeat";
import type { PlayedReply, Talk } from "@/agents/preflight/play";

export interface Tell {
  name: string;
  value: number;
  bound: number;
  /** which side of the bound is good */
  good: "at most" | "at least";
  pass: boolean;
}

const repliesOf = (talk: Talk): PlayedReply[] => talk.turns.flatMap((turn) => turn.replies);
const slotOf = (id: string) => (id.split("/").at(-1) ?? id).split(":")[0] ?? "";
const isAcknowledgement = (id: string) => ["acknowledge", "echo", "confirm"].includes(slotOf(id));

/** Slots of a reply by what was drawn: which bank spoke first, then which, then which. */
const shapeOf = (reply: PlayedReply): string => reply.usedLines.map(slotOf).join("+");

function average(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of replies that open with an acknowledgement. */
function acknowledged(talk: Talk): number {
  const replies = repliesOf(talk);
  return replies.filter((reply) => reply.usedLines.some(isAcknowledgement)).length / Math.max(1, replies.length);
}

/** Longest run of replies built the same way, single slots aside: those vary by their bank. */
function longestRun(talk: Talk): number {
  let longest = 0;
  let run = 0;
  let before = "";
  for (const shape of repliesOf(talk).map(shapeOf)) {
    run = shape.includes("+") && shape === before ? run + 1 : 1;
    longest = Math.max(longest, shape.includes("+") ? run : 0);
    before = shape;
  }
  return longest;
}

const onTopic = new Set([
  "fact",
  "topic",
  "defer",
  "breadcrumb",
  "deflect",
  "counterAsk",
  "alreadySaid",
  "repair",
  "objection",
  "hesitate",
  "rejectSoft",
  "rejectHard",
  "answered",
  "ending",
  "interrupt",
  "smallTalk",
  "greet",
  "signalInterest",
  "negotiate",
  "pressured",
  "insulted",
  "disparaged",
  "breakRole",
  "offTopic",
  "confirm",
  "present",
  "valueLinked",
  "valueBlind",
]);

/** Replies to a question in which nothing is an answer, a refusal or a counter-question. */
export const missedQuestions = (talk: Talk): PlayedReply[] =>
  repliesOf(talk).filter((reply) => reply.plan.asked && !reply.usedLines.some((id) => onTopic.has(slotOf(id))));

/** Share of the questions heard that the reply passes over. */
function unanswered(talk: Talk): number {
  const asked = repliesOf(talk).filter((reply) => reply.plan.asked);
  return asked.length === 0 ? 0 : missedQuestions(talk).length / asked.length;
}

/** Largest trigram overlap of any buyer sentence with one earlier buyer line. */
function worstEcho(talk: Talk): number {
  const { locale } = talk.bundle.scenario;
  const replies = repliesOf(talk).map((reply) => reply.text);
  let worst = 0;
  for (const [index, text] of replies.entries()) {
    const said = recall(replies.slice(0, index), locale);
    for (const sentence of sentences(text)) {
      if (isLong(sentence, talk)) worst = Math.max(worst, overlap(sentence, said, locale));
    }
  }
  return worst;
}

const isLong = (sentence: string, talk: Talk) =>
  units(sentence, talk.bundle.scenario.locale).length > (talk.bundle.scenario.locale === "en" ? 3 : 5);

/** Lines of more than three words (five characters) that come twice. */
export function repeatedLines(talk: Talk): string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const reply of repliesOf(talk)) {
    for (const sentence of sentences(reply.text).filter((one) => isLong(one, talk))) {
      const key = units(sentence, talk.bundle.scenario.locale).join(" ");
      if (seen.has(key)) twice.push(sentence);
      seen.add(key);
    }
  }
  return twice;
}

/** Share of replies within the length their plan allows by style and patience, a fifth over at most. */
function fitting(talk: Talk): number {
  const { locale } = talk.bundle.scenario;
  const fits = repliesOf(talk).map((reply) => {
    const most = reply.plan.ending ? 30 : Math.max(8, reply.plan.length[1] * 1.2);
    return measure(reply.text, locale) <= most ? 1 : 0;
  });
  return average(fits);
}

/** What a colleague's settled objection added to a buyer's meter in a turn; it stands outside the caps. */
function influenced({ bundle, state }: Talk, { turn, buyerId, meter }: Talk["state"]["shifts"][number]): number {
  const effects = bundle.personas.flatMap(({ id, influence = [] }) =>
    influence.filter(
      (one) =>
        one.on === buyerId &&
        one.meter === meter &&
        state.buyers[id]?.objections[one.objectionId]?.resolvedTurn === turn,
    ),
  );
  return effects.reduce((sum, one) => sum + one.by, 0);
}

/** Largest gain of interest or trust in one turn by what was said: nobody is converted by one message. */
function largestGain(talk: Talk): number {
  const gains = talk.state.shifts.filter((shift) => shift.meter !== "patience");
  return Math.max(0, ...gains.map((shift) => shift.by - influenced(talk, shift)));
}

/** Share of replies of at most a third of the style's length. */
function fragments(talk: Talk): number {
  const { locale } = talk.bundle.scenario;
  const short = locale === "en" ? 7 : 10;
  return average(repliesOf(talk).map((reply) => (measure(reply.text, locale) <= short ? 1 : 0)));
}

const praise = /\b(?:good|great|excellent|nice) question\b|\bwell (?:asked|put)\b|问得(?:真)?好|好问题/iu;

const atMost = (name: string, value: number, bound: number): Tell => ({
  name,
  value,
  bound,
  good: "at most",
  pass: value <= bound,
});
const atLeast = (name: string, value: number, bound: number): Tell => ({
  name,
  value,
  bound,
  good: "at least",
  pass: value >= bound,
});

/** The marks of a machine in a set of talks, each with its bound. Averages over talks, worst case where one is one too many. */
export function measureTells(talks: Talk[]): Tell[] {
  const worst = (value: (talk: Talk) => number) => Math.max(0, ...talks.map(value));
  const mean = (value: (talk: Talk) => number) => average(talks.map(value));
  return [
    atMost("acknowledgements, share of turns, worst talk", worst(acknowledged), 0.6),
    atMost("same many-slot shape in a row, worst talk", worst(longestRun), 2),
    atMost("questions passed over, mean share", mean(unanswered), 0),
    atMost("echo: trigram overlap with an earlier line, worst", worst(worstEcho), 0.5),
    atMost(
      "lines of more than three words said twice",
      worst((talk) => repeatedLines(talk).length),
      0,
    ),
    atLeast("replies within the length of style and mood, mean share", mean(fitting), 0.9),
    atLeast("fragments, mean share", mean(fragments), 0.12),
    atMost("largest gain of trust or interest in one turn", worst(largestGain), 8),
    atMost(
      "praise of the seller's technique",
      worst((talk) => repliesOf(talk).filter((reply) => praise.test(reply.text)).length),
      0,
    ),
    atMost(
      "empty replies",
      worst((talk) => repliesOf(talk).filter((reply) => reply.text.trim() === "").length),
      0,
    ),
  ];
}

/** Over tries by one trainee at one scenario: first lines of more than three words that come in two of them. */
export function sharedOpenings(talks: Talk[]): Tell {
  const openings = talks.map((talk) => {
    const first = talk.turns[0]?.replies[0]?.text ?? "";
    return units(first, talk.bundle.scenario.locale).join(" ");
  });
  const value = openings.length - new Set(openings).size;
  return atMost("openings shared by three tries", value, 0);
}
