import type { Locale } from "@/lib/contracts/vocabulary";
import { endsInHead, findsNeedle, findsParaphrase, longestRun, type Locked } from "./needles";
import { briefedEn } from "./briefed-en";
import { coachEn, meterEn } from "./coach-en";
import { disclosureEn, inversionEn } from "./inversion-en";
import { disclosureZh } from "./disclosure-zh";
import { inversionZh } from "./inversion-zh";
import { wrongLanguage } from "./language";
import { isMachineText } from "./marks";
import { controlMarker, stageDirection, type GateCode } from "./patterns";
import { personalData } from "./personal";
import { breaks, type Row } from "./rows";
import { findsRun } from "./runs";
import { bracketed } from "./stage-en";
import { pairsOf, sentences, tokenize, type Token } from "./words";

/** Longest run of instruction or rubric words a buyer may happen to say. */
export const leakRun = 7;
/** A sentence of so many words … */
const alikeFrom = 9;
/** … of whose pairs of words this share was said before is the same line again. */
const alike = 0.7;
/** How far before new words a pattern may have begun, in characters. */
const reach = 160;

/** A rule of the policy that a text breaks. */
export interface Banned {
  ruleId: string;
  /** breaks it by claiming something, which the end of the sentence may turn into a question */
  claim: boolean;
}

export interface GateRules {
  locale: Locale;
  /** marks of facts still locked, and what of them was said since */
  locked: Locked;
  /** marks of the instructions the model was given, by line */
  instructions: readonly ReadonlySet<number>[];
  rubric: ReadonlySet<number>;
  /** whether the tokens from `from` on, with what leads to them, tell a locked fact in other words */
  retells?: (tokens: readonly Token[], from: number) => boolean;
  /** the same of a check of the rubric */
  recites?: (tokens: readonly Token[], from: number) => boolean;
  /** a random word of the instructions that nobody says by chance */
  canary: string | null;
  /** acting told of this buyer by name, or null where nobody has a name */
  narration: RegExp | null;
  /** saying to play this buyer, or speaking for another house than the buyer's own */
  impersonation: RegExp | null;
  /** whether an address or number stands in what this buyer may say */
  mayName(text: string): boolean;
  /** folded sentences this buyer said before */
  earlier: ReadonlySet<string>;
  /** pairs of words of those sentences, for a line said again in almost the same words */
  earlierPairs: ReadonlySet<string>;
  /** what the tenant's policy forbids anyone to say */
  banned(text: string): Banned | null;
}

export interface GateHit {
  code: GateCode;
  /** what it was, for authors and auditors: a rule id or a kind, never shown to the trainee */
  detail?: string;
}

function namesSomeone(text: string, rules: GateRules): string | null {
  if (
    !/[@\d]|www\.|:\/\/|\.\p{L}|password|passcode|log-?in|passphrase|user ?name|\bdot\b|\b(?:oh|zero|double)\b|密码|登录/iu.test(
      text,
    )
  )
    return null;
  for (const { kind, pattern } of personalData) {
    for (const match of text.matchAll(pattern)) {
      if (!rules.mayName(match[0])) return kind;
    }
  }
  return null;
}

const sentenceEnd = /[.!?。！？\n]["'”’）)]*\s*/gu;
const endsSentence = /[.!?。！？\n]["'”’）)]*\s*$/u;

const inversions: Record<Locale, readonly Row[]> = {
  en: [...inversionEn, ...coachEn],
  "zh-CN": [...inversionZh, ...inversionEn],
};
const disclosures: Record<Locale, readonly Row[]> = {
  en: [...disclosureEn, ...briefedEn],
  "zh-CN": [...disclosureZh, ...disclosureEn],
};

/** Openings of things that are judged only once they are closed: `*sig`, `(laug`, `as an`. */
const opening =
  /(?:[*_[（(【<]\s*[^*_\])）】>\n]{0,40}|\bas an?|\bi(?:'|’)?m (?:just )?an?|作为(?:一个|一名)?|我是(?:一个|个)?)\s*$/iu;

/**
 * Judges one reply as it grows. Rules run over all text so far, but each place is looked at only once more than needed: what
 * stood before and could not be part of anything new is not read again. Deterministic.
 */
export class Gate {
  #text = "";
  #tokens: Token[] = [];
  /** where a sentence begins to be in question that holds something forbidden and has not ended */
  #unjudged: number | null = null;

  constructor(private readonly rules: GateRules) {}

  /** Whether the reply may go on to `text`, which begins with all that was judged before. `complete`: nothing follows. */
  check(text: string, complete: boolean): GateHit | null {
    const before = this.#text.length;
    // The last token may have been cut short; it is read again.
    const last = this.#tokens.at(-1);
    const kept = last !== undefined && last.end >= before ? this.#tokens.slice(0, -1) : this.#tokens;
    const tokens = [...kept, ...tokenize(text, kept.at(-1)?.end ?? 0)];
    this.#text = text;
    this.#tokens = tokens;
    const from = Math.max(0, kept.length - longestRun);
    const ended = complete || endsSentence.test(text);
    return (
      this.#leaks(text, from) ??
      this.#breaks(text, before) ??
      this.#forbidden(text, before, ended) ??
      this.#strays(text, before, complete, ended)
    );
  }

  /** Whether the text ends in the beginning of something forbidden, so that its last clause waits for the next one. */
  mustWait(): boolean {
    if (this.#unjudged !== null) return true;
    return opening.test(this.#text.slice(-60)) || endsInHead(this.#tokens, this.rules.locked);
  }

  #leaks(text: string, from: number): GateHit | null {
    const { rules } = this;
    const tokens = this.#tokens;
    const isSaid = (one: number) => rules.locked.isSaid(one);
    if (findsNeedle(tokens, from, rules.locked)) return { code: "sealed_fact" };
    if (findsParaphrase(tokens, from, rules.locked)) return { code: "sealed_fact", detail: "paraphrase" };
    if (rules.retells?.(tokens, from) === true) return { code: "sealed_fact", detail: "retold" };
    if (rules.canary !== null && text.toLowerCase().includes(rules.canary)) {
      return { code: "prompt_leak", detail: "canary" };
    }
    if (findsRun(tokens, from, leakRun, rules.instructions, isSaid)) return { code: "prompt_leak" };
    if (findsRun(tokens, from, leakRun, [rules.rubric], isSaid)) return { code: "rubric_leak" };
    if (/\byou|[你您]/iu.test(text) && rules.recites?.(tokens, from) === true)
      return { code: "rubric_leak", detail: "recited" };
    return null;
  }

  #breaks(text: string, before: number): GateHit | null {
    const cut = Math.max(0, before - reach);
    // A sign in front, so that "at the beginning" stays true of the beginning alone.
    const near = cut === 0 ? text : `…${text.slice(cut)}`;
    if (controlMarker.test(near) || isMachineText(near)) return { code: "control_marker" };
    const told = breaks(near, disclosures[this.rules.locale]);
    if (told !== null) return { code: "prompt_leak", detail: told };
    const turned = breaks(near, inversions[this.rules.locale]);
    if (turned !== null) return { code: "role_inversion", detail: turned };
    const scored = this.rules.locale === "en" ? breaks(near, meterEn) : null;
    if (scored !== null) return { code: "rubric_leak", detail: scored };
    if (this.rules.impersonation?.test(near) === true) return { code: "role_inversion", detail: "impersonation" };
    if (stageDirection.test(near) || bracketed.test(near) || this.rules.narration?.test(near) === true)
      return { code: "stage_direction" };
    const person = namesSomeone(near, this.rules);
    if (person !== null) return { code: "personal_data", detail: person };
    return null;
  }

  /** What the policy forbids to claim is judged by the whole sentence, whose end may turn it into a question. */
  #forbidden(text: string, before: number, ended: boolean): GateHit | null {
    const cut = Math.max(0, (this.#unjudged ?? before) - reach);
    const banned = this.rules.banned(cut === 0 ? text : `…${text.slice(cut)}`);
    const since = this.#unjudged ?? before;
    // A sentence that will not end is judged as it stands.
    if (banned?.claim === true && !ended && text.length - since <= reach) {
      this.#unjudged = since;
      return null;
    }
    this.#unjudged = null;
    return banned === null ? null : { code: "banned_content", detail: banned.ruleId };
  }

  #strays(text: string, before: number, complete: boolean, ended: boolean): GateHit | null {
    if (wrongLanguage(text, this.#tokens, this.rules.locale, ended)) return { code: "wrong_language" };
    return this.#repeats(text, before, complete) ? { code: "repetition" } : null;
  }

  /** An earlier line said again: any complete sentence of more than three words (five Han characters). */
  #repeats(text: string, before: number, complete: boolean): boolean {
    const { earlier, locale } = this.rules;
    if (earlier.size === 0) return false;
    let from = 0;
    for (const end of text.slice(0, before).matchAll(sentenceEnd)) {
      const after = end.index + end[0].length;
      if (after < before) from = after;
    }
    const said = sentences(text.slice(from));
    const whole = complete || endsSentence.test(text);
    const least = locale === "en" ? 4 : 6;
    return said.some(
      ({ folded, words }, i) =>
        (whole || i < said.length - 1) &&
        words >= least &&
        (earlier.has(folded) || (words >= alikeFrom && isAlike(folded, this.rules.earlierPairs))),
    );
  }
}

function isAlike(folded: string, earlier: ReadonlySet<string>): boolean {
  const pairs = pairsOf(folded);
  const known = pairs.filter((pair) => earlier.has(pair)).length;
  return known >= pairs.length * alike;
}

/** Judges a whole text at once. */
export function checkText(text: string, complete: boolean, rules: GateRules): GateHit | null {
  return new Gate(rules).check(text, complete);
}
