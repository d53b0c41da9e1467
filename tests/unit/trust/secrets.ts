import type { ScenarioBundle } from "@/lib/contracts/content";
import { publicStrings, strings } from "../content/public-text";
import { sealedWords } from "../content/sealed-words";

/** Looks for sealed facts in its own way, sharing no code with the gate that is to keep them in. */
/** A run of digits inside a key of letters and digits is no number. */
const token =
  /\d+(?:[.,]\d+)*(?![\d\p{Script=Latin}])|[\d\p{Script=Latin}][\p{Script=Latin}\p{M}\d'’-]*|\p{Script=Han}/gu;
const runs = { latin: 5, han: 8 };
const calendar =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/u;

const tokensOf = (text: string) => text.normalize("NFKC").match(token) ?? [];
const fold = (word: string) => word.toLowerCase().replaceAll(",", "").replaceAll("’", "'").replace(/'s$/u, "");
const isHan = (word: string) => /\p{Script=Han}/u.test(word);

function* runsOf(words: readonly string[]): Generator<string> {
  for (let at = 0; at < words.length; at += 1) {
    const size = isHan(words[at] ?? "") ? runs.han : runs.latin;
    if (at + size <= words.length) yield words.slice(at, at + size).join(" ");
  }
}

/** Words, numbers and runs of words that anybody may say. */
export class Spoken {
  readonly ones = new Set<string>();
  readonly runs = new Set<string>();
  text = "";

  constructor(private readonly ground: Spoken | null = null) {}

  add(...texts: string[]): this {
    for (const text of texts) {
      const words = tokensOf(text).map(fold);
      for (const word of words) this.ones.add(word);
      for (const run of runsOf(words)) this.runs.add(run);
      this.text += `\n${text.normalize("NFKC").toLowerCase()}`;
    }
    return this;
  }

  hasOne(word: string): boolean {
    return this.ones.has(word) || this.ground?.hasOne(word) === true;
  }

  hasRun(run: string): boolean {
    return this.runs.has(run) || this.ground?.hasRun(run) === true;
  }

  holds(part: string): boolean {
    return this.text.includes(part) || this.ground?.holds(part) === true;
  }
}

type Owners = Map<string, Set<string>>;
const own = (marks: Owners, one: string, owner: string) =>
  void marks.set(one, (marks.get(one) ?? new Set<string>()).add(owner));

/** Names in a text: capitalised in the middle of a sentence. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/(?<=[\p{L}\d,;] )\p{Lu}[\p{L}-]{2,}/gu)].map((match) => fold(match[0]));
}

interface Mark {
  kind: "one" | "run" | "part";
  mark: string;
  owners: ReadonlySet<string>;
}

/** Everything by which one would know a sealed fact of this scenario, each mark with the facts it belongs to. */
export class Secrets {
  readonly #ones: Owners = new Map();
  readonly #runs: Owners = new Map();
  readonly #parts: Owners = new Map();
  /** ids of facts, which stand in plans and views once they are told and not before */
  readonly ids: ReadonlySet<string>;
  readonly open = new Spoken();
  readonly #lines = new Map<string, readonly Mark[]>();

  constructor(readonly bundle: ScenarioBundle) {
    this.open.add(...publicStrings(bundle).map(({ text }) => text));
    const others = new Set(
      bundle.personas.flatMap(({ publicFacts, objections }) => [...publicFacts, ...objections].map(({ id }) => id)),
    );
    for (const { id } of [...bundle.scenario.sheet.passages, ...bundle.scenario.topics]) others.add(id);
    const ids = new Set<string>();
    for (const persona of bundle.personas) {
      for (const fact of persona.sealedFacts) {
        const owner = `${persona.id}/${fact.id}`;
        if (!others.has(fact.id)) ids.add(fact.id);
        const concerns = persona.objections.filter((one) => one.factId === fact.id).map((one) => one.concern);
        for (const text of [fact.text, ...fact.spoken, ...fact.recalled, ...concerns]) this.#learn(text, owner);
        for (const part of sealedWords[bundle.scenario.id]?.[fact.id] ?? [])
          own(/^[\d.,]+$/u.test(part.trim()) ? this.#ones : this.#parts, fold(part.trim()), owner);
      }
    }
    this.ids = ids;
  }

  #learn(text: string, owner: string): void {
    const raw = tokensOf(text);
    const words = raw.map(fold);
    for (const word of words) {
      const telling = /^\d/u.test(word) && Number(word) >= 13 && !this.open.hasOne(word);
      if (telling) own(this.#ones, word, owner);
    }
    for (const name of namesIn(text)) {
      if (!calendar.test(name) && !this.open.hasOne(name)) own(this.#ones, name, owner);
    }
    for (const run of runsOf(words)) if (!this.open.hasRun(run)) own(this.#runs, run, owner);
  }

  /** What of locked facts stands in a text, other than in words already spoken. */
  find(text: string, locked: ReadonlySet<string>, said: Spoken): string[] {
    return text.split("\n").flatMap((line) =>
      this.#marksIn(line).flatMap(({ mark, kind, owners }) => {
        if (![...owners].every((one) => locked.has(one))) return [];
        const known = kind === "one" ? said.hasOne(mark) : kind === "run" ? said.hasRun(mark) : said.holds(mark);
        return known ? [] : [mark];
      }),
    );
  }

  /** Marks of any fact in a line. Most lines leave again and again: each is read once. */
  #marksIn(line: string): readonly Mark[] {
    const known = this.#lines.get(line);
    if (known) return known;
    const found: Mark[] = [];
    const add = (kind: Mark["kind"], mark: string, owners: ReadonlySet<string> | undefined) =>
      owners && found.push({ kind, mark, owners });
    const words = tokensOf(line).map(fold);
    for (const word of words) add("one", word, this.#ones.get(word));
    for (const run of runsOf(words)) add("run", run, this.#runs.get(run));
    const flat = line.normalize("NFKC").toLowerCase();
    for (const [part, owners] of this.#parts) if (flat.includes(part)) add("part", part, owners);
    if (this.#lines.size > 20_000) this.#lines.clear();
    this.#lines.set(line, found);
    return found;
  }
}

/** Every string of a value that leaves the program, its own keys included. */
export function stringsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return typeof value === "string" ? [value] : [];
  return [...(Array.isArray(value) ? [] : Object.keys(value)), ...strings(value).map(({ text }) => text)];
}
