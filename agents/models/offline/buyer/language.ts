/** What differs between languages when a buyer speaks without a language model. */
export interface Words {
  /** three words at most: said when nothing else is left */
  fragments: readonly string[];
  /** tells an acknowledgement that leads into an answer (“Since you ask.”) from one that takes note (“Fair.”) */
  leadsIn: RegExp;
  /** an acknowledgement that would undo the answer after it */
  holdsBack: RegExp;
  /** an acknowledgement that promises figures */
  counts: RegExp;
  /** an acknowledgement that promises few words */
  promisesBrevity: RegExp;
  /** yes to a proposed agenda */
  consents: readonly string[];
  /** the seller asked whether their plan suits */
  asksConsent: RegExp;
  /** a question by its words, whatever its punctuation */
  question: RegExp;
  /** turns from an answer to another matter */
  bridges: readonly string[];
  bridge(words: string, line: string): string;
  /** asks what something costs; a sum */
  asksMoney: RegExp;
  money: RegExp;
  /** openers for speaking after a colleague, for a voice that has none of its own; `{colleague}` */
  joins: readonly string[];
  /** called in the middle of a talk */
  presents: readonly string[];
  /** a summary was right */
  confirms: readonly string[];
  /** ways of taking up the seller's noun or number; `{echo}` and `{Echo}` (capital) */
  echoes: readonly string[];
  /** ways of reminding the seller of a promise, by what was promised */
  promises: readonly { made: RegExp; kept: RegExp; lines: readonly string[] }[];
  /** a figure as people write it, unit included */
  figure: RegExp;
  /** softens a plain statement while trust is low, or null when it would read badly */
  hedge(text: string, pick: number): string | null;
  /** one reply of several slots; `lead`: the first only leads in */
  join(parts: string[], lead: boolean): string;
  /** a noun of the seller's message that trusted text holds too */
  noun(message: string, trusted: string): string | null;
  /** whether two texts share a telling word */
  shares(one: string, other: string): boolean;
  capital(text: string): string;
  /** pieces in which a person's typing appears */
  tokens(text: string): string[];
}
