import type { SpeakerView } from "@/lib/contracts/speaker";

const name = String.raw`(?<name>\p{Lu}[\p{L}'’-]{2,}(?: \p{Lu}[\p{L}'’-]+){0,2})`;
const title = String.raw`(?:[Cc]hair(?:man|woman|person)?|[Mm]anager|[Dd]irector|[Oo]wner|[Bb]oss|[Hh]ead|[Cc]hief|[Pp]artner|[Ll]ead|[Hh]usband|[Ww]ife|[Bb]rother|[Ss]ister|[Dd]octor|[Cc]lerk|[Tt]echnician|[Ss]upervisor|[Pp]resident|CEO|CFO|COO|CTO|[Bb]ank|[Ss]upplier|[Vv]endor|[Cc]ompetitor|[Rr]ival|[Pp]lant manager)`;
const act = String.raw`(?:quoted?|bids?|offer(?:s|ed)|charg(?:es|ed)|mailed|wrote|sent|sign(?:s|ed)|approv(?:es|ed)|decid(?:es|ed)|chair(?:s|ed)|runs|ran|heads|leads|led|told me|keeps|wants|asked|came (?:back|in)|priced|is (?:cheaper|asking|charging)|gave us|reads|answers for|caught|found)`;
/** Places in a sentence where a person or firm of the buyer's own affairs is named. */
const slots = [
  String.raw`\b[Ii]t(?:['’]s| is| was) ${name}(?:,? (?:that|who|which|he|she|they)\b)`,
  String.raw`\b(?:[Qq]uote|[Bb]id|[Oo]ffer|[Pp]roposal|[Ll]etter|[Pp]rice|[Ii]nvoice|[Cc]laim|[Tt]rial)(?:['’]s| is| was| came| comes)? (?:is )?(?:from|by|with|at|of) ${name}`,
  String.raw`\b${name}(?:['’]s| is| was)? (?:the one (?:who|that) )?${act}\b`,
  String.raw`\b${title},? (?:is |called |named )?${name}`,
  String.raw`\b${name},? (?:is )?(?:the|our|my) (?:\w+ )?${title}\b`,
  String.raw`\b(?:under|goes to|go to|asks?|sits with|lies with|up to|past|promised|promise to|signed by|chaired by|run by) ${name}(?:\b(?! (?:is|was) (?:a|an|in)))`,
].map((source) => new RegExp(source, "gu"));

const calendar =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Easter|Christmas|Summer|Winter|English|American|British|Irish|German|European)$/u;
/** Capitalised because a sentence begins there, or always. */
const noName =
  /^(?:The|That|This|These|Those|There|They|Then|What|Who|Why|How|When|Where|Which|Nobody|Somebody|Everybody|Someone|Everyone|Our|Your|His|Her|Its|Their|And|But|She|You|Not|One|Two|Three|Four|Five|Six|Nine|Ten|All|Each|Another|Other|Only|Just|Operations|Finance|Purchasing|Payroll|Management|Corporate|Legal|Board|Partners|Inspectors|Auditors|Quality|Production|Nurses|Dad|Mom|Mum|God|Whoever|Anybody|Anyone|People|Most|Some|Any|Last|Next|Price|Either|Neither|Both|Sure|Well|Yes|Fine|Okay|Look|Maybe|Still|Even|Says|Says|\p{Lu}\p{Ll}+ly|My|We|He|It|If|So|No|In|On|At|As|By|Mr|Mrs|Ms|Miss|Dr|[A-Z]{2,4})$/u;

/** A person or firm whom a reply names in a place of its own affairs and nobody has named yet. English; null when there is none. */
export function inventedName(text: string, view: SpeakerView, known: readonly string[]): string | null {
  if (view.locale !== "en") return null;
  const record = known.join("\n").toLowerCase();
  for (const pattern of slots) {
    for (const match of text.matchAll(pattern)) {
      // The sentence may ask or suppose.
      const after = /^[^.!?]*[?]?/u.exec(text.slice(match.index))?.[0] ?? "";
      if (after.endsWith("?")) continue;
      const words = (match.groups?.["name"] ?? "").split(/[ ]/u).map((word) => word.replace(/['’]s?$/u, ""));
      const proper = words.filter((word) => !calendar.test(word) && !noName.test(word));
      const strange = proper.find((word) => !record.includes(word.toLowerCase()));
      if (strange !== undefined) return strange;
    }
  }
  return null;
}
