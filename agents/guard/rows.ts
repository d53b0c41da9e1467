/**
 * One way of breaking a rule. It holds for a sentence in which every pattern of `all` stands somewhere, and none of `unless`.
 * Written as rows so that each can be read, named in the record, and taken out alone.
 */
export interface Row {
  id: string;
  all: readonly RegExp[];
  unless?: RegExp;
}

/** `{name}` in a source stands for one of these alternatives. */
export type Lists = Readonly<Record<string, string>>;

/** Makes rows from sources that may use the word lists by name; case does not count. */
export function rowsOf(lists: Lists, sources: readonly (readonly [id: string, ...all: string[]])[]): Row[] {
  const filled = (source: string) =>
    new RegExp(
      source.replaceAll(/\{([a-z]+)\}/gu, (_, name: string) => `(?:${lists[name] ?? ""})`),
      "iu",
    );
  return sources.map(([id, ...all]) => ({ id, all: all.map(filled) }));
}

/** After an end mark; a point between figures is none. */
const sentenceEnd = /(?<=[!?。！？\n]|\.(?!\d))/u;

/** The id of the first row that a sentence of the text fulfils, or null. */
export function breaks(text: string, rows: readonly Row[]): string | null {
  for (const part of text.split(sentenceEnd)) {
    for (const { id, all, unless } of rows) {
      if (all.every((pattern) => pattern.test(part)) && unless?.test(part) !== true) return id;
    }
  }
  return null;
}
