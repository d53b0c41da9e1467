import type { Locale } from "@/lib/contracts/vocabulary";
import { draw, type Ledger, type Line } from "./ledger";

/** Counted aloud: what a price comes to. */
const sums: Record<Locale, string[]> = {
  en: ["So {figure}.", "{figure}, then.", "That makes {figure}.", "Which is {figure}.", "{figure} by my count."],
  "zh-CN": ["算下来{figure}", "那就是{figure}", "合{figure}", "{figure}，我算了下", "也就是{figure}"],
};

/** A time of the day that was agreed to. */
const times: Record<Locale, string[]> = {
  en: ["Make it {time}.", "Say {time}.", "{time} is free.", "I have {time}."],
  "zh-CN": ["{time}吧", "我{time}有空", "定{time}", "{time}可以"],
};

const priced = new Set(["price", "discount_traded", "discount_bare"]);

/** The sum on a price that was just named, where the reply is about it; null where nobody did one. */
export function countAloud(ledger: Ledger): Line | null {
  const { plan, notes, locale } = ledger.view;
  if (plan.ending || plan.answer?.kind !== "react" || !priced.has(plan.answer.to)) return null;
  const figure = notes?.find((note) => note.figure !== undefined)?.figure;
  return figure === undefined ? null : draw(ledger, "sum", sums[locale], { slots: { figure } });
}

/** A free time on the day agreed on, after the words that agree to it. */
export function nameTime(ledger: Ledger): Line | null {
  const { plan, notes, locale } = ledger.view;
  if (plan.ending?.outcome !== "follow_up") return null;
  const time = notes?.find((note) => note.slots !== undefined)?.slots?.[0]?.time;
  return time === undefined ? null : draw(ledger, "time_of_day", times[locale], { slots: { time } });
}
