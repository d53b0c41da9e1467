import type { ClaimedTurn } from "@/agents/turn/ports";
import type { ProductSheet, Scenario, ScenarioBundle } from "@/lib/contracts/content";
import type { Perception } from "@/lib/contracts/moves";
import type { ToolNote } from "@/lib/contracts/tools";
import type { Locale } from "@/lib/contracts/vocabulary";
import { callTool, type TurnTools } from "./call";
import type { Slots } from "./calendar";
import type { Period } from "./figures";
import { searchSheet } from "./sheet";
import { sumToDo, type SumToDo } from "./sums";

/** Longest the first word waits for a tool behind a network that the scenario asks. */
export const lookupMs = 400;

const perPeriod: Record<Locale, Record<Period, string>> = {
  en: { day: " a day", week: " a week", month: " a month", quarter: " a quarter", year: " a year" },
  "zh-CN": { day: "每天", week: "每周", month: "每月", quarter: "每季度", year: "每年" },
};

/** What a sum is for: "a licence a month", 每账号每月. */
function unitOf({ each, per }: SumToDo, locale: Locale): string {
  const period = per === undefined ? "" : perPeriod[locale][per];
  if (each === undefined) return period;
  return locale === "en" ? ` ${/^[aeiou]/u.test(each) ? "an" : "a"} ${each}${period}` : `每${each}${period}`;
}

const prices = new Set(["quote_price", "offer_discount"]);
/** Sums whose result can be said alone: the rest means nothing without what it was taken from. */
const tellsAlone = new Set(["total", "discount", "per_unit"]);

/** A step at which two people meet, and not one at which something is sent. */
const meets: Record<Locale, RegExp> = {
  en: /\b(?:call|phone|meet|meeting|visit|talk|speak|demo|session|sit down|walk (?:you )?through|go through|review|come (?:by|over|out|down)|on[- ]site|minutes|zoom|teams|video|catch up|stop by)\b/iu,
  "zh-CN": /电话|会议|开会|见面|面谈|拜访|过来|过去|上门|演示|聊|碰|现场|视频|通话|看一下|测试|勘测/u,
};
/** A time of the day that was named already. */
const clock =
  /\b\d{1,2}(?::\d\d)?\s?(?:am|pm|o'clock)\b|\b\d{1,2}:\d\d\b|\b(?:at|by) (?:noon|\d{1,2})\b|[\d一二三四五六七八九十两]点/iu;

async function countAloud(
  claimed: ClaimedTurn,
  perception: Perception,
  tools: TurnTools,
  signal: AbortSignal,
): Promise<ToolNote[]> {
  if (!perception.moves.some((move) => prices.has(move.type))) return [];
  const { locale } = tools.context;
  const earlier = claimed.transcript.map((line) => line.text);
  const quotes = new Set(claimed.state.moves.flatMap((one) => (one.type === "quote_price" ? [one.messageId] : [])));
  const quoted = claimed.transcript.flatMap((line) => (quotes.has(line.messageId) ? [line.text] : []));
  const published = tools.context.sheet.passages.map((passage) => passage.text);
  const sum = sumToDo({ locale, text: claimed.text, earlier, quoted, published });
  if (sum === null) return [];
  const done = await callTool("price_calculator", sum.input, tools, { signal });
  if (done.outcome !== "ok") return [];
  const unit = unitOf(sum, locale);
  const { figure } = done.value as { figure: string }; // sound: parsed by the tool's own output schema
  const zh = locale === "zh-CN";
  const alone = tellsAlone.has(sum.input.operation) ? { figure: zh ? `${unit}${figure}` : `${figure}${unit}` } : {};
  const text = zh && unit !== "" ? `${done.text}（${unit}）` : `${done.text}${unit}`;
  return [{ tool: "price_calculator", text, ...alone }];
}

async function lookAtCalendar(
  text: string,
  perception: Perception,
  tools: TurnTools,
  signal: AbortSignal,
): Promise<ToolNote[]> {
  const proposed = perception.moves.findLast((move) => move.type === "propose_next_step");
  // Without a day there is nothing to agree to, and the buyer does not make the seller's proposal for them.
  if (proposed?.date === undefined || !meets[tools.context.locale].test(text) || clock.test(text)) return [];
  const found = await callTool("calendar_slots", { on: proposed.date }, tools, { signal });
  if (found.outcome !== "ok") return [];
  const { slots, moved } = found.value as Slots; // sound: parsed by the tool's own output schema
  const free = slots.map(({ date, time, label }) => ({ date, time, label }));
  return [{ tool: "calendar_slots", text: found.text, ...(moved ? {} : { slots: free }) }];
}

type Lookup = NonNullable<Scenario["lookups"]>[number];

async function lookUp(
  { tool, topics, input }: Lookup,
  claimed: ClaimedTurn,
  perception: Perception,
  tools: TurnTools,
  signal: AbortSignal,
): Promise<ToolNote[]> {
  const touched = perception.moves.find((move) => move.topic !== undefined && topics.includes(move.topic));
  if (touched === undefined) return [];
  const label = claimed.bundle.scenario.topics.find((topic) => topic.id === touched.topic)?.label ?? "";
  const filled = Object.entries(input).map(([name, value]) => [
    name,
    typeof value === "string" ? value.replaceAll("{topic}", label) : value,
  ]);
  const options = { signal, withinMs: lookupMs, mayWait: true };
  const found = await callTool(tool, Object.fromEntries(filled), tools, options);
  return found.outcome === "ok" && found.text !== "" ? [{ tool, text: found.text }] : [];
}

/** Most passages a buyer is taken to have read about one message. */
const mostPassages = 3;

/** Passages of the product sheet on the topics a message touches, through the tool where the scenario names it. */
export async function passagesOn(
  { scenario }: ScenarioBundle,
  perception: Perception,
  tools: TurnTools,
): Promise<ProductSheet["passages"]> {
  const topics = [...new Set(perception.moves.flatMap((move) => move.topic ?? []))];
  const query = { topics, most: mostPassages };
  if (topics.length === 0) return [];
  if (tools.find("product_sheet") === undefined) return searchSheet(scenario.sheet, query);
  const found = await callTool("product_sheet", query, tools, { signal: new AbortController().signal });
  if (found.outcome !== "ok") return [];
  const { passages } = found.value as { passages: { id: string }[] }; // sound: parsed by the tool's own output schema
  return passages.flatMap(({ id }) => scenario.sheet.passages.find((passage) => passage.id === id) ?? []);
}

/**
 * Asks the tools that bear on a message, before anyone speaks: a sum on prices just named, times for a step just proposed, and
 * what the scenario wants looked up. Code decides which; what fails or comes late is left out. Rejects only when stopped.
 */
export async function consult(
  claimed: ClaimedTurn,
  perception: Perception,
  tools: TurnTools,
  signal: AbortSignal,
): Promise<ToolNote[]> {
  const asks: Promise<ToolNote[]>[] = [];
  if (tools.find("price_calculator")) asks.push(countAloud(claimed, perception, tools, signal));
  if (tools.find("calendar_slots")) asks.push(lookAtCalendar(claimed.text, perception, tools, signal));
  for (const one of claimed.bundle.scenario.lookups ?? []) asks.push(lookUp(one, claimed, perception, tools, signal));
  return (await Promise.all(asks)).flat();
}
