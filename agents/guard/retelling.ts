import { isContentWord, stem, tokenize, type Token } from "./words";

/** Words that mean much the same in talk; the first stands for all. */
const alike = [
  "father dad daddy papa",
  "mother mum mom mam mama",
  "child kid son daughter",
  "december christmas xmas",
  "boss manager chief head",
  "fail break quit broke died dead",
  "licence license seat",
  "telephone phone",
  "invoice bill billed invoiced",
  "people staff worker workers employees person",
  "promise promised vow word assured swore pledge",
  "flat unchanged frozen level",
  "winter off-season low-season",
  "month monthly months",
  "year yearly annual annually annum",
  "week weekly weeks",
  "day daily days",
  "type typed rekey re-key re-keys retyped retype keyed re-keyed re-types copied copy",
  "hand manually manual",
  "pay paid pays paying wages",
  "quote quoted bid offer offered proposal",
  "committee board partners",
  "cheap cheaper inexpensive",
  "vanish vanished disappear disappeared lost lose gone wiped",
  "close closed closes shut shuts shutting closing",
  "fly flies flew flying flights flight travel trip",
  "fridge refrigerator",
  "start started launch launched go-live",
  "miss missed no-show no-shows skipped",
  "wrong wrongly mistake mistakes incorrectly errors error",
  "stop stopped cancelled halted",
  "empty vacant unfilled open",
  "half 50%",
  "sunday weekend",
].map((line) => line.split(" "));

const canonical = new Map(
  alike.flatMap(([first = "", ...others]) => [first, ...others].map((word) => [stem(word), stem(first)])),
);
const calendar = new Set("january february march april june july august september october november".split(" "));
/** Words too many sentences hold to point anywhere. */
const pale = new Set(
  (
    "make made give gave call called come came keep put look still just even only every everi each last next back first new old good thing " +
    "without over after before since until when while whole own another other much many really very always never again today now " +
    "nobody somebody someone something nothing everybody anything she's he's there's i've i'd i'll we've we're you're you've can't won't didn't doesn't isn't wasn't"
  )
    .split(" ")
    .map(stem),
);

const keyOf = (text: string) => {
  const one = stem(text);
  return canonical.get(one) ?? one;
};

/** What a token says in any wording; null for numbers and words that say nothing. */
function meaningOf(token: Token): string | null {
  if (token.kind !== "word" || !isContentWord(token)) return null;
  const word = token.text.replaceAll(/['’](?:s|re|ve|ll|d|t)$/gu, "");
  if (word.length < 3) return null;
  const key = keyOf(word);
  return pale.has(key) ? null : key;
}

interface Told {
  owner: number;
  /** how much each of its words points at this secret */
  words: ReadonlyMap<string, number>;
  /** of these, words that stand nowhere in what is public */
  own: ReadonlySet<string>;
  /** its figures of three digits and more */
  figures: readonly number[];
}

/** How often each word stands in texts anyone may say. */
export function countOpen(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(tokenize(text).flatMap((token) => meaningOf(token) ?? []))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** A word's weight: full when nobody says it in public, the less the oftener they do. */
const weightOf = (open: number) => (open === 0 ? 1 : open <= 2 ? 0.6 : open <= 6 ? 0.4 : open <= 15 ? 0.2 : 0.1);

/** A secret is told, or a check recited, within so many tokens. */
const span = 22;
/** A figure near one of the secret's own, said roundly. */
const rounded = 1.8;

const isRound = (value: number) => value >= 20 && value % 10 === 0;

const isRoughly = (said: number, one: number) => said !== one && isRound(said) && Math.abs(one - said) <= one * 0.03;

/** Secrets as the meanings they are made of, for telling them in other words. English alone. */
export class Retellings {
  /** the secrets a word belongs to */
  readonly #index = new Map<string, Told[]>();

  /** `open`: how often words stand in public texts; `enough`: the weight of words that tells */
  constructor(
    private readonly open: ReadonlyMap<string, number>,
    private readonly enough: number,
  ) {}

  /** `texts`: the secret itself, then the ways it is told. */
  add([text = "", ...tellings]: readonly string[], owner: number): void {
    const counts = new Map<string, number>();
    const meanings = (one: string) => new Set(tokenize(one).flatMap((token) => meaningOf(token) ?? []));
    const core = meanings(text);
    for (const telling of tellings) for (const word of meanings(telling)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const words = new Map<string, number>();
    for (const word of new Set([...core, ...counts.keys()])) {
      const weight = weightOf(this.open.get(word) ?? 0) * (calendar.has(word) ? 0.6 : 1);
      words.set(word, core.has(word) || (counts.get(word) ?? 0) > 1 ? weight : weight * 0.5);
    }
    const own = new Set([...words.keys()].filter((word) => !this.open.has(word) && !calendar.has(word)));
    const figures = tokenize(text).flatMap((token) =>
      token.kind === "number" && Number(token.text) >= 20 ? [Number(token.text)] : [],
    );
    const told = { owner, words, own, figures };
    for (const word of words.keys()) this.#index.set(word, [...(this.#index.get(word) ?? []), told]);
  }

  /** Whether the sentence that the tokens end in, or one that ended since token `from`, tells a secret that `isLocked`. */
  finds(
    tokens: readonly Token[],
    from: number,
    isLocked: (owner: number) => boolean,
    isSaid: (word: string) => boolean,
  ): boolean {
    const near = tokens.slice(Math.max(0, from - span));
    const sums = new Map<Told, number>();
    const seen = new Set<string>();
    const figures: number[] = [];
    const rare = new Set<Told>();
    for (const token of near) {
      if (token.kind === "number") figures.push(Number(token.text));
      const word = meaningOf(token);
      if (word === null || seen.has(word)) continue;
      seen.add(word);
      for (const told of this.#index.get(word) ?? []) {
        sums.set(told, (sums.get(told) ?? 0) + (told.words.get(word) ?? 0));
        if (told.own.has(word)) rare.add(told);
      }
    }
    for (const [told, sum] of sums) {
      const bonus = figures.some((said) => told.figures.some((one) => isRoughly(said, one))) ? rounded : 0;
      if (sum + bonus < this.enough || (bonus === 0 && !rare.has(told)) || !isLocked(told.owner)) continue;
      const unsaid = [...seen].reduce((total, word) => total + (isSaid(word) ? 0 : (told.words.get(word) ?? 0)), 0);
      if (unsaid + bonus >= this.enough) return true;
    }
    return false;
  }
}

/** The meanings of texts, for knowing what was said aloud. */
export const meaningsOf = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => tokenize(text).flatMap((token) => meaningOf(token) ?? [])));
