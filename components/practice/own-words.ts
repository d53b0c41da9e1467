/** A span of a message as it stands between quotation marks: without the comma it was cut off at. */
export function ownWords(quote: string): string {
  return quote.trim().replace(/[,;，；、]$/u, "");
}
