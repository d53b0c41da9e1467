import { shared } from "./lexicon";
import type { Sight } from "./sight";

/** the seller's own side */
export const own = /\b(?:we|we're|we've|our|ours|us|i)\b|我们|咱们|合同(?:里|上)|条款/;
export const butFirst = /^(?:yes,? |well,? |ok,? )?but\b|^(?:但是?|不过|可是)/;

/** "So you'd pay for …", "等于…": opens a finding about the buyer's side */
const finds =
  /^(?:(?:and|so|then|ok|right|well),? )*(?:(?:that|which|it) (?:means|leaves) )?(?:you\b|you'd|you're|you've|your\b|(?:paying|losing|being|having) |that's [£$€]?\d|those\b|all (?:that|those)\b)|^(?:那|所以|也就是说?|就是说|相当于|等于(?:是|说)?|合着|难怪|这不就是)|^(?:您|你)(?:那|其实|等于)/;
const gains =
  /\b(?:get|gets|save[sd]?|avoid|gain|earn|cut|reduce|no longer|won't|be able|helps?|lets?|frees?)\b|省|避免|不用再|减少|提高|帮|让您|能给|可以/;
/** the buyer has been through this before */
const heardBefore =
  /\byou(?:'ve| have| must have| will have)? (?:probably |surely )?(?:heard|seen|had) (?:that|this|it|these|enough)\b|(?:话|这套|说法|承诺|保证).{0,6}(?:听(?:得|过)?(?:太|很)?(?:多|够)|听腻)/;

/** Names in own words what the buyer just objected, or a fact told: nothing of the seller's own in it. */
export function findsOut(sight: Sight): boolean {
  const { text, content, context, hits, table, form } = sight;
  if (form !== undefined || own.test(text) || butFirst.test(text) || context.lastText === "") return false;
  if (heardBefore.test(text)) return context.open.length > 0;
  if (
    (hits.has("present_value") && gains.test(text)) ||
    !finds.test(text) ||
    context.product.some((word) => text.includes(word))
  )
    return false;
  const told = new Set([...context.lastContent, ...context.toldContent]);
  const both = shared(content, told);
  const wanted = /\p{Script=Han}/u.test(text) ? 1 : 2;
  return both >= wanted && both * 3 >= content.size && !table.cues.sweeping.test(text);
}
