import { DataSet, englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";

/** Words that are foul in any trade; left out are those that are also names, animals or parts of machines. */
const foul = new Set(
  "fuck shit bitch bastard cunt whore slut retard asshole dickhead wank twat motherfucker nigger faggot bollocks prick".split(
    " ",
  ),
);

const words = new DataSet<{ originalWord: string }>()
  .addAll(englishDataset)
  .removePhrasesIf(({ metadata }) => !foul.has(metadata?.originalWord ?? ""));
const matcher = new RegExpMatcher({ ...words.build(), ...englishRecommendedTransformers });

/** "f***", "s#@t", "a**hole": masked beyond what a dictionary can know */
const masked = /(?<![\w*])(?:f|sh?|b|a|d|c)[*#@!$%]{2,}[a-z]*(?![\w*])|\b(?:f|sh|bi|as)[*#@]+[a-z]{1,5}\b/;

/** Whether a folded English text swears, spelled out, with look-alike letters or masked. */
export function swears(text: string): boolean {
  return masked.test(text) || matcher.hasMatch(text);
}
