import { Decimal } from "decimal.js";
import { z } from "zod";
import type { Tool, ToolContext } from "@/lib/contracts/tools";
import type { Locale } from "@/lib/contracts/vocabulary";

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

const figure = z.union([z.number().min(-1e12).max(1e12), z.string().regex(/^-?\d{1,13}(?:\.\d{1,6})?$/)]);
const needs = {
  total: ["quantity"],
  discount: ["percent"],
  per_unit: ["quantity"],
  instalments: ["quantity"],
  difference: ["other"],
} as const;

/** One flat object, since providers take no unions at the top of a tool's schema. */
const inputSchema = z
  .strictObject({
    operation: z
      .enum(["total", "discount", "per_unit", "instalments", "difference"])
      .describe(
        "total: amount × quantity × periods · discount: percent off amount · per_unit: amount ÷ quantity · instalments: amount in quantity parts · difference: other − amount",
      ),
    amount: figure.describe("a price or sum"),
    quantity: figure.optional().describe("how many units, or parts"),
    periods: figure.optional().describe("how many months or years, for total"),
    percent: figure.optional().describe("0–100, for discount"),
    other: figure.optional().describe("the sum to compare with, for difference"),
    currency: z.string().max(3).optional().describe("as it is written: £, $, €, ¥ or 元"),
  })
  .superRefine((input, context) => {
    for (const name of needs[input.operation]) {
      if (input[name] === undefined) context.addIssue({ code: "custom", path: [name], message: "is needed" });
    }
    const divides = input.operation === "per_unit" || input.operation === "instalments";
    if (divides && input.quantity !== undefined && !new Exact(input.quantity).gt(0))
      context.addIssue({ code: "custom", path: ["quantity"], message: "must be above zero" });
    if (input.operation === "instalments" && input.quantity !== undefined) {
      const parts = new Exact(input.quantity);
      if (!parts.isInteger() || parts.gt(120))
        context.addIssue({ code: "custom", path: ["quantity"], message: "must be a whole number up to 120" });
    }
    if (input.percent !== undefined && (new Exact(input.percent).lt(0) || new Exact(input.percent).gt(100)))
      context.addIssue({ code: "custom", path: ["percent"], message: "must be from 0 to 100" });
  });
export type Sum = z.input<typeof inputSchema>;

const outputSchema = z.object({
  /** plain decimal, at most two places, half up */
  result: z.string(),
  /** false when it was rounded */
  exact: z.boolean(),
  /** the result as it is written in the talk */
  figure: z.string(),
  /** the whole sum, as somebody would put it down */
  text: z.string(),
});
type Answer = z.infer<typeof outputSchema>;

const places = 2;
const round = (value: Decimal) => value.toDecimalPlaces(places);

/** 84360 → "84,360" or, in Chinese, "8.436万"; cents only where there are any. */
function write(value: Decimal, locale: Locale): string {
  const rounded = round(value);
  if (locale === "zh-CN" && rounded.abs().gte(10_000)) {
    const wan = rounded.div(10_000);
    if (wan.decimalPlaces() <= 4) return `${wan.toFixed()}万`;
  }
  const [whole = "0", cents] = (rounded.isInteger() ? rounded.toFixed(0) : rounded.toFixed(places)).split(".");
  const grouped = locale === "en" ? whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",") : whole;
  return cents === undefined ? grouped : `${grouped}.${cents}`;
}

function money(value: Decimal, currency: string | undefined, locale: Locale): string {
  const text = write(value.abs(), locale);
  const signed = value.isNegative() && !value.isZero() ? "−" : "";
  if (currency === undefined || currency === "") return signed + text;
  return /^[$€£¥￥]$/u.test(currency) ? `${signed}${currency}${text}` : `${signed}${text}${currency}`;
}

/** Equal parts in whole cents; the cents that are left over go to the first ones. */
function split(amount: Decimal, count: number): [Decimal, Decimal, number] {
  const cents = round(amount).times(100);
  const low = cents.div(count).floor();
  const over = cents.minus(low.times(count)).toNumber();
  return [low.plus(over > 0 ? 1 : 0).div(100), low.div(100), over];
}

function calculate(input: Sum, { locale }: Pick<ToolContext, "locale">): Answer {
  const amount = new Exact(input.amount);
  const quantity = new Exact(input.quantity ?? 1);
  const periods = new Exact(input.periods ?? 1);
  const cash = (value: Decimal) => money(value, input.currency, locale);
  const plain = (value: Decimal) => write(value, locale);
  const answer = (value: Decimal, text: string, exact = round(value).eq(value)): Answer => ({
    result: round(value).toFixed(),
    exact,
    figure: cash(value),
    text,
  });
  const equals = (value: Decimal) => `${round(value).eq(value) ? "=" : "≈"} ${cash(value)}`;
  const zh = locale === "zh-CN";
  switch (input.operation) {
    case "total": {
      const total = amount.times(quantity).times(periods);
      const by = input.periods === undefined ? "" : ` × ${plain(periods)}`;
      return answer(total, `${plain(quantity)} × ${cash(amount)}${by} ${equals(total)}`);
    }
    case "discount": {
      const percent = new Exact(input.percent ?? 0);
      const left = amount.minus(amount.times(percent).div(100));
      const off = cash(round(amount).minus(round(left)));
      const text = zh
        ? `${cash(amount)}减${percent.toFixed()}%，少${off}，剩${cash(left)}`
        : `${percent.toFixed()}% off ${cash(amount)} is ${off}; ${cash(left)} is left`;
      return answer(left, text);
    }
    case "per_unit": {
      const each = amount.div(quantity);
      return answer(each, `${cash(amount)} ÷ ${plain(quantity)} ${equals(each)}`);
    }
    case "instalments": {
      const count = quantity.toNumber();
      const [first, rest, over] = split(amount, count);
      const even = over === 0 ? "" : zh ? `，前${over}期${cash(first)}` : `, the first ${over} of them ${cash(first)}`;
      const text = zh
        ? `${cash(amount)}分${count}期，每期${cash(rest)}${even}`
        : `${cash(amount)} in ${count} parts: ${cash(rest)} each${even}`;
      return answer(rest, text, over === 0);
    }
    case "difference": {
      const other = new Exact(input.other ?? 0);
      const gap = other.minus(amount);
      const share = amount.isZero() ? null : gap.div(amount).times(100).toDecimalPlaces(1).abs().toFixed();
      const more = gap.isNegative() ? (zh ? "少" : "less") : zh ? "多" : "more";
      const tail = share === null ? "" : zh ? `，${more}${share}%` : `, ${share}% ${more}`;
      return answer(gap.abs(), `${cash(other)} − ${cash(amount)} ${equals(gap)}${tail}`);
    }
  }
}

/** Sums on prices that were named: exact decimals, rounded once, half up, to whole cents. */
export const priceCalculator: Tool<Sum, Answer> = {
  name: "price_calculator",
  permission: "session:practise",
  description: {
    en: "Does one sum on prices named in this talk: a total, a discount, a price per unit, instalments, or the difference of two.",
    "zh-CN": "对聊天里提到的价格做一次计算：合计、折扣、单价、分期或差额。",
  },
  input: inputSchema,
  output: outputSchema,
  timeoutMs: 50,
  cost: "in_process",
  sideEffects: false,
  run: calculate,
  tell: ({ text }) => text,
};
