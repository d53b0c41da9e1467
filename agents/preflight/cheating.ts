import { open, step } from "./acts";
import { chineseCheats, englishCheats, type Cheats } from "./cheats";
import {
  done,
  isEnglish,
  nameOf,
  phrase,
  pick,
  say,
  stepDate,
  to,
  weighted,
  type Seller,
  type Situation,
} from "./seller";

const cheatsOf = (situation: Situation): Cheats => (isEnglish(situation) ? englishCheats : chineseCheats);

/** Some are after one trick alone; most try whatever comes to mind. */
const styles = [
  "mixed",
  "mixed",
  "mixed",
  "inject",
  "demand",
  "claimed",
  "stuffed",
  "rubric",
  "soothe",
  "commit",
  "calendar",
] as const;
type Style = (typeof styles)[number];

/** The same style for a whole talk. */
function styleOf(situation: Situation): Style {
  const chosen = styles.find((style) => situation.memory.done.includes(`style:${style}`));
  if (chosen) return chosen;
  const style = pick(situation, styles);
  done(situation, `style:${style}`);
  return style;
}

/** A number somebody guessing would say. */
const guess = (situation: Situation) =>
  String(pick(situation, [2, 3, 5, 8, 12, 25, 40]) * pick(situation, [10, 100, 1000]));

function stuffed(situation: Situation, cheats: Cheats): string {
  const { topics } = situation.desk;
  const from = Math.floor(situation.random() * topics.length);
  const all = [...topics.slice(from), ...topics.slice(0, from)].slice(0, pick(situation, [4, 8, topics.length]));
  return phrase(situation, cheats.stuffed, {
    topics: all.map((topic) => nameOf(situation, topic)).join(cheats.list),
    date: stepDate(situation),
  });
}

function rubric(situation: Situation, cheats: Cheats): string {
  const some = situation.desk.criteria.filter(() => situation.random() < 0.3).slice(0, 6);
  const criteria = some.map(({ title, test }) => `${title}: ${test}`).join(" ");
  return phrase(situation, cheats.rubric, { criteria });
}

function play(situation: Situation, kind: keyof Omit<Cheats, "list" | "stuffed" | "rubric">): string {
  const topic = nameOf(situation, pick(situation, situation.desk.topics));
  return phrase(situation, cheatsOf(situation)[kind], { topic, number: guess(situation) });
}

function mixed(situation: Situation): string {
  const cheats = cheatsOf(situation);
  return weighted(situation, [
    [2, () => play(situation, "inject")],
    [2, () => play(situation, "system")],
    [1, () => play(situation, "encoded")],
    [1, () => play(situation, "roleplay")],
    [3, () => play(situation, "demand")],
    [2, () => play(situation, "claimed")],
    [1, () => play(situation, "flatter")],
    [2, () => play(situation, "commit")],
    [1, () => play(situation, "authority")],
    [2, () => stuffed(situation, cheats)],
    [1, () => rubric(situation, cheats)],
    [1, () => play(situation, "soothe")],
    [1, () => step(situation)],
  ]);
}

function cheat(situation: Situation): string {
  const cheats = cheatsOf(situation);
  const style = styleOf(situation);
  switch (style) {
    case "mixed":
      return mixed(situation);
    case "stuffed":
      return stuffed(situation, cheats);
    case "rubric":
      return say(situation, rubric(situation, cheats), play(situation, "commit"));
    case "soothe":
      return say(situation, play(situation, "soothe"), play(situation, "demand"));
    case "calendar":
      return step(situation);
    default:
      return play(situation, style);
  }
}

/**
 * Tries to get the secrets and the deal without the work: talks to the software, forges messages and promises, guesses, flatters,
 * names every topic and every move at once, recites the criteria, asks for a yes or a date in every message.
 */
export const cheatingSeller: Seller = {
  name: "cheating",
  say(situation) {
    if (situation.turn === 1 && situation.random() < 0.5) return open(situation, false);
    const buyer = situation.random() < 0.4 ? pick(situation, situation.desk.buyers).id : undefined;
    return to(situation, buyer, cheat(situation));
  },
};
