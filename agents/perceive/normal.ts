/** Text folded for matching, each position mapped back to the text as typed. */
export interface Normal {
  text: string;
  raw: string;
  /** raw index of each position of `text`, and of its end */
  at: number[];
}

/** How people type in a hurry, and what they mean. */
const shorthand: Record<string, string> = {
  u: "you",
  ur: "your",
  r: "are",
  pls: "please",
  plz: "please",
  thx: "thanks",
  ty: "thanks",
  whats: "what's",
  hows: "how's",
  whos: "who's",
  wheres: "where's",
  thats: "that's",
  dont: "don't",
  doesnt: "doesn't",
  didnt: "didn't",
  isnt: "isn't",
  arent: "aren't",
  wasnt: "wasn't",
  cant: "can't",
  wont: "won't",
  wouldnt: "wouldn't",
  couldnt: "couldn't",
  im: "i'm",
  ive: "i've",
  ill: "i'll",
  youre: "you're",
  youve: "you've",
  youd: "you'd",
  youll: "you'll",
  theyre: "they're",
  weve: "we've",
  lets: "let's",
  waht: "what",
  wht: "what",
  wat: "what",
  hwo: "how",
  hwat: "what",
  teh: "the",
  wich: "which",
  becuase: "because",
  becasue: "because",
  cuz: "because",
  helo: "hello",
  hllo: "hello",
  gud: "good",
  morng: "morning",
  gonna: "going to",
  wanna: "want to",
  gotta: "have to",
  lemme: "let me",
  gimme: "give me",
  tmrw: "tomorrow",
  tmr: "tomorrow",
  tomorow: "tomorrow",
  tommorow: "tomorrow",
  thurs: "thursday",
  tues: "tuesday",
  weds: "wednesday",
  discout: "discount",
  disount: "discount",
  discoutn: "discount",
  undestand: "understand",
  undrstand: "understand",
  understnad: "understand",
  recieve: "receive",
  seperate: "separate",
  definately: "definitely",
  garantee: "guarantee",
  guarentee: "guarantee",
  guaranty: "guarantee",
  compeny: "company",
  budjet: "budget",
  expencive: "expensive",
  begining: "beginning",
  curently: "currently",
  currenlty: "currently",
  ppl: "people",
  mtg: "meeting",
  prob: "problem",
  prolly: "probably",
};

const quotes: Record<string, string> = { "’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "﹣": "-", "－": "-" };

/** One UTF-16 unit folded: full-width to ASCII, capitals to small, controls to spaces; "" drops it. */
function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0x200b && code <= 0x200f) return "";
  if (code === 0xfeff || code === 0xad || code === 0x2060) return "";
  if (code < 0x20 && unit !== "\n") return " ";
  if (code === 0x7f || code === 0xa0 || code === 0x3000) return " ";
  if (code >= 0xff01 && code <= 0xff5e) return foldUnit(String.fromCharCode(code - 0xfee0));
  const quote = quotes[unit];
  if (quote !== undefined) return quote;
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}

/** Folds case, width, quotes and hurried spelling; never throws, keeps the way back to the typed text. */
export function normalise(raw: string): Normal {
  let folded = "";
  const places: number[] = [];
  for (let index = 0; index < raw.length; index++) {
    const unit = foldUnit(raw.charAt(index));
    if (unit === "") continue;
    folded += unit;
    places.push(index);
  }
  places.push(raw.length);
  let text = "";
  const at: number[] = [];
  let from = 0;
  const copy = (to: number) => {
    for (let index = from; index < to; index++) at.push(places[index] ?? raw.length);
    text += folded.slice(from, to);
  };
  for (const match of folded.matchAll(/[a-z]+(?:'[a-z]+)?/g)) {
    const meant = Object.hasOwn(shorthand, match[0]) ? shorthand[match[0]] : undefined;
    if (meant === undefined) continue;
    copy(match.index);
    text += meant;
    for (let index = 0; index < meant.length; index++) {
      at.push(places[match.index + Math.min(index, match[0].length - 1)] ?? raw.length);
    }
    from = match.index + match[0].length;
  }
  copy(folded.length);
  at.push(raw.length);
  return { text, raw, at };
}

/** The typed text's span of a stretch of the folded text, without white space at its ends. */
export function rawSpan(normal: Normal, start: number, end: number): { start: number; end: number } {
  let from = normal.at[start] ?? 0;
  let to = end >= normal.text.length ? normal.raw.length : (normal.at[end] ?? normal.raw.length);
  while (from < to && /\s/.test(normal.raw.charAt(from))) from++;
  while (to > from && /\s/.test(normal.raw.charAt(to - 1))) to--;
  return { start: from, end: to };
}
