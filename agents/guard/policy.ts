import type { PatternRule, Policy, ProductSheet } from "@/lib/contracts/content";
import type { ComplianceFlag } from "@/lib/contracts/moves";
import type { Locale, MoveType } from "@/lib/contracts/vocabulary";
import { contradictedPassage } from "@/agents/perceive/claims";

const compiled = new Map<string, RegExp | null>();

/** A content pattern, case-insensitive; null when it does not compile (refused where content is checked). */
function patternOf(source: string): RegExp | null {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  let pattern: RegExp | null = null;
  try {
    pattern = new RegExp(source, "iu");
  } catch {
    pattern = null;
  }
  if (compiled.size > 5000) compiled.clear();
  compiled.set(source, pattern);
  return pattern;
}

/** Curly quotes and full-width forms as plain ones, each unit staying in its place so that spans hold. */
function folded(text: string): string {
  return text
    .replace(/[’‘]/g, "'")
    .replace(/[\uff10-\uff19\uff05]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0));
}

function firstHit(text: string, sources: readonly string[]): { start: number; end: number } | undefined {
  for (const source of sources) {
    const match = patternOf(source)?.exec(text);
    if (match && match[0] !== "") return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function ruleFlags(text: string, rules: readonly PatternRule[]): ComplianceFlag[] {
  return rules.flatMap((rule) => {
    const span = firstHit(text, rule.patterns);
    return span ? [{ ruleId: rule.id, label: rule.label, severity: rule.severity, span, safer: rule.safer }] : [];
  });
}

const offers: Record<Locale, RegExp[]> = {
  en: [
    /(\d+(?:\.\d+)?)\s?(?:%|percent|per cent)\s*(?:off\b|discount|rebate|cheaper\b|price reduction)/gi,
    /\b(?:discount|rebate|reduction)\s(?:of|by)\s(?:up to )?(\d+(?:\.\d+)?)\s?(?:%|percent|per cent)/gi,
    /\b(?:i|we)(?:'ll|'d| can| could| will| would| may| might)?\s(?:\w+ ){0,2}?(?:give|offer|do|go|take|knock|drop|lower|reduce|come down)\b[^.?!\n]{0,24}?(\d+(?:\.\d+)?)\s?(?:%|percent|per cent)(?!\s?(?:of (?:our|all|the|your)|back|overtime|energy|saving|more|better|faster|waste|credit))/gi,
  ],
  "zh-CN": [
    /(?:优惠|便宜|降价?|减|让利?|折扣|下调|返)[^，。！？\n\d]{0,6}(\d+(?:\.\d+)?)\s?(?:%|个?点|个百分点)/g,
    /(\d+(?:\.\d+)?)\s?(?:%|个?点)的?(?:优惠|折扣|让利)/g,
    /(?:优惠|便宜|降价?|减|让)[^，。！？\n]{0,4}百分之([一二三四五六七八九十]+)/g,
  ],
};
const folds = /(?:打)?([一二三四五六七八九]|\d{1,2}(?:\.\d)?)(?:点?([一二三四五六七八九]))?折/g;
const negated =
  /\b(?:can't|cannot|won't|not|no|don't|never|isn't)\b[^.?!\n]{0,30}$|(?:不能|不会|没法|没有|不可能|无法)[^，。！？\n]{0,8}$/i;
const numerals = "零一二三四五六七八九十";

function figure(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[\d.]+$/.test(text)) return Number(text);
  const [tens = "", rest = ""] = text.includes("十") ? text.split("十") : ["", text];
  const high = text.includes("十") ? Math.max(1, numerals.indexOf(tens || "一")) * 10 : 0;
  return high + (rest === "" ? 0 : numerals.indexOf(rest));
}

/** Discounts offered in a text, in percent, with their places; 九折 is 10. */
export function discountsIn(text: string): { percent: number; start: number; end: number }[] {
  const plain = folded(text);
  const found = new Map<number, { percent: number; start: number; end: number }>();
  const add = (percent: number | undefined, match: RegExpExecArray | RegExpMatchArray) => {
    const start = match.index ?? 0;
    if (percent === undefined || !(percent > 0 && percent <= 100) || negated.test(plain.slice(0, start))) return;
    const end = start + match[0].length;
    if ([...found.values()].some((each) => start < each.end && each.start < end)) return;
    found.set(start, { percent, start, end });
  };
  for (const pattern of [...offers.en, ...offers["zh-CN"]]) {
    for (const match of plain.matchAll(pattern)) add(figure(match[1]), match);
  }
  for (const match of plain.matchAll(folds)) {
    const whole = figure(match[1]);
    const part = figure(match[2]) ?? 0;
    if (whole !== undefined) add(Math.round((100 - (whole >= 10 ? whole : whole * 10 + part)) * 10) / 10, match);
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

const words: Record<
  Locale,
  { over: string; block: string; ask: (max: number) => string; label: string; truth: string }
> = {
  en: {
    over: "Discount above your own authority",
    block: "Discount above what anyone may grant here",
    label: "Discount",
    ask: (max) => `Up to ${max} % is yours to give; above that say "subject to my manager's approval".`,
    truth: "Goes against the product sheet",
  },
  "zh-CN": {
    over: "折扣超出您的权限",
    block: "折扣超出可批准的上限",
    label: "折扣",
    ask: (max) => `${max}%以内可以自己定，再多请说明"需要领导审批"。`,
    truth: "与产品资料不符",
  },
};

function authorityFlags(text: string, policy: Policy, locale: Locale): ComplianceFlag[] {
  const say = words[locale];
  const approved = firstHit(text, policy.approvalPatterns) !== undefined;
  return discountsIn(text).flatMap(({ percent, start, end }): ComplianceFlag[] => {
    const span = { start, end };
    if (percent > policy.blockOver) {
      return [
        { ruleId: "discount_block", label: say.block, severity: "block", span, safer: say.ask(policy.maxDiscountPct) },
      ];
    }
    if (percent > policy.maxDiscountPct && !approved) {
      return [
        {
          ruleId: "discount_authority",
          label: say.over,
          severity: "warn",
          span,
          safer: say.ask(policy.maxDiscountPct),
        },
      ];
    }
    return [];
  });
}

type Sheet = Pick<ProductSheet, "product" | "passages">;

/**
 * What a text does against the policy: banned claims, discounts over authority, needless personal data, statements the
 * product sheet contradicts. Spans are offsets into `text` as given; ordered by place, one flag per rule.
 */
export function policyFlags(text: string, policy: Policy, sheet: Sheet, locale: Locale): ComplianceFlag[] {
  const plain = folded(text);
  const against = contradictedPassage(plain, sheet);
  const passage = against && sheet.passages.find((each) => each.id === against.passageId);
  const truth: ComplianceFlag[] =
    against && passage
      ? [
          {
            ruleId: `sheet_${passage.id}`,
            label: words[locale].truth,
            severity: "warn",
            span: { start: against.start, end: against.end },
            safer: passage.text,
            passage: { id: passage.id, page: passage.page, text: passage.text },
          },
        ]
      : [];
  return [
    ...ruleFlags(plain, policy.bannedClaims),
    ...authorityFlags(plain, policy, locale),
    ...ruleFlags(plain, policy.privacy),
    ...truth,
  ].toSorted((a, b) => a.span.start - b.span.start);
}

export interface DisclosureInput {
  /** the trainee's moves and messages so far */
  moves: { type: MoveType; turn: number }[];
  said: { turn: number; text: string }[];
  /** the current turn, counted from 1 */
  turn: number;
}

export interface Disclosure {
  id: string;
  label: string;
  safer: string;
  trigger: MoveType;
  /** turn of the move that made it due, and the last turn it may be given in */
  triggeredTurn: number;
  dueTurn: number;
  status: "given" | "due" | "missed";
  /** where it was said: the turn, and the words in that message */
  given?: { turn: number; span: { start: number; end: number } };
}

/** Disclosures a talk has made due, each given, still due, or missed. Words said before the trigger's turn do not count. */
export function disclosuresDue(policy: Policy, input: DisclosureInput): Disclosure[] {
  return policy.requiredDisclosures.flatMap((rule): Disclosure[] => {
    const trigger = input.moves.find((move) => move.type === rule.trigger);
    if (!trigger) return [];
    const dueTurn = trigger.turn + rule.withinTurns;
    const [given] = input.said.flatMap(({ turn, text }) => {
      if (turn < trigger.turn || turn > dueTurn) return [];
      // Folding keeps every offset.
      const span = firstHit(folded(text), rule.patterns);
      return span ? [{ turn, span }] : [];
    });
    const status = given ? "given" : input.turn >= dueTurn ? "missed" : "due";
    const { id, label, safer, trigger: type } = rule;
    return [
      { id, label, safer, trigger: type, triggeredTurn: trigger.turn, dueTurn, status, ...(given ? { given } : {}) },
    ];
  });
}
