/** A piece of a message that says one thing. Offsets are into the folded text. */
export interface Clause {
  start: number;
  end: number;
  text: string;
  sentence: number;
  /** the sentence's closing mark is a question mark and this is its last clause */
  asked: boolean;
}

const maxClauses = 80;
const sentenceEnd = /(?:[.!?…](?=\s|$|["')])|[。?!;\n…])+["')]*|;(?=\s|$)/g;

const subjects =
  "i|we|you|he|she|it|they|that|this|these|there|our|my|your|his|their|the|here|one|most|many|nobody|everyone|everybody|no one|please";
const auxiliaries =
  "is|are|was|were|do|does|did|can|could|would|will|shall|should|have|has|may|might|won't|don't|doesn't|isn't|aren't|wouldn't";
const openers = "what|who|how|when|why|where|which|whose";
const starters = `(?:(?:and|but|so|then|or|because|plus|if|since|while|once|whether|yet|ok|okay|well|now) )*(?:(?:${subjects}|${auxiliaries}|${openers})(?:'\\w+)?|let|tell|walk|talk|help|describe|agreed|agree|anything|any|nothing|not|first|then|hurry|no wonder|understood|fine|sound|sounds|just|shipping|below|including|let's)\\b`;
const afterMark = new RegExp(`(?:,|\\s[-–—]+|—|–)\\s*(?=${starters})|:\\s|,\\s+(?=and (?:\\d|most|all|every))`, "g");
const beforeBut =
  /\s+(?=but (?!not\b))|\s+(?=and (?:how|what|who|when|why|which|where|are|is|do|does|would|could|can|shall|i'll|we'll|i can|we can|let's|if you)\b)|\s+(?=so (?:how|what|who|when|why|which|where|shall|can|do|are|would|the)\b)/g;
const quietQuestion = new RegExp(
  `\\s(?=(?:(?:${openers})(?:'s)? (?:do|does|did|is|are|was|were|would|will|can|could|should|have|has|happens|happened|took|else|kind|much|many|other|makes|made|exactly|long|often)\\b)|(?:(?:does|is|would|will) (?:that|this|it) (?:work|ok|okay|fine|help|sound|make|right|fair|answer|suit|all right|good|change|fit)\\b)|(?:(?:would|could|can|shall|do|are|did) (?:you|we|i) \\w+))`,
  "g",
);
/** a word after which a question word or auxiliary does not begin a question of its own */
const carriesOn =
  /(?:^|\s)(?:know|see|understand|hear|heard|tell|ask|asked|asking|wonder|wondering|curious|explain|describe|about|on|me|us|you|show|in|of|to|with|from|for|at|by|than|decide|and|or|but|so|then|discuss|is|was|are|learn|sure|meaning|which|what|who|how|when|where|why|that|question|as|like|exactly|if|check|find|out|think|say|said|also|because|else|not|never|always|the|a|people|i'm|much|many|often|long|hello|hi|hey|only|best|all|way|ok|okay)$/;

/** a stretch that is a question from its first word on */
const asksAlready = new RegExp(`^(?:(?:and|so|but|ok|then|well) )*(?:${openers})\\b`);

function cutAt(text: string, pattern: RegExp, keepMark: boolean): number[] {
  const cuts: number[] = [];
  for (const match of text.matchAll(pattern)) cuts.push(keepMark ? match.index + match[0].length : match.index);
  return cuts;
}

function englishCuts(text: string): number[] {
  const cuts = [...cutAt(text, afterMark, true), ...cutAt(text, beforeBut, false)];
  for (const match of text.matchAll(quietQuestion)) {
    const before = text.slice(0, match.index).trimEnd();
    const own = before.slice(Math.max(...[",", ":", ".", "?"].map((mark) => before.lastIndexOf(mark))) + 1).trim();
    const begun = asksAlready.test(own);
    if (own.split(/\s+/).length >= 2 && !begun && !carriesOn.test(before)) cuts.push(match.index);
  }
  return cuts;
}

const chineseMark = /[,、:](?!\d)|——?|~+|(?<=[\p{Script=Han}])\s+(?=[\p{Script=Han}])/gu;

function chineseCuts(text: string): number[] {
  return cutAt(text, chineseMark, true).filter((cut) => text[cut - 1] !== "、");
}

const condition =
  /^(?:(?:and|but|so|then|ok|okay|well|yes|no)[, ]+)?(?:if|provided|when|once|as soon as|unless|in exchange|in return|on \d+ months?)\b|^(?:那|那么|不过|但是|但)?(?:如果|要是|只要|假如|若是?|等|一旦)|的话[,]?$|^您?要是|^(?:您|你|咱们|公司)?(?:这次|直接|一次)?(?:签|续|定|付)(?:满|够|上)?(?:[一二两三四五]|\d+)(?:年|个月)[,]$|^您愿意.{0,20}[,]$/;

/** "停着的那会儿，", "以前买设备，": sets the scene for what comes after the comma */
const scene =
  /^(?!.*(?:我|咱))[^,。]{2,18}(?:以后|之后|那会儿|那阵子?|那天|那次)[,]$|^(?:以前|过去|当时|上次|上回|平时|往年|那时候?)[^,。]{0,12}(?<!了|的|吧|吗)[,]$/;

/** "发票这块，": a subject put in front of its question, which begins after the comma */
const fronted =
  /^(?!.*(?:我(?!们?的)|可以|会(?!议)|(?<!功)能(?![耗源力])|给|吗|什么|怎么|哪|谁|多少|都|是|嗯|谢|理解|明白|确实|没|太|挺|了[,]?$))(?!对[,吧的]|好|行)[^,。]{2,18}[,]$/;
const asksAfter = /^(?:您|你|现在|目前|背后|具体|到底|一般|平时|去年|今年|当时|怎么|为什么|最|主要|有)/;

/** Splits a folded text in sentences, these in clauses; a condition stays with what hangs on it. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let sentence = 0;
  const take = (to: number, mark: string) => {
    if (text.slice(from, to).trim() !== "") {
      clauses.push(...clausesOf(text, from, to, sentence, mark.includes("?")));
      sentence++;
    }
    from = to;
  };
  for (const match of text.matchAll(sentenceEnd)) {
    if (clauses.length >= maxClauses) break;
    take(match.index + match[0].length, match[0]);
  }
  take(text.length, "");
  return clauses.slice(0, maxClauses);
}

function clausesOf(text: string, start: number, end: number, sentence: number, asked: boolean): Clause[] {
  const body = text.slice(start, end);
  const han = /\p{Script=Han}/u.test(body);
  const latin = /[a-z]{2}/.test(body);
  const cuts = new Set([...(latin ? englishCuts(body) : []), ...(han ? chineseCuts(body) : [])]);
  const edges = [0, ...[...cuts].filter((cut) => cut > 0 && cut < body.length).toSorted((a, b) => a - b), body.length];
  const clauses: Clause[] = [];
  let held: number | undefined;
  for (let index = 0; index + 1 < edges.length; index++) {
    const from = held ?? edges[index] ?? 0;
    const to = edges[index + 1] ?? body.length;
    const piece = body.slice(from, to);
    if (piece.trim() === "") continue;
    const last = index + 2 === edges.length;
    const subject = asked && fronted.test(piece.trim()) && asksAfter.test(body.slice(to).trim());
    if (!last && asked && scene.test(body.slice(edges[index] ?? 0, to).trim())) {
      held ??= from;
      continue;
    }
    if (!last && held === undefined && (condition.test(piece.trim()) || subject)) {
      held = from;
      continue;
    }
    held = undefined;
    clauses.push({ start: start + from, end: start + to, text: piece.trim(), sentence, asked: asked && last });
  }
  return clauses;
}
