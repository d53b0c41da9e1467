import { hostile as englishHostile } from "./hostile-en";
import { hostile as chineseHostile } from "./hostile-zh";
import { cues as englishCues, rules as englishRules } from "./patterns-en";
import { cues as chineseCues } from "./cues-zh";
import { rules as chineseRules } from "./patterns-zh";
import type { Context } from "./context";
import type { Cues, Rule } from "./rule";

export interface Table {
  hostile: Rule[];
  rules: Rule[];
  cues: Cues;
}

const filled = new WeakMap<readonly unknown[], { en: Table; zh: Table }>();

const escape = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const alternatives = (words: string[]) => (words.length > 0 ? words.map(escape).join("|") : "(?!)");

/** The pattern tables with the scenario's product and rivals put in; compiled once per scenario. */
export function tablesFor(context: Context): { en: Table; zh: Table } {
  const known = filled.get(context.topics);
  if (known) return known;
  const names: Record<string, string> = {
    "§rival§": alternatives(context.rivals),
    "§product§": alternatives(context.product),
  };
  const fill = (pattern: RegExp) =>
    pattern.source.includes("§")
      ? new RegExp(
          pattern.source.replace(/§\w+§/g, (name) => names[name] ?? "(?!)"),
          pattern.flags,
        )
      : pattern;
  const fillRule = (rule: Rule): Rule => ({
    ...rule,
    pattern: fill(rule.pattern),
    ...(rule.not ? { not: fill(rule.not) } : {}),
  });
  const table = (from: Table): Table => ({
    hostile: from.hostile.map(fillRule),
    rules: from.rules.map(fillRule),
    cues: { ...from.cues, ours: fill(from.cues.ours) },
  });
  const tables = {
    en: table({ hostile: englishHostile, rules: englishRules, cues: englishCues }),
    zh: table({ hostile: chineseHostile, rules: chineseRules, cues: chineseCues }),
  };
  filled.set(context.topics, tables);
  return tables;
}
