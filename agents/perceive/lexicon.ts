import type { Topic } from "@/lib/contracts/content";
import { chineseWords } from "./language";
import { findNumbers } from "./numbers";

const irregular: Record<string, string> = {
  using: "use",
  used: "use",
  uses: "use",
  paid: "pay",
  pays: "pay",
  paying: "pay",
  cost: "cost",
  costs: "cost",
  bought: "buy",
  left: "leave",
  leavers: "leave",
  deciding: "decid",
  decides: "decid",
  decided: "decid",
  decide: "decid",
};

/** Light stem of a lower-case English word: plural, -ing, -ed and a final e fall away. */
export function stem(word: string): string {
  const known = Object.hasOwn(irregular, word) ? irregular[word] : undefined;
  if (known) return known;
  let base = word.replace(/'s?$/, "");
  if (base.length > 4 && base.endsWith("ies")) base = `${base.slice(0, -3)}y`;
  else if (base.length > 3 && /[^sui]s$/.test(base)) base = base.slice(0, -1);
  if (base.length >= 7 && base.endsWith("ing")) base = base.slice(0, -3);
  else if (base.length >= 6 && base.endsWith("ed")) base = base.slice(0, -2);
  if (/([bdgmnprt])\1$/.test(base) && base.length > 4) base = base.slice(0, -1);
  return base.length >= 4 && base.endsWith("e") ? base.slice(0, -1) : base;
}

/** True when two words differ by one letter left out, put in, changed or swapped with its neighbour. */
function nearly(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  if (a.length === b.length) {
    return (
      restA.slice(1) === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  }
  return a.length > b.length ? restA.slice(1) === restB : restB.slice(1) === restA;
}

interface Entry {
  topic: string;
  stems: string[];
  text: string;
  weight: number;
}

const compiled = new WeakMap<readonly Topic[], Entry[]>();

function entriesOf(topics: readonly Topic[]): Entry[] {
  const known = compiled.get(topics);
  if (known) return known;
  const entries = topics.flatMap((topic) =>
    [...new Set([...topic.words, topic.label].map((word) => word.toLowerCase().trim()))].map((text): Entry => {
      const cjk = /[\p{Script=Han}%£$€¥]/u.test(text);
      const stems = cjk ? [] : latinWords(text).map(stem);
      return { topic: topic.id, stems, text, weight: cjk ? text.length : 1 + stems.length + text.length / 20 };
    }),
  );
  compiled.set(topics, entries);
  return entries;
}

/** Words of a folded text in Latin letters or digits. */
export function latinWords(text: string): string[] {
  return text.match(/[a-z0-9]+(?:['.][a-z0-9]+)*/g) ?? [];
}

function holds(stems: string[], wanted: string[]): boolean {
  if (wanted.length === 0) return false;
  for (let from = 0; from + wanted.length <= stems.length; from++) {
    if (wanted.every((word, offset) => sameStem(stems[from + offset] ?? "", word))) return true;
  }
  return false;
}

function sameStem(typed: string, wanted: string): boolean {
  return typed === wanted || (wanted.length >= 6 && typed.length >= 5 && nearly(typed, wanted));
}

/** Topics a folded text is about, best first: longer and more words weigh more, the scenario's order breaks ties. */
export function topicsIn(text: string, topics: readonly Topic[]): { topic: string; weight: number }[] {
  const stems = latinWords(text.replaceAll("-", " ")).map(stem);
  const weights = new Map<string, number>();
  for (const entry of entriesOf(topics)) {
    const hit = entry.stems.length > 0 ? holds(stems, entry.stems) : entry.text.length > 0 && text.includes(entry.text);
    if (hit) weights.set(entry.topic, (weights.get(entry.topic) ?? 0) + entry.weight);
  }
  return [...weights].map(([topic, weight]) => ({ topic, weight })).toSorted((a, b) => b.weight - a.weight);
}

const stops = new Set(
  (
    "the and you for how are was has had not but its our out who why can did may all any yes off too via per let now own new way day way ask add " +
    "actually someone somebody anybody nobody roughly exactly currently usually " +
    "about after again also always another anyone anything around back because been before being between both came come could does doing done " +
    "down each either else even ever every everyone everything feel from gave gets getting give going good great have having hear here " +
    "honest honestly into just keep kind know last least less like little look made make makes many maybe mean mention might more most much must need " +
    "never next nothing okay once only other ours over perhaps please point quite rather really right said same says seem should side since some " +
    "someone something still such sure take talk tell than thank thanks that their them then there these they thing things think this those " +
    "through today told under understand until upon very want wants week well were what when where which while will with without work works " +
    "would year years your yours you're i'm don't can't it's that's didn't doesn't i'd we'd you'd let's what's who's month months time times team " +
    "people way part problem question help first second lot new use get got see say ask put one two long done fact kind sort happen mostly"
  )
    .split(" ")
    .map(stem),
);
const chineseStops = new Set(
  (
    "我们 你们 他们 您们 自己 这个 那个 这些 那些 这样 那样 什么 怎么 怎么样 怎样 如何 哪里 多少 为什么 现在 时候 一下 一点 一个 可以 可能 应该 需要 " +
    "已经 还是 或者 但是 不过 因为 所以 如果 只要 要是 就是 不是 没有 觉得 知道 明白 理解 了解 希望 看看 听听 说说 刚才 提到 今天 确实 真的 其实 大概 " +
    "一个月 个月 两次 几次 每天 每周 每个 一天 一周 有人 能用 还能 说说 讲讲 大概 多久 " +
    "比较 非常 特别 一般 平时 主要 情况 问题 东西 事情 方面 这边 那边 这块 您的 我的 对吧 是吗 好的 谢谢 感谢 那么 然后 还有 一样 一直 每年 每月 每次 一年 一次"
  ).split(" "),
);

const particles =
  "的了是在我您你他她它们这那有和就都也不很吗呢吧啊呀嘛一个大小多少会要能可把被给让对从到上下里外再还又太最没来去说看想用做好行吗几每";

/** Words and numbers by which one text can be recognised in another; numbers as "#value". */
export function contentOf(text: string): Set<string> {
  const content = new Set<string>();
  for (const word of latinWords(text.replaceAll("-", " "))) {
    const base = stem(word);
    if (/^\d/.test(word) || base.length < 3 || stops.has(base) || stops.has(word)) continue;
    content.add(base);
  }
  if (/\p{Script=Han}/u.test(text)) {
    let held = "";
    for (const word of chineseWords(text)) {
      if (word.length >= 2 && /\p{Script=Han}/u.test(word) && !chineseStops.has(word)) content.add(word);
      // The dictionary leaves many everyday words in single characters: 买 + 菜.
      const single = word.length === 1 && /\p{Script=Han}/u.test(word) && !particles.includes(word);
      if (single && held !== "" && !chineseStops.has(held + word)) content.add(held + word);
      held = single ? word : "";
    }
  }
  for (const number of findNumbers(text)) if (number.value > 2) content.add(`#${number.value}`);
  return content;
}

/** Single Chinese words that carry meaning: 跳 of "跳个两次", 改 of "得有人改". */
export function chineseSingles(text: string): Set<string> {
  return new Set(chineseWords(text).filter((word) => singleWord.test(word) && !`${particles}${common}`.includes(word)));
}

const singleWord = /^\p{Script=Han}$/u;
const common =
  "机年月日天周时分人家店卡钱元块万千百十两三四五六七八九张台次件种些点前后中内新老现用比跟被把给想说看问听行现这您请先再还才刚更最多少几样块边面方都得着过吧嘛啦哦嗯";

/** How many recognisable words and numbers two texts share. */
export function shared(a: Set<string>, b: Set<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}
