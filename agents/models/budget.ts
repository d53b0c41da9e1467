/** Most tokens one reply may take, thinking included; a spoken turn is far shorter. */
export const replyTokenCap = 1_200;

/**
 * Rough tokens of a text, on the high side: 4 characters of Latin script, 1 of Han, Kana or Hangul.
 * Source: OpenAI's rule of thumb for English; o200k counts 0.7–1.1 per Chinese character.
 */
export function estimateTokens(text: string): number {
  let wide = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x2e7f) wide++;
  return wide + Math.ceil((text.length - wide) / 4);
}
