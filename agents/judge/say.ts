import type { Locale } from "@/lib/contracts/vocabulary";

/** The judge's sentences: what decided a check. Short, about acts, in the language of the talk. */
const sentencesByLocale = {
  en: {
    shown: (p: Params) => `Message ${p.n} shows it.`,
    shownOften: (p: Params) => `Done ${p.got} times; ${p.want} were asked for.`,
    short: (p: Params) => `Done ${p.got} of the ${p.want} times asked for.`,
    absent: (p: Params) => `Read messages ${p.from} to ${p.to}; no line does it.`,
    clean: (p: Params) => `Read messages ${p.from} to ${p.to}; nothing of the kind was said.`,
    instead: (p: Params) => `Message ${p.n} did something else.`,
    against: (p: Params) => `Message ${p.n} goes against it.`,
    noTrigger: () => "The occasion never came, so it does not count.",
    endedFirst: () => "The talk ended before it was due, so it does not count.",
    undecided: () => "No line shows this either way. It does not count.",
    needs: (p: Params) => `${p.got} of ${p.want} needs were on the table when the offer began.`,
    needsByEnd: (p: Params) => `${p.got} of ${p.want} needs were told by the end, and no offer began.`,
    length: (p: Params) => `Half of the messages have ${p.got} words or fewer; the longest has ${p.max}.`,
    late: (p: Params) => `It came in turn ${p.turn}.`,
    missing: (p: Params) => `Due after message ${p.n} and not said: ${p.what}.`,
    before: (p: Params) => `The concern was out by turn ${p.turn}, before the answer.`,
    undated: (p: Params) => `Message ${p.n} proposes a step, but not both a day and who does what.`,
    withoutDecider: (p: Params) => `The step in message ${p.n} leaves out who decides.`,
    unheard: (p: Params) => `Message ${p.n} answers at once; the objection had not been acknowledged.`,
    surface: (p: Params) => `Message ${p.n} answered the words; what was behind them had not been said.`,
  },
  "zh-CN": {
    shown: (p: Params) => `第 ${p.n} 条就是。`,
    shownOften: (p: Params) => `做到 ${p.got} 次，要求 ${p.want} 次。`,
    short: (p: Params) => `${p.want} 次里做到 ${p.got} 次。`,
    absent: (p: Params) => `查了第 ${p.from} 到 ${p.to} 条，没有一句做到。`,
    clean: (p: Params) => `查了第 ${p.from} 到 ${p.to} 条，没有出现这类话。`,
    instead: (p: Params) => `第 ${p.n} 条做的是别的事。`,
    against: (p: Params) => `第 ${p.n} 条与此相反。`,
    noTrigger: () => "没有出现这样的时机，不计分。",
    endedFirst: () => "还没到该说的时候对话就结束了，不计分。",
    undecided: () => "没有原话能说明，不计分。",
    needs: (p: Params) => `开始谈方案时，只问出 ${p.want} 项需求中的 ${p.got} 项。`,
    needsByEnd: (p: Params) => `到结束时只问出 ${p.want} 项需求中的 ${p.got} 项，还没谈到方案。`,
    length: (p: Params) => `一半的消息不超过 ${p.got} 字，最长 ${p.max} 字。`,
    late: (p: Params) => `到第 ${p.turn} 轮才出现。`,
    missing: (p: Params) => `第 ${p.n} 条之后该说而没说：${p.what}。`,
    before: (p: Params) => `第 ${p.turn} 轮已经问出真正的顾虑，之后才回应。`,
    undated: (p: Params) => `第 ${p.n} 条提了下一步，但没有同时说清哪天、谁来做。`,
    withoutDecider: (p: Params) => `第 ${p.n} 条的下一步没有带上拍板的人。`,
    unheard: (p: Params) => `第 ${p.n} 条直接就回应了，没有先接住对方的话。`,
    surface: (p: Params) => `第 ${p.n} 条只回应了表面的话，背后的原因还没说出来。`,
  },
} as const;

interface Params {
  n?: number;
  got?: number;
  want?: number;
  max?: number;
  from?: number;
  to?: number;
  turn?: number;
  what?: string;
}

export function say(locale: Locale, key: keyof (typeof sentencesByLocale)["en"], params: Params = {}): string {
  return sentencesByLocale[locale][key](params);
}
