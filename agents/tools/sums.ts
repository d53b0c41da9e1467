import type { Locale } from "@/lib/contracts/vocabulary";
import type { Sum } from "./calculator";
import { discountIn, durationIn, instalmentsIn, pricesIn, quantityOf, type Period, type Price } from "./figures";

/** A sum a buyer would do on what was just said, and what its result is for: one of a thing, a month of it. */
export interface SumToDo {
  input: Sum;
  each?: string;
  per?: Period;
}

export interface Heard {
  locale: Locale;
  /** the seller's message */
  text: string;
  /** all that was said before, the latest last */
  earlier: readonly string[];
  /** of that, the seller's lines that quoted a price */
  quoted: readonly string[];
  /** what anybody may have read */
  published: readonly string[];
}

/** A new price takes the place of one that lies so near; further away it is the price of something else. */
const nearBy = 0.3;

/** The price that was last quoted, when that line named one alone. */
function priceBefore({ quoted, locale }: Heard): Price | undefined {
  const prices = pricesIn(quoted.at(-1) ?? "", locale);
  return prices.length === 1 ? prices[0] : undefined;
}

/** How many, as said in the message, else last in the talk, else in what was published. */
function quantityFor(thing: string, { text, earlier, published, locale }: Heard): string | undefined {
  for (const line of [text, ...earlier.toReversed(), ...published]) {
    const found = quantityOf(thing, line, locale);
    if (found !== undefined) return found;
  }
  return undefined;
}

const forOne = ({ thing, period }: Price) => ({
  ...(thing ? { each: thing } : {}),
  ...(period ? { per: period } : {}),
});

function totalOf(price: Price, heard: Heard): SumToDo | null {
  if (price.thing === undefined) return null;
  const quantity = quantityFor(price.thing, heard);
  if (quantity === undefined) return null;
  const { amount, currency, period } = price;
  const periods = period === undefined ? undefined : durationIn(heard.text, period, heard.locale);
  const input: Sum = { operation: "total", amount, quantity, currency, ...(periods === undefined ? {} : { periods }) };
  return { input, ...(period !== undefined && periods === undefined ? { per: period } : {}) };
}

function differenceOf(price: Price, before: Price | undefined): SumToDo | null {
  if (before === undefined || before.thing !== price.thing || before.period !== price.period) return null;
  const [old, now] = [Number(before.amount), Number(price.amount)];
  if (before.currency !== price.currency || old === now || Math.abs(now - old) > old * nearBy) return null;
  const input: Sum = { operation: "difference", amount: before.amount, other: price.amount, currency: price.currency };
  return { input, ...forOne(price) };
}

/**
 * The one sum a buyer would do in their head on this message, or null when it is not clear which. Uses only figures that were
 * said aloud or published.
 */
export function sumToDo(heard: Heard): SumToDo | null {
  const { text, locale } = heard;
  const prices = pricesIn(text, locale);
  const price = prices.length === 1 ? prices[0] : undefined;
  const base = price ?? (prices.length === 0 ? priceBefore(heard) : undefined);
  if (base === undefined) return null;
  const { amount, currency } = base;
  const percent = discountIn(text, locale);
  if (percent !== undefined) return { input: { operation: "discount", amount, percent, currency }, ...forOne(base) };
  const parts = instalmentsIn(text, locale);
  if (parts !== undefined) return { input: { operation: "instalments", amount, quantity: parts, currency } };
  if (price === undefined) return null;
  const other = totalOf(price, heard) ?? differenceOf(price, priceBefore(heard));
  if (other !== null) return other;
  if (price.thing === undefined && price.period === "year" && Number(amount) >= 1_000) {
    return { input: { operation: "per_unit", amount, quantity: "12", currency }, per: "month" };
  }
  return null;
}
