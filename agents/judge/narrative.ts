import type { CheckResult, Debrief, MarginNote, Quote } from "@/lib/contracts/debrief";
import type { Locale, Outcome } from "@/lib/contracts/vocabulary";
import { quoteSpan } from "./evidence";
import { type JudgeInput, Talk } from "./input";

const words = {
  en: {
    outcome: {
      won: (name: string) => `${name} said yes.`,
      follow_up: () => "You left with a date.",
      lost: (name: string) => `${name} ended it.`,
      abandoned: () => "You ended it before a decision.",
      expired: () => "Time ran out before a decision.",
    } satisfies Record<Outcome, (name: string) => string>,
    hidden: (open: number, all: number) => {
      if (open === 0) return "Nothing was kept back from you.";
      if (open === all) return `None of the ${all} things kept back was asked for.`;
      return `${open} of ${all} things kept back stayed sealed.`;
    },
    goodThen: (name: string) => `${name} trusted you more after it.`,
  },
  "zh-CN": {
    outcome: {
      won: (name: string) => `${name}答应了。`,
      follow_up: () => "你约到了下一步的日期。",
      lost: (name: string) => `${name}结束了对话。`,
      abandoned: () => "还没有结果，你就结束了对话。",
      expired: () => "时间到了，还没有结果。",
    } satisfies Record<Outcome, (name: string) => string>,
    hidden: (open: number, all: number) => {
      if (open === 0) return "对方没有再瞒着你的事。";
      if (open === all) return `对方藏着的 ${all} 件事，一件也没问到。`;
      return `对方藏着的 ${all} 件事，还有 ${open} 件没问出来。`;
    },
    goodThen: (name: string) => `之后${name}对你更信任了。`,
  },
} as const;

const table = (locale: Locale) => words[locale];

/** One sentence on how it ended, one on what stayed hidden. */
export function headline(input: JudgeInput): string {
  const { state, bundle } = input;
  const said = table(bundle.scenario.locale);
  const name = bundle.personas[0]?.name ?? "";
  const all = bundle.personas.reduce((sum, persona) => sum + persona.sealedFacts.length, 0);
  const told = new Talk(input).told().length;
  const separator = bundle.scenario.locale === "zh-CN" ? "" : " ";
  return `${said.outcome[state.outcome ?? "abandoned"](name)}${separator}${said.hidden(all - told, all)}`;
}

const at = (check: CheckResult) => check.evidence[0]?.messageNumber ?? Number.MAX_SAFE_INTEGER;

/** The earliest missed act with the largest consequence: blockers first, then weight, then the earlier message. */
export function focus(checks: CheckResult[]): Debrief["focus"] {
  const missed = checks.filter((check) => check.status === "not_met");
  const [chosen] = missed.toSorted(
    (a, b) => Number(b.blocker) - Number(a.blocker) || b.weight - a.weight || at(a) - at(b),
  );
  if (!chosen) return null;
  return { title: chosen.title, receipt: chosen.evidence[0] ?? null, text: chosen.why, tryThis: chosen.tryThis };
}

/** One act that worked, with its effect: the trainee's own words, best where the buyer's trust rose in that turn. */
export function good(input: JudgeInput, checks: CheckResult[]): Debrief["good"] {
  const talk = new Talk(input);
  const candidates = checks
    .filter((check) => check.status === "met")
    .flatMap((check) =>
      check.evidence.filter((quote) => quote.speaker === "trainee").map((receipt) => ({ check, receipt })),
    )
    .map((candidate) => ({ ...candidate, rise: trustRise(talk, candidate.receipt) }))
    .toSorted((a, b) => (b.rise?.by ?? 0) - (a.rise?.by ?? 0) || b.check.weight - a.check.weight);
  const [best] = candidates;
  if (!best) return null;
  const name = best.rise && input.bundle.personas.find((persona) => persona.id === best.rise?.buyerId)?.name;
  const effect = name ? table(talk.locale).goodThen(name) : best.check.why;
  return { text: `${best.check.title}${talk.locale === "zh-CN" ? "：" : ". "}${effect}`, receipt: best.receipt };
}

function trustRise(talk: Talk, receipt: Quote) {
  const turn = talk.message(receipt.messageId)?.turn;
  return talk.state.shifts.find((shift) => shift.turn === turn && shift.meter === "trust" && shift.by > 0);
}

/** Notes beside the transcript: at most one of each kind a message. */
export function marginNotes(input: JudgeInput, checks: CheckResult[]): MarginNote[] {
  const notes: MarginNote[] = [];
  const stop = input.bundle.scenario.locale === "zh-CN" ? "。" : ". ";
  const add = (note: MarginNote) => {
    if (!notes.some((other) => other.messageId === note.messageId && other.kind === note.kind)) notes.push(note);
  };
  for (const check of checks.toSorted((a, b) => b.weight - a.weight)) {
    for (const quote of check.evidence) {
      if (check.status === "met" && quote.speaker === "trainee")
        add({ kind: "good", messageId: quote.messageId, text: check.title, quote });
      if (check.status !== "not_met") continue;
      add({
        kind: "missed",
        messageId: quote.messageId,
        text: `${check.title}${stop}${check.why}`,
        quote,
      });
      if (check.tryThis) add({ kind: "try", messageId: quote.messageId, text: check.tryThis, quote: null });
      break;
    }
  }
  for (const message of input.messages)
    for (const flag of message.flags)
      add({
        kind: "claim",
        messageId: message.id,
        text: `${flag.label}${stop}${flag.safer}`,
        quote: quoteSpan(message, flag.span)[0] ?? null,
      });
  return notes;
}
