import type { MoveType } from "@/lib/contracts/vocabulary";
import { strays } from "./away";
import { swears } from "./profanity";
import type { Draft, Sight } from "./sight";
import { refuses } from "./step-moves";

/** an insult, slur or threat rather than mere rudeness */
const severe =
  /\b(?:fuck (?:you|off|u)|idiots?|morons?|stupid|assholes?|bitch\w*|bastards?|dumb(?:ass)?|retard\w*|screw you|go to hell|dickhead|get lost|shut up|kill you|hurt you|pathetic)\b|傻|滚|去死|神经病|有病|白痴|笨蛋|脑子|王八蛋|混蛋|废物|智障|操你|弄死|打你/;
const asksWhether = /^(?:(?:and|so|but),? )?(?:do|does|did|is|was|would|will) .*(?<! or .*)$/;

/** put as a question, meant to tell */
const tells =
  /^(?:(?:and|so|but|well),? )*(?:(?:did|do) you (?:even |really )?(?:know|hear|want|trust|believe)|have you heard|why would (?:you|anyone|anybody)|who would)\b/;

/** "recipe" in a bakery's "recipe switch": the scenario's own words are never off its topic. */
function isOwnSubject({ text, context }: Sight, found: string): boolean {
  const words = context.topics.flatMap((topic) => topic.words);
  return words.some((word) => word.includes(found) && text.includes(word));
}

/** Names a topic, the product, a rival or the buyer's company. */
function isBusiness({ topics, text, context }: Sight): boolean {
  return topics.length > 0 || [...context.product, ...context.rivals].some((word) => text.includes(word));
}

/** The sentence with the rival's name for "they" where one was just spoken of. */
function spelledOut({ sentence, context, before }: Sight): string {
  const spoken = `${before?.clause.text ?? ""} ${context.lastText}`;
  const rival = context.rivals.find((name) => spoken.includes(name));
  if (rival === undefined || context.rivals.some((name) => sentence.includes(name))) return sentence;
  return sentence.replace(/\b(?:they|their)\b(?= |')/, rival);
}

/** A foul or an aside, which takes the whole clause; undefined for most. */
export function hostileMove(sight: Sight): Draft | undefined {
  const { text, topics, form, table, context } = sight;
  const wonders = form === "open" || (form === "closed" && asksWhether.test(text));
  for (const rule of table.hostile) {
    const on = rule.whole ? spelledOut(sight) : text;
    if (!rule.pattern.test(on) || rule.not?.test(on)) continue;
    if (rule.soft && isBusiness(sight)) continue;
    if (rule.move === "off_topic" && isOwnSubject(sight, rule.pattern.exec(on)?.[0] ?? "")) continue;
    if (refuses.test(text) && rule.move === "pressure") continue;
    if (rule.move === "pressure" && wonders && !rule.urges) continue;
    if (rule.move === "disparage" && rule.whole && wonders && !tells.test(text)) continue;
    // Small talk opens a talk; later it strays.
    if (rule.soft && context.opening) return { type: "build_rapport", confidence: 0.7 };
    const draft: Draft = { type: rule.move, confidence: 0.85, whole: rule.whole };
    if (rule.move === "disparage" || rule.move === "pressure") draft.topic = topics[0];
    if (rule.move === "unprofessional" && severe.test(text)) draft.severe = true;
    return draft;
  }
  if (/[a-z]/.test(text) && swears(text)) return { type: "unprofessional", confidence: 0.9, severe: severe.test(text) };
  return undefined;
}

/** found by words so common that they do not make talk of the weather a pitch */
const faint = new Set<MoveType>(["present_value", "quote_price", "greet"]);

/** A clause that strays from the matter, where no other rule knows it. */
export function asideMove(sight: Sight): Draft | undefined {
  const other = [...sight.hits.keys()].some((move) => !faint.has(move));
  return !other && strays(sight) ? { type: "off_topic", confidence: 0.75 } : undefined;
}
