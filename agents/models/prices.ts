import type { Prices } from "@/lib/contracts/usage";

/** Names the table in records, so that old costs can be told from new ones. */
export const priceTableVersion = "2026-06";

/**
 * List prices of hosted models as published in June 2026, without discounts for caches or batches, so never too low. They
 * change: `AI_PRICES` overrides and adds. Source: OpenAI's pricing page.
 */
const listed: Prices = {
  "openai:gpt-5.5": { input: 5, output: 30 },
  "openai:gpt-5.4": { input: 2.5, output: 15 },
  "openai:gpt-5.4-mini": { input: 0.75, output: 4.5 },
  "openai:gpt-5.4-nano": { input: 0.2, output: 1.25 },
  "openai:gpt-5.1": { input: 1.25, output: 10 },
  "openai:gpt-5": { input: 1.25, output: 10 },
  "openai:gpt-5-mini": { input: 0.25, output: 2 },
  "openai:gpt-5-nano": { input: 0.05, output: 0.4 },
  "openai:gpt-4.1": { input: 2, output: 8 },
  "openai:gpt-4.1-mini": { input: 0.4, output: 1.6 },
  "openai:gpt-4.1-nano": { input: 0.1, output: 0.4 },
  "openai:gpt-4o": { input: 2.5, output: 10 },
  "openai:gpt-4o-mini": { input: 0.15, output: 0.6 },
};

/** The table with a deployment's own prices over it. */
export const pricesWith = (own: Prices): Prices => ({ ...listed, ...own });

/** Millionths of a dollar, rounded up: a dollar for a million tokens is a millionth for one. Null when nobody knows the price. */
export function costOf(prices: Prices, model: string, inputTokens: number, outputTokens: number): number | null {
  if (model === "offline" || model === "safe") return 0;
  const price = prices[model];
  return price === undefined ? null : Math.ceil(inputTokens * price.input + outputTokens * price.output);
}
