import { addDays, formatISO, isWeekend, parseISO } from "date-fns";
import { z } from "zod";
import { hash } from "@/agents/models/offline/buyer/hash";
import type { Tool, ToolContext } from "@/lib/contracts/tools";
import type { Locale } from "@/lib/contracts/vocabulary";

const inputSchema = z.strictObject({
  on: z.iso.date().optional().describe("the day that was proposed, YYYY-MM-DD"),
  from: z.iso.date().optional().describe("earliest day, YYYY-MM-DD; the day after this talk where absent"),
  minutes: z.number().int().min(15).max(180).optional().describe("length; 30 where absent"),
  count: z.number().int().min(1).max(5).optional().describe("how many slots; 2 where absent"),
});
export type SlotQuery = z.infer<typeof inputSchema>;

const slotSchema = z.object({ date: z.iso.date(), time: z.string(), end: z.string(), label: z.string() });
const outputSchema = z.object({
  slots: z.array(slotSchema),
  /** the day asked for is no working day, or past */
  moved: z.boolean(),
});
export type Slots = z.infer<typeof outputSchema>;
type Slot = z.infer<typeof slotSchema>;

/** Working hours in minutes of the day, lunch left out. */
const hours: Record<Locale, readonly (readonly [number, number])[]> = {
  en: [
    [9 * 60, 12 * 60 + 30],
    [13 * 60 + 30, 17 * 60],
  ],
  "zh-CN": [
    [9 * 60, 12 * 60],
    [14 * 60, 17 * 60 + 30],
  ],
};
const step = 30;
/** Of five half hours, so many are free. */
const freeOfFive = 2;
/** Days looked at before giving up; a week is never wholly taken. */
const horizon = 15;

const isoDay = (day: Date) => formatISO(day, { representation: "date" });
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

function label(day: Date, minutes: number, locale: Locale): string {
  const zh = locale === "zh-CN";
  const date = new Intl.DateTimeFormat(zh ? "zh-CN" : "en-GB", { weekday: "long", day: "numeric", month: "long" });
  return zh ? `${date.format(day)} ${clock(minutes)}` : `${date.format(day)} at ${clock(minutes)}`;
}

/** Half hours of a day at which a meeting of that length fits, and those of them that are free. */
function dayOf(date: string, minutes: number, { locale, seed }: ToolContext): { fits: number[]; free: number[] } {
  const fits = hours[locale].flatMap(([opens, closes]) => {
    const starts = Math.floor((closes - opens - minutes) / step) + 1;
    return Array.from({ length: Math.max(0, starts) }, (_, at) => opens + at * step);
  });
  return { fits, free: fits.filter((at) => hash(seed, "calendar", date, at) % 5 < freeOfFive) };
}

/**
 * Free times in this buyer's calendar after the day of the talk: the same for the whole session, on working days from Monday to
 * Friday. Knows no public holidays. A working day that was asked for always has one.
 */
function freeSlots(query: SlotQuery, context: ToolContext): Slots {
  const { minutes = 30, count = 2 } = query;
  const earliest = addDays(parseISO(context.date), 1);
  const wanted = query.on ?? query.from;
  let day = wanted === undefined || parseISO(wanted) < earliest ? earliest : parseISO(wanted);
  const moved = query.on !== undefined && (isWeekend(day) || isoDay(day) !== query.on);
  const slots: Slot[] = [];
  for (let seen = 0; seen < horizon && slots.length < count; seen += 1, day = addDays(day, 1)) {
    if (isWeekend(day)) continue;
    const date = isoDay(day);
    const { fits, free } = dayOf(date, minutes, context);
    const some = fits[hash(context.seed, "calendar", date) % Math.max(1, fits.length)];
    const open = free.length > 0 ? free : some === undefined ? [] : [some];
    // Two offers of one day lie apart, as somebody would name them.
    const spread = open.length > 2 ? [open[0], open[Math.floor(open.length / 2)]] : open;
    for (const at of spread) {
      if (at === undefined || slots.length >= count) continue;
      slots.push({ date, time: clock(at), end: clock(at + minutes), label: label(day, at, context.locale) });
    }
  }
  return { slots, moved };
}

export const calendarSlots: Tool<SlotQuery, Slots> = {
  name: "calendar_slots",
  permission: "session:practise",
  description: {
    en: "Times at which you are free for a next step: working days after this talk, in working hours.",
    "zh-CN": "查您有空的时间，用来定下一步：聊天之后的工作日、工作时间内。",
  },
  input: inputSchema,
  output: outputSchema,
  timeoutMs: 50,
  cost: "in_process",
  sideEffects: false,
  run: freeSlots,
  tell: ({ slots, moved }, { locale }) => {
    const zh = locale === "zh-CN";
    const free = slots.map((slot) => slot.label).join(zh ? "、" : ", ");
    const none = zh ? "那天不是工作日。" : "That day is no working day. ";
    return `${moved ? none : ""}${zh ? `有空：${free}` : `Free: ${free}`}`;
  },
};
