import { APICallError } from "@ai-sdk/provider";

/** A call that went through and gave nothing usable: `empty`, `stalled`, `too_slow`, or the finish reason. */
export class UnusableReply extends Error {
  constructor(readonly reason: string) {
    super(`the model's reply is unusable: ${reason}`);
    this.name = "UnusableReply";
  }
}

/**
 * How long a server asked to be left alone, in milliseconds, or null when it did not ask.
 * `Retry-After` is seconds or an HTTP date (RFC 9110 §10.2.3); `retry-after-ms` is what OpenAI sends beside it.
 */
export function retryAfterMs(error: unknown, now: number): number | null {
  if (!APICallError.isInstance(error)) return null;
  const headers = error.responseHeaders ?? {};
  const exact = Number(headers["retry-after-ms"]);
  if (Number.isFinite(exact) && exact > 0) return exact;
  const given = headers["retry-after"];
  if (given === undefined) return null;
  const seconds = Number(given);
  if (Number.isFinite(seconds)) return seconds > 0 ? seconds * 1000 : null;
  const date = Date.parse(given);
  return Number.isNaN(date) || date <= now ? null : date - now;
}
