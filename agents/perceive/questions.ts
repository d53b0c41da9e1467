import type { Clause } from "./clauses";
import { objectionFor, type Context } from "./context";
import { chineseSingles, shared } from "./lexicon";
import type { Cues } from "./rule";

export type Form = "open" | "closed" | undefined;

/** a question word after a clause that sets the scene: "when somebody leaves, how …" */
const laterQuestion = /, (?:so |then )?(?:how|what|who|which|why|where) /;
const whatIf = /^(?:(?:and|so|but|ok),? )?what if (?:i|we)\b/;

const suggests = /^(?:(?:and|so|but|ok),? )?how about\b/;

/** a condition or doubt put after a question or statement */
const tail = /^(?:if|when|once|unless|in case|assuming|provided|i (?:suppose|guess|assume|take it))\b[^,]*$/;

/** put as a question, meant to tell */
const tells =
  /^(?:(?:and|so|but|well),? )*(?:(?:did|do) you know (?:that |we |our |it's )|have you heard that|wouldn't it be|isn't it (?:great|nice|better) )/;

/** "and can stop it": goes on with the subject before it */
const goesOn =
  /^(?:and|but|so) (?:is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|may|might) (?!(?:you|we|i|it|that|this|there|they|he|she|the|your|our|any\w*|some\w*|every\w*|all|both|those|these|my|his|her|their|who|what)\b)/;

const bare = (text: string) => text.replace(/\p{Extended_Pictographic}/gu, " ").trim();

/** Whether a clause asks, and if an answer of one word would do. A missing question mark does not hide a question. */
export function questionForm(clause: Clause, cues: Cues): Form {
  const text = bare(clause.text);
  if (cues.invites.test(text)) return "open";
  const barred = cues.notOpen.test(text) && !(clause.asked && laterQuestion.test(text));
  if (tells.test(text)) return undefined;
  if (whatIf.test(text) || suggests.test(text)) return "closed";
  if (!barred && cues.open.test(text)) return "open";
  if (clause.asked && !barred && cues.openAsked.test(text) && !cues.closed.test(text)) return "open";
  if (clause.asked && !barred && cues.openAsked.test(text) && !/^[a-z]/.test(text)) return "open";
  if (cues.closed.test(text) && (clause.asked || !(cues.notClosed.test(text) || goesOn.test(text)))) return "closed";
  // "…, if you had to?" hangs on the question before it.
  if (tail.test(text)) return undefined;
  return clause.asked ? "closed" : undefined;
}

/** a question word with nothing of its own: it can only mean what was just said */
const bareAsk =
  /^(?:(?:and|so|but|ok|okay|hm+|oh|then|really),? )*(?:why(?: (?:not|so|is that))?|how(?: so| come)?|what (?:happened|else|exactly|then|next|makes you say so)|such as what|like what|meaning what|meaning|since when|who|when|where|which(?: ones?)?|what)\W*$|^(?:那|那么|哦|嗯|然后)?[,]?(?:为什么|为啥|怎么说|怎么讲|怎么回事|怎么了|怎么会|比如|比如说|然后|后来|具体|还有|结果|什么意思|哪些|哪里|什么时候|谁|怎么还?的?)(?:呢|啊|呀)?[\s,.。!?~…]*$/;

interface Followed {
  text: string;
  topics: string[];
  content: Set<string>;
  /** a clause just before it took up the buyer's words */
  echoed: boolean;
  /** that clause was acknowledgement or empathy */
  heard: boolean;
  referred: boolean;
  /** a clause just before it put forward something of the seller's own */
  ofOwn: boolean;
}

/** True when an open question follows up what the buyer said: its words, its subject, or an objection still open. */
export function followsUp(question: Followed, context: Context, cues: Cues): boolean {
  if (context.lastText === "") return false;
  if (question.referred || cues.referral.test(question.text)) return true;
  if (shared(question.content, context.lastContent) >= 1) return true;
  if (
    /\p{Script=Han}/u.test(question.text) &&
    shared(chineseSingles(question.text), chineseSingles(context.lastText)) >= 1
  )
    return true;
  const words = question.text.split(/\s+/).length;
  const short = /\p{Script=Han}/u.test(question.text) ? question.text.length <= 8 : words <= 5;
  const topic = question.topics[0];
  if (topic !== undefined) {
    if (context.focusTopics.has(topic)) return true;
    if (objectionFor(context, [topic], question.content, false)?.topic === topic) return true;
    if (question.heard && /\p{Script=Han}/u.test(question.text)) return true;
    return (question.heard || question.echoed || short) && context.lastTopics.includes(topic);
  }
  return question.echoed || bareAsk.test(question.text) || (!question.ofOwn && cues.back.test(question.text));
}
