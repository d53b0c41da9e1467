/** A clause never waits longer for its end than this many characters … */
export const longestClause = 80;
/** … or this many milliseconds. */
export const longestWaitMs = 400;

/** Ends a clause wherever it stands. */
const hardStops = new Set("。！？；：，、…\n!?");
/** End a clause after a letter; after a digit only once a space follows, for it may be a decimal or a thousand. */
const softStops = new Set(".,;:");
const closers = new Set("\"'”’)]）】」』》");

const isDigit = (char: string | undefined) => char !== undefined && char >= "0" && char <= "9";
const isSpace = (char: string | undefined) => char === " " || char === "\n" || char === "\t" || char === "\u3000";
const isWide = (char: string | undefined) => char !== undefined && char > "\u2e7f";

/**
 * Cuts running text into clauses at English and Chinese punctuation, as it arrives. Holds only what is not yet released:
 * `take` returns the next clauses, `force` what may go out when the wait is over, `rest` all that is left.
 */
export class ClauseSplitter {
  #held = "";

  get held(): string {
    return this.#held;
  }

  /** Adds text and returns it up to the last clause end in it, or "" when no clause is complete. */
  take(text: string): string {
    const from = Math.max(this.#held.length - 2, 0);
    this.#held += text;
    let end = 0;
    for (let i = from; i < this.#held.length; i++) {
      if (!this.#ends(i)) continue;
      end = i + 1;
      while (closers.has(this.#held[end] ?? "")) end++;
    }
    if (end > 0) return this.#cut(end);
    return this.#held.length > longestClause ? this.force() : "";
  }

  /** What may go out unfinished: up to the last space, or all of it in a script without spaces. "" when there is none. */
  force(): string {
    const space = this.#held.trimEnd().lastIndexOf(" ");
    if (space > 0) return this.#cut(space + 1);
    const last = this.#held.at(-1);
    return isWide(last) ? this.#cut(this.#held.length) : "";
  }

  rest(): string {
    return this.#cut(this.#held.length);
  }

  #ends(i: number): boolean {
    const char = this.#held[i] ?? "";
    if (hardStops.has(char)) return true;
    if (!softStops.has(char)) return false;
    const before = this.#held[i - 1];
    const after = this.#held[i + 1];
    if (isSpace(after)) return true;
    if (after !== undefined) return closers.has(after) && !isDigit(before);
    return before !== undefined && !isDigit(before) && !isSpace(before);
  }

  #cut(end: number): string {
    const out = this.#held.slice(0, end);
    this.#held = this.#held.slice(end);
    return out;
  }
}
