import { objectionFor } from "./context";
import { shared } from "./lexicon";
import type { MoveType } from "@/lib/contracts/vocabulary";
import { followsUp } from "./questions";
import type { Draft, Sight } from "./sight";

/** what a seller puts forward */
const offers = new Set<MoveType>([
  "present_value",
  "make_claim",
  "quote_price",
  "offer_discount",
  "address_objection",
  "propose_next_step",
]);

/** The question a clause asks; undefined for a statement. */
export function ask(sight: Sight): Draft | undefined {
  const { form, context, table, before, text, topics, content } = sight;
  if (form === undefined) return undefined;
  const heard = before?.drafts.some((draft) => draft.type === "acknowledge" || draft.type === "empathise") === true;
  const echoed = before !== undefined && (before.named || heard) && before.form === undefined;
  const referred = before?.referred === true && before.clause.sentence >= sight.clause.sentence - 1;
  const asked = before?.form !== undefined && before.clause.sentence === sight.clause.sentence ? before : undefined;
  // "Where does it take you, and what goes with it?": the second half asks on as the first does.
  const goesOn = asked?.drafts.some((draft) => draft.type === "probe") === true;
  // "It does the Friday shift. How would that help?": "that" is what the seller just said.
  const latest = sight.clause.sentence - 1;
  const ofOwn =
    before !== undefined && before.clause.sentence >= latest && before.drafts.some((each) => offers.has(each.type));
  const probing =
    form === "open"
      ? goesOn || followsUp({ text, topics, content, echoed, heard, referred, ofOwn }, context, table.cues)
      : table.cues.referral.test(text) && shared(content, context.lastContent) >= 1;
  const inherited =
    topics[0] ??
    asked?.drafts.find((draft) => draft.type.startsWith("ask") || draft.type === "probe")?.topic ??
    (echoed ? before.topics[0] : undefined) ??
    (ofOwn && table.cues.back.test(text)
      ? (before.drafts.find((each) => each.topic !== undefined)?.topic ?? before.topics[0])
      : undefined) ??
    (probing || table.cues.back.test(text)
      ? [...context.focusTopics, ...context.lastTopics, context.askedTopic].find(
          (topic) => topic !== undefined && context.matters.has(topic),
        )
      : undefined);
  const type = probing ? "probe" : form === "open" ? "ask_open" : "ask_closed";
  const objection = probing ? objectionFor(context, inherited ? [inherited] : [], content, false) : undefined;
  return { type, topic: inherited, objectionId: objection?.id, confidence: 0.8 };
}
