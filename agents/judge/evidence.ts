import type { Quote } from "@/lib/contracts/debrief";
import type { Span } from "@/lib/contracts/moves";
import type { Message } from "@/lib/contracts/session";
import { sentences } from "./words";

/** A quote cut from the message itself, with outer white space left out. None when nothing is left. */
export function quoteSpan(message: Message, span: Span): Quote[] {
  const raw = message.text.slice(span.start, span.end);
  const quote = raw.trim();
  if (!quote) return [];
  const start = span.start + raw.indexOf(quote);
  return [
    {
      messageId: message.id,
      messageNumber: message.number,
      speaker: message.speaker,
      start,
      end: start + quote.length,
      quote,
    },
  ];
}

/** Reads a quote again: the words must stand in that message, at that place, said by that speaker. */
export function isProved(quote: Quote, messages: Message[]): boolean {
  const message = messages.find((candidate) => candidate.id === quote.messageId);
  return (
    message !== undefined &&
    message.status === "complete" &&
    message.speaker === quote.speaker &&
    message.number === quote.messageNumber &&
    quote.quote.length > 0 &&
    message.text.slice(quote.start, quote.end) === quote.quote
  );
}

/** Finds words a model says it read. Exact only: a paraphrase proves nothing. */
export function locate(messageId: string, words: string, messages: Message[]): Quote[] {
  const message = messages.find((candidate) => candidate.id === messageId && candidate.status === "complete");
  const wanted = words.trim();
  if (!message || !wanted) return [];
  const start = message.text.indexOf(wanted);
  return start < 0 ? [] : quoteSpan(message, { start, end: start + wanted.length });
}

/** Triples of characters, white space and marks aside: alike in any script. */
function grams(text: string): Set<string> {
  const plain = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
  return new Set(Array.from({ length: Math.max(0, plain.length - 2) }, (_, i) => plain.slice(i, i + 3)));
}

/** One of these lines as it stands in the message, else its sentence that shares most with what they are about. */
export function quoteLike(message: Message, lines: string[], about: string): Quote[] {
  for (const line of lines) {
    const start = message.text.indexOf(line);
    if (start >= 0) return quoteSpan(message, { start, end: start + line.length });
  }
  const wanted = grams(about + lines.join(" "));
  const shared = (span: Span) =>
    [...grams(message.text.slice(span.start, span.end))].filter((g) => wanted.has(g)).length;
  const [best] = sentences(message.text).toSorted((a, b) => shared(b) - shared(a));
  return best ? quoteSpan(message, best) : [];
}
