import type { Locale } from "@/lib/contracts/vocabulary";
import type { Sum } from "./calculator";
import { discountIn, durationIn, instalmentsIn, pricesIn, quantityOf, type Period, type Price } from "./figures";

/** A sum a buyer would do on what was just said, and what its result is for: "a month", 每月. */
export interface SumToDo {
  input: Sum;
  per?: Period;
}

export interface Heard {
  locale: Locale;
  /** the seller's message */
  text: string;
  /** what was said before, the latest last */
  earlier: readonly string[];
  /** what anybody may have read */
  published: readonly string[];
}

/** The last price named before this message, for comparing and for taking a discount off. */
function priceBefore({ earlier, locale }: Heard, like?: Price): Price | undefined {
  const same = (price: Price) => like === undefined || (price.thing === like.thing && price.period === like.period);
  return earlier.flatMap((line) => pricesIn(line, locale)).findLast(same);
}

/** How many, as said in the message, else last in the talk, else in what was published. */
function quantityFor(thing: string, { text, earlier, published, locale }: Heard): string | undefined {
  for (const line of [text, ...earlier.toReversed(), ...published]) {
    const found = quantityOf(thing, line, locale);
    if (found !== undefined) return found;
  }
  return undefined;
}

function totalOf(price: Price, heard: Heard): SumToDo | null {
  if (price.thing === undefined) return null;
  const quantity = quantityFor(price.thing, heard);
  if (quantity === undefined) return null;
  const { amount, currency, period } = price;
  const periods = period === undefined ? undefined : durationIn(heard.text, period, heard.locale);
  const input: Sum = { operation: "total", amount, quantity, currency, ...(periods === undefined ? {} : { periods }) };
  return { input, ...(period !== undefined && periods === undefined ? { per: period } : {}) };
}

/**
 * The one sum a buyer would do in their head on this message, or null when it is not clear which. Uses only figures that were
 * said aloud or published.
 */
export function sumToDo(heard: Heard): SumToDo | null {
  const { text, locale } = heard;
  const prices = pricesIn(text, locale);
  const price = prices.length === 1 ? prices[0] : undefined;
  const percent = discountIn(text, locale);
  const base = price ?? (prices.length === 0 ? priceBefore(heard) : undefined);
  if (percent !== undefined && base !== undefined) {
    const { amount, currency, period } = base;
    return { input: { operation: "discount", amount, percent, currency }, ...(period ? { per: period } : {}) };
  }
  const parts = instalmentsIn(text, locale);
  if (parts !== undefined && base !== undefined) {
    return { input: { operation: "instalments", amount: base.amount, quantity: parts, currency: base.currency } };
  }
  if (price === undefined) return null;
  const total = totalOf(price, heard);
  if (total !== null) return total;
  const { amount, currency, period } = price;
  const before = priceBefore(heard, price);
  if (before !== undefined && before.amount !== amount && before.currency === currency) {
    const input: Sum = { operation: "difference", amount: before.amount, other: amount, currency };
    return { input, ...(period ? { per: period } : {}) };
  }
  if (period === "year" && Number(amount) >= 1_000) {
    return { input: { operation: "per_unit", amount, quantity: "12", currency }, per: "month" };
  }
  return null;
}
