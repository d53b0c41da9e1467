import type { Token } from "./words";
import { tokenize } from "./words";

/** Characters that carry little alone; a pair with one of them says less, a pair of them nothing. */
const plain = new Set(
  "的了是不我你您他她它们这那个有在就一都也还没说要会很给跟和到过得着上下吗吧呢啊把被让等以及再去来做什么怎样为与里外前后年月日号元块只两三多少点能可先对家人自己已经所因如果但而或者大小好时候次天钱付花看用事四五六七八九十又才从么当谁哪几光连让",
);

/** Pairs that mean much the same; the first stands for all. */
const alike = [
  "小时 钟头",
  "周六 星期六 礼拜六",
  "周日 星期天 星期日 礼拜天",
  "周末 双休",
  "奖金 绩效",
  "父亲 我爸 老爸 爸爸 我爹",
  "母亲 我妈 老妈 妈妈",
  "丈夫 老公 爱人",
  "儿子 老大",
  "员工 工人 职工",
  "空着 闲着 空账 闲置",
  "签字 签批 我签 拍板 点头",
  "报价 报过 报的 开价",
  "便宜 低价",
  "比价 对比",
  "定金 订金 押金",
  "罚款 罚了 扣款",
  "检讨 认错",
  "坏了 就坏 出毛病",
  "扣了 扣掉 扣过",
  "发票 票据",
  "断了 中断 断过 断掉",
  "贷款 借款",
  "检查 抽查 督查",
  "晚了 晚发 延误 拖了",
].map((line) => line.split(" "));
const canonical = new Map(alike.flatMap(([first = "", ...others]) => others.map((other) => [other, first])));
const longest = 3;

interface Meaning {
  key: string;
  at: number;
  /** both characters carry something */
  full: boolean;
}

/** What tokens say, as pairs of Han characters, words and numbers. */
function meanings(tokens: readonly Token[], from = 0): Meaning[] {
  const found: Meaning[] = [];
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind === "number") {
      if (Number(token.text) >= 3) found.push({ key: `#${token.text}`, at: i, full: Number(token.text) >= 13 });
      continue;
    }
    if (token.kind === "word") {
      if (token.text.length >= 2) found.push({ key: token.text, at: i, full: true });
      continue;
    }
    const pair = joined(tokens, i, 2);
    if (pair === null) continue;
    const three = canonical.get(joined(tokens, i, longest) ?? "");
    if (three !== undefined) found.push({ key: three, at: i, full: true });
    const key = canonical.get(pair) ?? pair;
    const weak = (plain.has(pair[0] ?? "") ? 1 : 0) + (plain.has(pair[1] ?? "") ? 1 : 0);
    if (weak < 2 || key !== pair) found.push({ key, at: i, full: weak === 0 || key !== pair });
  }
  return found;
}

/** So many Han characters that stand together from `i` on, as text. */
function joined(tokens: readonly Token[], i: number, size: number): string | null {
  let text = "";
  for (let j = i; j < i + size; j++) {
    const token = tokens[j];
    if (token?.kind !== "han" || (j > i && tokens[j - 1]?.end !== token.start)) return null;
    text += token.text;
  }
  return text;
}

/** How often each meaning stands in texts anyone may say. */
export function countOpenZh(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const key of new Set(meanings(tokenize(text)).map((one) => one.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Full when nobody says it in public, the less the oftener they do. */
const weightOf = (open: number) => (open === 0 ? 1 : open <= 2 ? 0.55 : open <= 6 ? 0.3 : open <= 15 ? 0.15 : 0.05);

/** Enough to have told the secret … */
const enough = 2;
/** … in so many tokens. */
const span = 26;

interface Told {
  owner: number;
  weights: ReadonlyMap<string, number>;
}

/** Secrets as the pairs of characters they are made of, weighted by how rare those are in public: told in other words in Chinese. */
export class RetellingsZh {
  readonly #index = new Map<string, Told[]>();

  constructor(private readonly open: ReadonlyMap<string, number>) {}

  /** `texts`: the secret itself, then the ways it is told. */
  add([text = "", ...tellings]: readonly string[], owner: number): void {
    const core = meanings(tokenize(text));
    const others = tellings.map((one) => meanings(tokenize(one)));
    const counts = new Map<string, number>();
    for (const one of others)
      for (const key of new Set(one.map((each) => each.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
    const inCore = new Set(core.map((one) => one.key));
    const weights = new Map<string, number>();
    for (const { key, full } of [...core, ...others.flat()]) {
      const sure = inCore.has(key) || (counts.get(key) ?? 0) > 1 ? 1 : 0.6;
      weights.set(key, weightOf(this.open.get(key) ?? 0) * sure * (full ? 1 : 0.35));
    }
    const told = { owner, weights };
    for (const key of weights.keys()) this.#index.set(key, [...(this.#index.get(key) ?? []), told]);
  }

  /** The highest sum of weights that one locked secret reaches within a span that ends at or after token `from`. */
  best(
    tokens: readonly Token[],
    from: number,
    isLocked: (owner: number) => boolean,
    isSaid: (key: string) => boolean,
  ): number {
    let most = 0;
    const seen = new Map<Told, { key: string; at: number; weight: number }[]>();
    for (const { key, at } of meanings(tokens, Math.max(0, from - span))) {
      for (const told of this.#index.get(key) ?? []) {
        if (!isLocked(told.owner)) continue;
        const near = (seen.get(told) ?? []).filter((one) => at - one.at < span && one.key !== key);
        near.push({ key, at, weight: told.weights.get(key) ?? 0 });
        seen.set(told, near);
        const sum = near.reduce((total, one) => total + one.weight, 0);
        if (sum <= most) continue;
        const unsaid = near.reduce((total, one) => total + (isSaid(one.key) ? 0 : one.weight), 0);
        if (unsaid > most) most = unsaid;
      }
    }
    return most;
  }

  finds(...place: Parameters<RetellingsZh["best"]>): boolean {
    return this.best(...place) >= enough;
  }
}

/** The meanings of texts, for knowing what was said aloud. */
export const meaningsOfZh = (texts: readonly string[]) =>
  new Set(texts.flatMap((text) => meanings(tokenize(text)).map((one) => one.key)));

/** The same, by whether both characters of a pair carry something: 1 for those, half for others. */
export function weighedMeaningsZh(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { key, full } of meanings(tokenize(text))) found.set(key, full ? 1 : 0.5);
  return found;
}
