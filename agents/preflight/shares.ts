import type { Share, Spread } from "@/lib/contracts/preflight";

const z = 1.96;
const points = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 10;

/** A share in points of 100 with its 95 % Wilson interval; of nothing at all nothing is known. */
export function shareOf(hits: number, of: number): Share {
  if (of === 0) return { hits, of, rate: 0, low: 0, high: 100 };
  const share = hits / of;
  const middle = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of);
  const half = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of);
  return { hits, of, rate: points(share), low: points(middle - half), high: points(middle + half) };
}

const tenth = (value: number) => Math.round(value * 10) / 10;

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : tenth(values.reduce((sum, value) => sum + value, 0) / values.length);

export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return { mean: 0, min: 0, max: 0 };
  return { mean: meanOf(values), min: Math.min(...values), max: Math.max(...values) };
}
