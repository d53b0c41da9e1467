import type { Words } from "./language";

const stop = new Set(
  (
    "a an the and or but if so as at by for from in into of off on onto out over to up with about after before " +
    "between during per than then that this these those there here it its is are was were be been being am do does " +
    "did has have had will would can could may might should must not no yes you your yours i me my we us our they " +
    "them their he she his her who what which when where why how all any both each few more most other some such " +
    "only own same too very just also even still first last next one two three four five six many much every " +
    "without within through against under again further once because while until please thanks thank hello hi " +
    "includes include including included covers cover replace replaces needs need wants want makes make takes take " +
    "gives give gets get sees see says say runs run works work stays stay starts start ends end comes come goes go " +
    "new old long short high low full free good better best less least well today now day days week weeks month " +
    "months year years hour hours minute minutes monday tuesday wednesday thursday friday saturday sunday"
  ).split(" "),
);

const tokenOf = (text: string) => text.toLowerCase().match(/[a-z][a-z'-]*/gu) ?? [];

const fits = (word: string) =>
  /^[A-Za-z-]{3,}$/u.test(word) && !stop.has(word.toLowerCase()) && !/(?:ly|ing)$/u.test(word);

function noun(message: string, trusted: string): string | null {
  const hay = ` ${tokenOf(trusted).join(" ")} `;
  const words = message.match(/[A-Za-z][A-Za-z'-]*|[^A-Za-z'\s-]+/gu) ?? [];
  for (const size of [3, 2]) {
    for (let at = 0; at + size <= words.length; at += 1) {
      const run = words.slice(at, at + size);
      const text = run.join(" ");
      if (run.every(fits) && hay.includes(` ${text.toLowerCase()} `)) {
        return run.map((word, place) => (/[A-Z]/u.test(word.slice(1)) || place > 0 ? word : lower(word))).join(" ");
      }
    }
  }
  return null;
}

const lower = (word: string) => word.slice(0, 1).toLowerCase() + word.slice(1);

/** Words whose capital is only that of a sentence's beginning. */
const plainStart =
  /^(?:a|all|an|and|another|any|as|at|both|but|each|either|even|every|for|from|he|how|if|in|it|it's|its|just|less|money|more|my|new|no|not|nobody|nothing|now|of|on|once|only|our|people|she|so|some|somebody|still|that|that's|the|their|then|there|there's|these|they|this|those|to|two|three|four|we|we'd|we'll|we're|we've|what|what's|when|where|who|why|with|you|you'd|you'll|you're|you've|your|yours)$/u;

function afterColon(text: string): string {
  const first = text.split(/[ ,.;]/u)[0] ?? "";
  return plainStart.test(first.toLowerCase().replaceAll("’", "'")) ? lower(text) : text;
}

const hedges = ["As far as I know, ", "From memory, ", "Last I looked, ", "I believe "];

export const english: Words = {
  fragments: [
    "Hm.",
    "Mm.",
    "Right.",
    "Maybe.",
    "Could be.",
    "Go on.",
    "We'll see.",
    "If you say.",
    "Possibly.",
    "Well.",
    "And?",
    "Hm, well.",
    "Let's see.",
    "Not sure.",
    "Perhaps.",
    "Hard to say.",
    "So?",
    "Mm-hm.",
    "I'm listening.",
    "Noted.",
    "As you say.",
    "It depends.",
    "Hm. Perhaps.",
    "Well, maybe.",
  ],
  leadsIn:
    /\b(?:ask|answer|honest|honestly|plain|plainly|exact|precise|happens|let me|let's see|off the top|give me|moment|second|between us|worth|know this|need to know|hard to say|quickly|dress it|where was i|right then|well now|well,|hm|mm|frankly|truth|depends|say this|short version|straight|think|suppose|i'd say|how do i|how to put|make of it|listen|to be fair|like this|tell you|seeing as|one thing|off my head|be surprised|nobody's asked|between bites|point by point|hang on|wait|round numbers|math|well now|in order|first things|simple|thinking|roughly|let's say|either way|so\.$|well\.$|huh\.$|right\.$|ah\.$)\b/iu,
  holdsBack:
    /\b(?:so you say|go carefully|one view|if you like|possibly|on paper|depends|good to know|not a bad|nobody's asked me lately$)\b/iu,
  counts: /\b(?:count|figures?|numbers?|add it up|sums?|arithmetic|math|maths|roughly)\b/iu,
  promisesBrevity: /\b(?:short version|briefly|in short|plain answer|quick answer)\b/iu,
  consents: [
    "That works for me.",
    "Fine by me.",
    "All right, go ahead.",
    "Suits me.",
    "We can do it that way.",
    "Yes. Let's start.",
  ],
  asksConsent:
    /\b(?:(?:does|is|are|would|will|if) (?:that|this|it|these|\w+ minutes|half an hour)\b[^?.!]{0,30}\b(?:ok(?:ay)?|all right|alright|fine|fair|good|work|works|suit|suits|possible|enough|help|agreeable|with you)\b|sounds? (?:ok(?:ay)?|good|fair|all right|reasonable)|agreed|(?:ok(?:ay)?|all right|alright|fine)(?: (?:with|by|for) you)?(?=\s*\?)|are you (?:ok(?:ay)?|happy|fine) with|shall we|do you have|have you got|(?:could|can) we|(?:could|can|may) i (?:take|have|start|suggest|propose)|mind if)\b[^?]*(?:\?|$)/iu,
  question: /\?/u,
  bridges: [
    "And another thing.",
    "Then there's this.",
    "While we're at it.",
    "Something else, too.",
    "One more thing.",
  ],
  bridge: (words, line) => `${words} ${line}`,
  asksMoney: /\b(?:cost|costs|how much|price|pay|spend|worth|expensive)\b/iu,
  money: /[$€£]\s?\d|\d\s?(?:%|percent)/u,
  joins: [
    "From my side:",
    "One thing from me.",
    "Let me add to that.",
    "Where I sit:",
    "If I may, {colleague}.",
    "On my end:",
  ],
  presents: ["I'm here.", "Still here.", "Yes?", "Here."],
  confirms: [
    "That's about it.",
    "Yes, that's the list.",
    "You have it.",
    "That covers it.",
    "Nothing missing.",
    "More or less, yes.",
  ],
  echoes: [
    "{Echo}. All right.",
    "{Echo}, you say.",
    "{Echo}, then.",
    "So, {echo}.",
    "{Echo}. Hm.",
    "Right, {echo}.",
    "{Echo}. I see.",
    "Well, {echo}.",
  ],
  promises: [
    {
      made: /\bI(?:'ll| will| can) (?:send|e-?mail|share|forward)\b/iu,
      kept: /\b(?:I(?:'ve| have)? (?:just )?sent|attached|here (?:it|they) (?:is|are)|as promised)\b/iu,
      lines: ["You were going to send me something, by the way.", "I'm still waiting for what you promised to send."],
    },
    {
      made: /\bI(?:'ll| will) (?:come|get) back to\b|\bI(?:'ll| will) come to (?:that|it|those)\b/iu,
      kept: /\b(?:as promised|coming back to|back to your|I said I'd come)\b/iu,
      lines: ["You said you'd come back to something earlier.", "There's one point you said you'd return to."],
    },
    {
      made: /\bI(?:'ll| will) (?:check|find out|look into|confirm|ask)\b/iu,
      kept: /\b(?:I(?:'ve| have)? (?:checked|asked|confirmed|found out)|as promised)\b/iu,
      lines: ["You said you'd check. Did you?", "And the thing you were going to find out?"],
    },
  ],
  figure: /[$€£]\s?\d[\d,.]*\d(?:\s?(?:k|m))?\b|\b\d[\d,.]*\s?(?:%|percent\b|[a-z]{3,12}\b)/giu,
  hedge(text, pick) {
    const plain = /^(?:We|It|They|There|Most|Some|About|Around)\b[^?!.;:—]{12,90}\.$/u;
    const opener = hedges[pick % hedges.length] ?? "";
    return plain.test(text) ? opener + lower(text) : null;
  },
  join: (parts) => parts.map((part, at) => (parts[at - 1]?.endsWith(":") ? afterColon(part) : part)).join(" "),
  noun,
  shares(one, other) {
    const telling = (text: string) => tokenOf(text).filter((word) => word.length > 3 && !stop.has(word));
    const words = new Set(telling(other));
    return telling(one).some((word) => words.has(word) || words.has(`${word}s`) || words.has(word.replace(/s$/u, "")));
  },
  capital: (text) => text.slice(0, 1).toUpperCase() + text.slice(1),
  tokens: (text) => text.match(/\s*\S+/gu) ?? [text],
};
