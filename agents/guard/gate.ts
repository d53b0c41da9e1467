import type { Locale } from "@/lib/contracts/vocabulary";
import { endsInHead, findNeedle, holdsRun, type Needles } from "./needles";
import { controlMarker, personalData, roleInversion, stageDirection, type GateCode } from "./patterns";
import { sentences, tokenize } from "./words";

/** Longest run of instruction or rubric words a buyer may happen to say. */
export const leakRun = 7;

export interface GateRules {
  locale: Locale;
  /** marks of facts still locked */
  locked: Needles;
  /** marks of the instructions the model was given */
  instructions: ReadonlySet<number>;
  rubric: ReadonlySet<number>;
  /** a random word of the instructions that nobody says by chance */
  canary: string | null;
  /** whether an address or number stands in what this buyer may say */
  mayName(text: string): boolean;
  /** folded sentences this buyer said before */
  earlier: ReadonlySet<string>;
  /** what the tenant's policy forbids anyone to say: the rule's id, or null */
  banned(text: string): string | null;
}

export interface GateHit {
  code: GateCode;
  /** what it was, for authors and auditors: a rule id or a kind, never shown to the trainee */
  detail?: string;
}

function wrongLanguage(text: string, locale: Locale): boolean {
  let han = 0;
  let other = 0;
  for (const char of text) {
    if (/\p{Script=Han}/u.test(char)) han++;
    else if (
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(char)
    )
      other++;
  }
  if (other > 3) return true;
  const latinWords = text.match(/[\p{Script=Latin}]{2,}/gu)?.length ?? 0;
  if (locale === "en") return han >= 4 && han > latinWords;
  return latinWords >= 6 && latinWords * 2 > han;
}

/** An earlier line said again: any complete sentence of more than three words (five Han characters). */
function repeats(text: string, complete: boolean, rules: GateRules): boolean {
  if (rules.earlier.size === 0) return false;
  const said = sentences(text);
  const whole = complete || /[.!?。！？\n]["'”’）)]*\s*$/u.test(text);
  const least = rules.locale === "en" ? 4 : 6;
  return said.some(
    (sentence, i) => (whole || i < said.length - 1) && sentence.words >= least && rules.earlier.has(sentence.folded),
  );
}

function namesSomeone(text: string, rules: GateRules): string | null {
  for (const { kind, pattern } of personalData) {
    for (const match of text.matchAll(pattern)) {
      if (!rules.mayName(match[0])) return kind;
    }
  }
  return null;
}

/**
 * Whether a buyer's words may be shown. Looks at all text of the reply so far, the clause about to be released included.
 * Deterministic; rules in order of severity. `complete` says that no more text follows.
 */
export function checkText(text: string, complete: boolean, rules: GateRules): GateHit | null {
  const tokens = tokenize(text);
  if (findNeedle(tokens, rules.locked)) return { code: "sealed_fact" };
  if (rules.canary !== null && text.toLowerCase().includes(rules.canary))
    return { code: "prompt_leak", detail: "canary" };
  if (controlMarker.test(text)) return { code: "control_marker" };
  if (holdsRun(tokens, rules.instructions, leakRun)) return { code: "prompt_leak" };
  if (holdsRun(tokens, rules.rubric, leakRun)) return { code: "rubric_leak" };
  if (roleInversion.en.test(text) || roleInversion["zh-CN"].test(text)) return { code: "role_inversion" };
  if (stageDirection.test(text)) return { code: "stage_direction" };
  const person = namesSomeone(text, rules);
  if (person !== null) return { code: "personal_data", detail: person };
  const banned = rules.banned(text);
  if (banned !== null) return { code: "banned_content", detail: banned };
  if (wrongLanguage(text, rules.locale)) return { code: "wrong_language" };
  if (repeats(text, complete, rules)) return { code: "repetition" };
  return null;
}

/** Openings of things that are judged only once they are closed: `*sig`, `(laug`, `as an`. */
const opening =
  /(?:[*_[（(【<]\s*[^*_\])）】>\n]{0,40}|\bas an?|\bi(?:'|’)?m (?:just )?an?|作为(?:一个|一名)?|我是(?:一个|个)?)\s*$/iu;

/** Whether the text ends in the beginning of something forbidden, so that its last clause waits for the next one. */
export function mustWait(text: string, rules: GateRules): boolean {
  return opening.test(text) || endsInHead(tokenize(text), rules.locked);
}
