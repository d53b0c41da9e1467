import { isContentWord, stem, tokenize } from "@/agents/guard/words";
import type { SpeakerView } from "@/lib/contracts/speaker";

/** Taking back that something was said: never said, not remembered, somebody else's words, a mix-up. */
const unsaid =
  /\bi(?:['’]m| am)? (?:(?:have |['’]ve )?(?:never|not once)|(?:did|do|have|could|would)(?:n['’]t| not)(?: have| ever| think i| believe i| recall| remember)*|certainly (?:never|didn['’]t|did not)|(?:can['’]?t|cannot|don['’]t) (?:have|think i|believe i|recall|remember)(?: ever)?(?: having)?)(?: \w+ly| ever| once| actually| even)* (?:s(?:aid|ay|aying)|t(?:old|ell|elling)|mention(?:ed|ing)?|claim(?:ed|ing)?|sp(?:oke|eak|oken|eaking)|talk(?:ed|ing)?|brought|bring|refer(?:red|ring)?|shar(?:ed?|ing)|g(?:ave|ive|iven|iving)|wr(?:ote|itten)|used?|put|suggest(?:ed|ing)?|disclosed?|admit(?:ted|ting)?|complain(?:ed|ing)?)\b/iu;
const forgotten =
  /\bi (?:really |honestly |simply )?(?:don['’]t|do not|can['’]?t|cannot) (?:recall|remember)\b(?! (?:the |which|who|when|where|what|exactly|if|how|off))|\b(?:no|not any|zero) (?:memory|recollection|record) of\b|\b(?:no idea|not sure|don['’]t know|do not know|can['’]?t think|wonder) (?:what|where|who|why) (?:you(?:['’]re| are|['’]ve)?|that|gave|told|this)\b[^.?!]{0,24}\b(?:mean|talking|referring|on about|got|get|gotten|heard|hear|had|told|comes?|came|from|idea|speaking|thinking|think)\b|\byou(?:['’]ve| have)? (?:must(?: be| have)|(?:are|['’]re)|may be|might be|could be|seem to be)?(?: \w+ly)? ?(?:confus(?:ing|ed)|mix(?:ing|ed)|mistak(?:en|ing)|misheard|misunderstood|mishear\w*|misremember\w*|imagin(?:ing|ed)|mak(?:ing|e) (?:that|it|this|things) up|made (?:that|it|this) up|invent(?:ing|ed)|dream\w*|think(?:ing)? of (?:some(?:one|body)|another|a different|other)|got the wrong|putting words)\b|\b(?:nobody|no one|none of us|no-one)(?: here| at \w+)? (?:ever )?(?:said|told|mentioned|spoke|claimed|gave)\b|\b(?:that|it|this) (?:was(?:n['’]t| not)|must have been|came from|didn['’]t come from|did not come from|isn['’]t) (?:me\b|from me\b|mine\b|some(?:one|body) else|another|what i said|something i said|true\b|so\b|the case\b|right\b|correct\b)|\b(?:who|where) (?:told you|said (?:that|so|anything)|did you (?:get|hear|read|pick))\b|\b(?:first (?:time )?(?:i['’]ve|i have|i) (?:heard|hear)|news to me|never heard of|doesn['’]t ring a bell|those (?:weren['’]t|aren['’]t|were not) my words|i said (?:nothing|no such thing)|not (?:something|a thing|anything) i (?:said|told|mentioned|would)|wrong (?:person|company|customer|file|notes?|account|hotel|clinic))\b/iu;
/** Saying that there is or was no such thing. */
const none =
  /\b(?:there(?:['’]s| is| are| was| were|['’]ve| has| have)?(?: never)? (?:been )?(?:no|never|not (?:any|a)|none|nothing)|there (?:is|was|are|were|has|have)n['’]t(?: been| any| a| an)*|(?:we|i|they|he|she|it|nobody|no one|you)(?:['’]ve|['’]re|['’]m|['’]s)?(?: have| had| has| do| did| does| was| were| is| are| got| get| am)?(?: never| no\b| not| n['’]t| none)(?! (?:sure|saying|asking|going|paying|here|in the|until|yet|without|signing|buying))|(?:we|i|they|he|she|it|nothing|that|this|those|these|unit \d|\w+)(?: (?:have|had|has|do|did|does|was|were|is|are|could|would))n['’]t(?: any| a| an| got| had| been)?|nobody|no one|nothing|none of)\b/iu;
/** Words with which the same forms refuse, fear, ask, or put off. */
const otherwise =
  /^\W*(?:no[,.]? )?(?:there['’]s )?nothing (?:is )?(?:missing|left|else|more|wrong|to add|to (?:it|that))\b|\b(?:if|unless|until|without|yet|again|another|more|want|wants|like|need|going to|let|sure|mind|care|sign|solution|way|problem with|wonder|forget|forgotten|enough|only|just because|why|how|whether|before you|tell me|give me|show me|any longer|anymore)\b|\?/iu;

interface Marks {
  /** stems of what the facts are about */
  about: ReadonlySet<string>;
  /** of these, what no public text of this buyer holds, and names and months */
  telling: ReadonlySet<string>;
}

const stemsOf = (text: string) =>
  tokenize(text).flatMap((token) =>
    isContentWord(token) && (token.kind === "number" || token.text.length > 2)
      ? [stem(token.text.replaceAll(/['’]s?$/gu, ""))]
      : [],
  );

/** Words too common to show what somebody speaks of. */
const pale = new Set(
  "nothing nobody never missing mine yours right wrong taking thanks thank today meeting talking looking working first time still right getting going being"
    .split(" ")
    .map(stem),
);

const kept = new WeakMap<object, Marks>();

/** What one told fact is about; worked out once for each list of tellings. */
function marksOf(fact: SpeakerView["facts"][number], view: SpeakerView): Marks {
  const known = kept.get(fact.spoken);
  if (known) return known;
  const open = new Set(view.persona.publicFacts.flatMap((one) => stemsOf(one.text)));
  const about = new Set([fact.text, ...fact.spoken].flatMap(stemsOf));
  const made = {
    about,
    telling: new Set([...about].filter((word) => word.length > 2 && !open.has(word) && !pale.has(word))),
  };
  kept.set(fact.spoken, made);
  return made;
}

const common = (text: string, marks: ReadonlySet<string>) =>
  new Set(stemsOf(text).filter((word) => marks.has(word))).size;

/**
 * Whether an English reply takes back a fact that was told, or says that there is no such thing: "I never said I had a balance",
 * "you must be mixing me up", "there's no bid from Corvane". A denial that names nothing counts where the trainee has just named it.
 */
export function deniesTold(text: string, view: SpeakerView): boolean {
  if (view.facts.length === 0 || view.locale !== "en") return false;
  const marks = view.facts.map((fact) => marksOf(fact, view));
  const asked = view.transcript.findLast((line) => line.speaker === "trainee")?.text ?? "";
  const raised = marks.filter((one) => common(asked, one.telling) >= 1);
  for (const sentence of text.match(/(?:[^.!?;\n]|[.](?=\d))+[.!?;]*/gu) ?? []) {
    const takesBack = unsaid.test(sentence) || forgotten.test(sentence);
    if (takesBack) {
      if (raised.length > 0 || marks.some((one) => common(sentence, one.telling) >= 2)) return true;
    }
    if (!none.test(sentence) || otherwise.test(sentence)) continue;
    const denied = sentence.replace(none, " ");
    // Only a fact that the trainee has just named, or one that the sentence names well itself.
    const own = view.facts.filter((fact) => !none.test(fact.text));
    for (const fact of own) {
      const one = marksOf(fact, view);
      const least = raised.includes(one) ? 1 : 3;
      if (common(denied, one.telling) >= least && common(denied, one.about) >= least) return true;
    }
  }
  return false;
}
