import type { Persona, ScenarioBundle } from "@/lib/contracts/content";

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
const names = /\p{Lu}[\p{L}\d-]*(?: (?:\p{Lu}[\p{L}\d-]*|\d+))*/gu;

/** Words that may follow "your" though they are one's own as well. */
const everybodys = new Set("own first last next way time day week year name side part work job".split(" "));

/** The selling house and its product by name, read from how the scenario introduces the seller: "You sell pumps for Halden Air". */
function sellerNames({ scenario, personas }: ScenarioBundle): string[] {
  const own = personas.flatMap(({ name, company }) => [name, company]).join(" ");
  const introduced = scenario.situation
    .split(/(?<=[.!?])\s+/u)
    .filter((sentence) => /^You (?:sell|work|look|are|represent)\b/u.test(sentence))
    .flatMap((sentence) => sentence.slice(4).match(names) ?? []);
  return [...new Set([scenario.sheet.product, ...introduced])].filter((name) => name.length > 2 && !own.includes(name));
}

/** Nouns after "our", "my" or "your" in texts, lower case. */
function possessed(texts: readonly string[], whose: string): Set<string> {
  const pattern = new RegExp(
    String.raw`\b(?:${whose}) (?:(?:own|new|old|whole|two|three|six|nine|31) )?([a-z]{4,})\b`,
    "giu",
  );
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => (match[1] ?? "").toLowerCase())));
}

/** What buyer and seller each call theirs, as this buyer's lines have it. */
function belongings(persona: Persona, known: readonly string[]): { mine: string[]; yours: string[] } {
  const { voice, topicAnswers, publicFacts, objections, sealedFacts } = persona;
  const facts = sealedFacts.flatMap((fact) => [...fact.spoken, ...fact.recalled]);
  const lines = JSON.stringify([voice, topicAnswers, publicFacts, objections, facts]).split(/[".!?]/u);
  const mine = possessed(lines, "our|my");
  // "six private outpatient clinics": what the buyer's house has several of
  const house = [...publicFacts.map((fact) => fact.text), ...known].join(" ");
  for (const [, noun] of house.matchAll(
    /\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:[a-z]+ ){0,2}?([a-z]{4,}s)\b/giu,
  )) {
    if (
      noun !== undefined &&
      !/^(?:years|months|weeks|days|hours|minutes|times|points|shifts|this|suppliers|offers|licences|people)$/iu.test(
        noun,
      )
    )
      mine.add(noun.toLowerCase());
  }
  const yours = possessed(lines, "your");
  return {
    mine: [...mine].filter((word) => !yours.has(word) && !everybodys.has(word)),
    yours: [...yours].filter((word) => !mine.has(word) && !everybodys.has(word)),
  };
}

const can = String.raw`(?:['’]ll| can| could| will|['’]d| would| may| might|['’]re able to| are able to|['’]m able to| am able to|['’]re happy to|['’]m happy to|['’]re willing to)`;
const price = String.raw`(?:price|fee|rate|cost|set-?up|total|quote|offer|\d+ ?(?:%|percent|per cent)|(?:[$£€]\d))`;

/**
 * Speaking from the seller's side of the table in English: for the selling house, of its wares as "ours", of the buyer's own
 * belongings as "yours", giving way on the price. Source of one pattern; the words come from the scenario itself.
 */
export function sellerSpeech(bundle: ScenarioBundle, persona: Persona): string | null {
  if (bundle.scenario.locale !== "en") return null;
  const house = sellerNames(bundle).map(escaped).join("|") || "(?!)";
  const { mine, yours } = belongings(persona, bundle.scenario.known);
  const own = mine.map(escaped).join("|") || "(?!)";
  const theirs = yours.map(escaped).join("|") || "(?!)";
  return [
    // "Medlar would bring all your clinics into one diary", "Rotaline can save you three days"
    String.raw`\b(?:${house})(?: \w+)?(?: can| could| will|['’]ll| would| may)? (?:bring|give|help|save|offer|let|allow|enable|put|cut|take|make|solve|handle|cover|deliver|suit|free|reduce|fix)s?\b[^.?!]{0,40}\b(?:you (?!say|said|told|promise|wrote)|your (?:\w+ ){0,2}(?:${own})\b)`,
    // "I'm the sales engineer from Tarn", "I'm calling on behalf of Marlow Bank"
    String.raw`\b(?:i(?:['’]m| am)|this is|my name is|i work|i sell|i represent|i speak|speaking|i['’]m calling|on behalf)\b(?![^.?!]*\b(?:customer|client|user|sure|afraid|waiting|tired|leaving|asking)\b)[^.?!]{0,40}\b(?:from|at|for|of|behalf of|represent|sell) (?:the )?(?:${house})\b`,
    String.raw`\bi(?:['’]m| am) (?:the|your|an?) (?:new )?(?:sales \w+|account (?:manager|executive)|seller|sales ?(?:man|woman|person|rep)|representative|vendor)\b`,
    String.raw`\b(?:we|us|here|all of us|our team|my colleagues) (?:here )?(?:at|from) (?:${house})\b`,
    // "our gripper", "our trainer": what this buyer calls the seller's
    String.raw`\bour (?:\w+ )?(?:${house})\b`,
    String.raw`\b(?:let me|allow me|i['’]d (?:like|love|be happy) to|i can|i['’]ll|can i|may i|i want to|happy to)(?: \w+)? (?:walk|take|talk|guide|tell|show|present|introduce|run)\b[^.?!]{0,24}\b(?:our|the|what|how) (?:\w+ )?(?:${house}|${theirs})\b[^.?!]{0,20}\b(?:does|can|works?|helps?|features?|benefits?|validation|plans?|options?|offers?|brings?)\b`,
    String.raw`\b(?:let me|allow me|i['’]d (?:like|love|be happy) to|i['’]ll|can i|may i) (?:just )?(?:walk|take|talk|guide|tell|show) you (?:through|about|more about|how) (?:our|the) (?:\w+ )?(?:${house}|\w+['’]s (?:validation|features?|benefits?|advantages|capabilities)|features?|benefits?|options?|pricing|packages?|demo|brochure|solution)\b`,
    String.raw`\bour (?:\w+ )?(?:${theirs})\b[^.?!]{0,30}\b(?:you|your|stays?|comes?|includes?|costs?|will|would|can|covers?|starts?|saves?|offers?|delivers?)\b`,
    // "your clinics", "your nurses": the buyer's own things handed to somebody else, with something promised for them
    String.raw`\b(?:for|help|helps|give|gives|gave|save|saves|bring|brings|suits?|fits?|understand|hear|support|improve|cut|reduce|so that|what (?:is|are|does|do|would)|how (?:is|are|do|does|many|much|often)) (?:all (?:of )?)?(?:\w+ )?(?:of )?your (?:\w+ )?(?:${own})\b`,
    // "we can reduce the price by 3% on my authority"
    String.raw`\b(?:i|we)${can}? (?:also |still |only |even )?(?:reduce|lower|drop|discount|knock|waive|rebate|shave|throw in|take off|cut)\b(?! (?:the |our |my )?(?:order|number|count|licen[cs]es?|seats?|team|staff|head|downtime|waste|it short))[^.?!]{0,40}\b${price}`,
    String.raw`\b(?:i|we)${can} (?:offer|give|do|get|grant|extend|include|match|arrange|provide|ship|deliver|install) (?:you|your \w+|it for you)\b[^.?!]{0,50}(?:\b${price}|\bfree\b|\bdiscount|\btrial|\bdemo|\bdelivery|\bwarranty|\bsupport|\bplan\b|\bmonths?\b)(?![^.?!]*\bif you)`,
    String.raw`\b(?:on|within) my (?:own )?authority\b|\b(?:with|if|subject to|get|need) (?:my|our) (?:sales )?(?:manager|director|supervisor)(?:['’]s)? (?:approval|agrees|approves|sign-off|ok)\b(?=[^.?!]*(?:%|discount|off|percent)|(?<=(?:%|discount|off|percent)[^.?!]*))`,
    // "before you decide", said by who sells
    String.raw`\b(?:can|may|shall|could|should) (?:i|we) (?:send|email|mail|draw up|prepare|put together|set up|book|schedule|reserve|get) (?:you |over |your )(?:a |an |the |our |that )?(?:\w+ )?(?:contract|quote|proposal|agreement|paperwork|demo|offer|order|account|trial|upgrade|sign-?up|application|card|visit)\b`,
    String.raw`\b(?:thank you|thanks) for (?:choosing|considering|your (?:interest in|business|loyalty|purchase|order)|being (?:with|a customer of)) (?:us|our|the|your)?\b`,
    String.raw`\bwith (?:${house})(?: \w+)?,? you(?:['’]ll| will| can| get| could) (?:save|have|see|get|be able|never have|always|plan|cut|pay only|\w+ back)\b`,
    String.raw`\b(?:customers?|clients?|companies|businesses|households|hotels|clinics|plants|families|people) like (?:you|yours)\b[^.?!]{0,40}\b(?:save|see|report|use|love|choose|get|benefit)`,
    String.raw`\bwe(?:['’]ve| have)? (?:help(?:ed)?|work(?:ed)? with|serve[ds]?|support(?:ed)?) (?:\w+ ){0,3}(?:like (?:you|yours)|customers|clients)\b`,
    String.raw`\bi(?:['’]ve| have|['’]ll| will)(?: just| already| gladly)? (?:credit(?:ed)?|refund(?:ed)?|waived?|upgraded?|processed?|submit(?:ted)?|enroll?(?:ed)?) (?:you|your|it|that|the \w+)(?: \w+){0,3} (?:for you|to your|your|account|application|fee|card)\b`,
    String.raw`\byour (?:application|request|order|upgrade|refund|discount) (?:has been|is|was|will be) (?:approved|processed|confirmed|applied|submitted|credited)\b`,
    String.raw`\b(?:what(?:['’]s| is| are) your (?:biggest |main |current )?(?:budget|pain points?|decision(?:-making)? process|challenges?)|what keeps you (?:up|awake)|tell me (?:a bit |more |a little )?(?:more )?about your (?:business|needs|challenges|pain points|current (?:process|setup|situation)))\b`,
    String.raw`\bwhat (?:would it take|do i have to do|can i (?:do|offer))(?: for| to)? (?:you |get you |win you |make you |earn )?(?:to (?:sign|buy|order|upgrade|renew|switch|commit|say yes)|over|happy|your business)\b`,
  ]
    .map((source) => `(?:${source})`)
    .join("|");
}
