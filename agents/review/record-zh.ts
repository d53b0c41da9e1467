import { weighedMeaningsZh } from "@/agents/guard/retelling-zh";
import { tokenize, type Token } from "@/agents/guard/words";
import type { SpeakerView } from "@/lib/contracts/speaker";

type Fact = SpeakerView["facts"][number];
type Keys = ReadonlyMap<string, number>;

/** Taking back that something was said. */
const unsaid =
  /我(?:们|可|这边)*(?:从来|从|压根儿?|根本|真|并|都|好像)*就?(?:没有?|未)(?:跟|对|和|向|同)?(?:你们?|您|谁|任何人|别人)?(?:说|讲|提|告诉|透露|聊|谈|承认|吐)起?(?:过|到过)(?!不|要|会办|可以|同意)|我(?:什么|啥子?)?(?:时候|几时|何时|哪天|哪里|哪儿)(?:跟|对|和)?(?:你们?|您)?(?:说|讲|提|透露)|谁(?:跟|和|对|告诉)(?:你们?|您)(?:说|讲|的)|(?:你|您)(?:们|是不是|怕是|怕|可能|肯定|一定|准是|别是)*(?:听|记|搞|弄|看|认|想)(?:错|岔|混|反|串|劈)|(?:不是|哪是|可不是)(?:我|从我)(?:这儿|这里|嘴里|口里)?(?:说|讲|提|出|传)|我(?:可|真|怎么)*(?:不记得|没(?:有)?印象|想不起)(?:我|自己)?(?:跟|对)?(?:你|您)?(?:说|讲|提|有|这|那)|(?:打?从?哪儿?里?|哪个)(?:听|看|打听)(?:来|到|说)的?|张冠李戴|(?:往|给)我(?:头上|嘴里|身上)?(?:安|塞|扣|编)|(?:别|莫|不要)(?:瞎|胡|乱)(?:说|讲|编|传)|子虚乌有|无中生有|没影(?:儿|的)|(?:我|我们)(?:可)?没(?:这么|那么|这样)(?:说|讲)/u;
/** Saying flatly that there is or was no such thing. */
const flat =
  /没有?(?:什么|任何|半点|哪怕|一(?:个|张|分|次|家|点)(?!人))|从来(?:就|都)?(?:没|不)|(?:压根|根本|从)(?:儿|就)*没|哪(?:里|儿|来|有)?(?:的|有)(?:这|那|什么|啥)?|没有?(?:这|那)?(?:回|个|种|码|档|门子)?(?:事|情况|说法)|没有?[^，。]{0,10}(?:这|那)(?:回|码|档|种|个)?(?:事|说法|情况)|没(?:这|那)(?:回|个|码)|(?:这|那)(?:回|码|档)事(?:没|不)|不存在|没有的事|一(?:次|张|家|个|分|单)(?:都|也)没|(?:都|全)是(?:假的|谣言|误会|编的)/u;
const none = /没有?|不曾|未曾|并不|并非|不是|从不|不(?:欠|缺|用|差|需要)/u;
/** Words with which the same forms refuse, fear, ask, or put off. */
const otherwise =
  /[?？吗]|还没|没(?:法|办法|必要|关系|问题|意见|用|时间|工夫|空|那么|这么|想|定|签|准|谱|底|错|兴趣|意思|耐心|心思|道理|理由|把握)|不是(?:不|没|我(?!说|讲|提)|钱|说|因为|小)|不想|不愿|再(?!也)|忘|如果|要是|除非|才|之前(?!的)|为什么|怎么|免得|省得|要不|没有?(?:你|您)|没(?:说|讲|谈)(?!过)/u;

const weightIn = (keys: Keys, others: Keys) => {
  let sum = 0;
  for (const [key, weight] of keys) if (others.has(key)) sum += weight;
  return sum;
};

interface Marks {
  about: Keys;
  /** of these, what this buyer's public facts have not */
  telling: Keys;
}

const kept = new WeakMap<object, Marks>();

/** What one told fact is about; worked out once for each list of tellings. */
function marksOf(fact: Fact, view: SpeakerView): Marks {
  const known = kept.get(fact.spoken);
  if (known) return known;
  const open = weighedMeaningsZh(view.persona.publicFacts.map((one) => one.text).join("。"));
  const about = weighedMeaningsZh([fact.text, ...fact.spoken].join("。"));
  const telling = new Map([...about].filter(([key, weight]) => weight === 1 && !open.has(key)));
  const made = { about, telling };
  kept.set(fact.spoken, made);
  return made;
}

const tellingsOf = ({ text, spoken, recalled }: Fact) => [text, ...spoken, ...recalled].join("\n");

/** A text without the clauses in which it tells a fact as it was written. */
function withoutTellings(text: string, view: SpeakerView): string {
  const told = view.facts.map(tellingsOf).join("\n");
  const clauses = text.match(/[^，,。！!？?；;\n]+[，,。！!？?；;\n]*/gu) ?? [];
  return clauses.filter((one) => !told.includes(one.replace(/[，,。！!？?；;\s]+$/u, "").trim())).join("");
}

const sentencesOf = (text: string) => text.match(/[^。！!？?；;\n]+[。！!？?；;\n]*/gu) ?? [];
const askedIn = (view: SpeakerView) => view.transcript.findLast((line) => line.speaker === "trainee")?.text ?? "";
const attributed = /(?:你|您)(?:们)?(?:刚才?|刚刚|之前|前面|上次|上回|自己|也|不是|方才)*(?:说|讲|提|告诉)/u;

/**
 * Whether a Chinese reply takes back a fact that was told, or says that there is no such thing: 我没说过有账号空着, 您听错了,
 * 凌川没报过价. A denial that names nothing counts where the trainee has just named the fact.
 */
export function deniesToldZh(text: string, view: SpeakerView): boolean {
  if (view.facts.length === 0 || view.locale !== "zh-CN") return false;
  const all = view.facts.map((fact) => ({ fact, marks: marksOf(fact, view) }));
  const asked = weighedMeaningsZh(askedIn(view));
  const quoted = attributed.test(askedIn(view));
  const raised = all.filter(
    ({ marks }) => weightIn(marks.telling, asked) >= 1 || weightIn(marks.about, asked) >= (quoted ? 1 : 2),
  );
  return sentencesOf(withoutTellings(text, view)).some((sentence) => {
    const said = weighedMeaningsZh(sentence);
    if (unsaid.test(sentence)) return raised.length > 0 || all.some(({ marks }) => weightIn(marks.telling, said) >= 1);
    if (otherwise.test(sentence)) return false;
    const named = all.some(({ marks }) => [...said.keys()].some((key) => asked.has(key) && marks.about.get(key) === 1));
    if (flat.test(sentence) && (raised.length > 0 || named)) return true;
    if (!none.test(sentence)) return false;
    return all.some(({ fact, marks }) => {
      if (/没|不是/u.test(fact.text)) return false;
      const here = weightIn(marks.telling, said);
      return here >= (raised.some((one) => one.fact === fact) ? 1 : 2) && weightIn(marks.about, said) >= 1;
    });
  });
}

const common =
  "里外我你您他她它们这那谁哪的是了不在个有没几多大小上下前后年月日都也还就很最两一二三四五六七八九十人家钱价报说要会给跟和到过把被让对";
const odd = `[^${common}\\P{Script=Han}]`;
const surname =
  "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]";
const post = "总|工|董|主任|经理|厂长|院长|校长|书记|会计|科长|部长|处长|主管|主席|总监|老板|医生|师傅";
const decides = "签|批|拍板|点头|评估|审|说了算|定|负责|管|查|算(?!了)|同意|把关|过目|出面";
/** Places where a person or a firm of the buyer's own affairs is named. */
const slots = [
  // 报280的是费易通那家, 摆摊的是浙农银行, 另一份是寒川的
  `(?:(?:报[^，。]{0,8}|摆摊|签字|拍板|点头|评估|中标|竞争|给[^，。]{0,6}价|开[^，。]{0,6}价|供货|送[^，。]{0,6}|便宜|答应[^，。]{0,6})的|(?:那|这|一|另外?一|第[二三])(?:家|份|个)(?:的|叫)?)(?:人|公司|银行|厂家)?(?:就|好像|应该|其实)?(?:是|叫)(?<name>${odd}{2,4}?)(?:银行|那家|那边|家的|公司|集团|报|的(?!是|话|事|时|地|钱|价|东|问|人说)|[，,。]|$)`,
  `(?:^|[，,。、；是找有问])(?<name>${odd}{2,3})(?:银行|那家|那边|公司|集团)(?!的?(?:规定|制度|流程))[^。，,]{0,6}(?:报|给|摆|送|出|来|开|要|答应|说)`,
  `(?:^|[，,。；])(?<name>${odd}{2,3})(?:也|才|只|就|又|重新)?(?:报(?:的|了|过|价|\\d)|出价|开价|给(?:的|了)?\\d)`,
  // 信息部老周评估, 我们赵总签字
  `(?<name>[老小]${surname})(?!板|师)(?:${decides}|说|那边)`,
  `(?<name>${surname}(?:${post}))(?:那边|那里|也|就|要|来|能|可以|不|一个人|自己|得|会|才|先)?(?:${decides}|点)`,
  `(?:我们|咱们|部|厂里|公司|集团|财务|采购|车间|科)(?:的)?(?<name>${surname}(?:${post})|[老小]${surname}(?!板|师))`,
  `我(?:家|们家)?(?:丈夫|老公|爱人|先生|妻子|老婆|儿子|女儿|弟弟|哥哥|姐姐|妹妹)(?:叫|是)?(?<name>${odd}{2})(?:也|和|跟|说|管|，|,|。|$)`,
  `(?:要|得|由|归|找|问|报给|报|等|跟)(?<name>${surname}(?:${post}))(?:${decides}|那|，|,|。|才|来|$)`,
  `(?<name>${surname}(?:${post}))(?:在|昨天|上次|上回|当(?:众|场|时)|直接|已经|还|那天)*(?:说|讲|问|骂|叫|让|盯|拦|扣|催|发话|答应|要求)`,
].map((source) => new RegExp(source, "gu"));
/** The same where a told fact is spoken of. */
const factSlots = [
  `(?:叫|换成|改用|上的是|用的是|买的是|选的是|来自)(?<name>${odd}{2,4}?)(?:的|，|,|。|$)`,
  `(?:^|[，,。；是])(?<name>${odd}{2,3})的?(?:报价|那份|那家|价格|价|机器|系统|卡|设备|软件|接口|售后)(?:是|才|只|要|便宜|比|在|没|有|\\d)`,
  `(?:在|从|到|报|去|来自)(?<name>${odd}{2})(?:，|,|。|$|过来|飞|出发|派|调|集团|总部|那边)`,
  `(?:跟|和|由|找|归)(?<name>${odd}{2,3})(?:两个|一起|商量|吵|都|对账|说|签|批|定|点头|算|查)`,
].map((source) => new RegExp(source, "gu"));

/** A person or firm whom a Chinese reply names in a place of its own affairs and nobody has named yet; null when there is none. */
export function inventedNameZh(text: string, view: SpeakerView, known: readonly string[]): string | null {
  if (view.locale !== "zh-CN") return null;
  const record = known.join("\n");
  const people = [view.persona, ...(view.colleagues ?? [])].flatMap(({ name }) => [name.slice(0, 1)]);
  const house = new Set(people);
  for (const sentence of sentencesOf(text)) {
    if (/[?？吗]|如果|要是|假如|比如|什么|怎么/u.test(sentence)) continue;
    if (/你们|您/u.test(sentence)) continue;
    const said = weighedMeaningsZh(sentence);
    const told = view.facts.some((fact) => weightIn(marksOf(fact, view).telling, said) >= 1);
    for (const pattern of told ? [...slots, ...factSlots] : slots) {
      for (const match of sentence.matchAll(pattern)) {
        const name = match.groups?.["name"] ?? "";
        const parts = name.length === 2 ? [name] : [name.slice(0, 2), name.slice(-2)];
        // A colleague may be called in more ways than are written down.
        if (house.has(name.replace(/^[老小]/u, "").slice(0, 1))) continue;
        if (parts.every((part) => !record.includes(part))) return name;
      }
    }
  }
  return null;
}

interface Count {
  value: number;
  unit: string;
  /** unit with the noun it counts, where one follows */
  noun: string;
}

const timeUnits: Record<string, string> = { 块: "元", 钱: "元", 钟: "小", 礼: "周", 星: "周" };

/** Numbers of a text that count something, with what they count; dates and years are none. */
function countsOf(text: string): Count[] {
  const tokens = tokenize(text);
  return tokens.flatMap((token: Token, i): Count[] => {
    const value = Number(token.text);
    if (token.kind !== "number" || value < 3) return [];
    const rest = text.slice(token.end);
    if (/^\s*(?:月(?!份?的?钱)|日|号(?!机)|年(?!费)|点(?!五)|[-—~到至]\s*\d)/u.test(rest) && value <= 2100) return [];
    const [, measure = "", noun = ""] = /^\s*(\p{Script=Han}|%|％)?(\p{Script=Han}{2})?/u.exec(rest) ?? [];
    const written = text.slice(token.start, token.end);
    const before = text[token.start - 1] ?? "";
    if (/[%％]$/u.test(written) || measure === "%" || text.slice(0, token.start).endsWith("分之"))
      return [{ value, unit: "%", noun: "" }];
    const money = /[万亿]$/u.test(written) || /[¥￥]/u.test(before) || /^\s*(?:元|块|多?块)/u.test(rest);
    if (money && !/^\s*(?:个|张|人|台|次|单|箱)/u.test(rest)) return [{ value, unit: "元", noun: "" }];
    if (measure === "" && tokens[i + 1] !== undefined && !/^[，,。；;\s]/u.test(rest)) return [];
    return [{ value, unit: timeUnits[measure] ?? measure, noun: noun === "" ? "" : measure + noun }];
  });
}

const tentative =
  /[?？吗呢]|如果|要是|假如|比如|就算|哪怕|能不能|可以|希望|最好|给我|做到|降到|压到|你们?|您|打算|准备|加起来|一共|合下来|减|乘|除|差(?!不多)|平均下来|摊下来|折下来|算下来|不到|超过|至少|最多|以内|以上|不止/u;

/** Whether a value is what a record says, or that value said roundly. */
const isNear = (value: number, known: number) => Math.abs(value - known) <= known * 0.06;

/** Three characters in a row that both texts have, though each alone is everybody's. */
function sharedRuns(one: string, other: string): number {
  let count = 0;
  for (let i = 0; i + 3 <= one.length; i++) {
    const run = one.slice(i, i + 3);
    if (/^\p{Script=Han}{3}$/u.test(run) && other.includes(run)) count += 0.75;
  }
  return Math.min(count, 1.5);
}

/** A figure of this buyer's own that a Chinese reply states otherwise than it stands on record, about the same matter. */
export function strangeFigureZh(text: string, view: SpeakerView, known: readonly string[]): string | null {
  if (view.locale !== "zh-CN" || !/[\d零一二三四五六七八九十百千万]/u.test(text)) return null;
  const facts = [...view.persona.publicFacts.map((fact) => fact.text), ...view.facts.map((fact) => fact.text)];
  let numbers: number[] | undefined;
  const question = askedIn(view);
  const asked = /多少|几|哪|谁|什么/u.test(question) ? question : "";
  for (const sentence of sentencesOf(withoutTellings(text, view))) {
    if (tentative.test(sentence)) continue;
    for (const { value, unit, noun } of countsOf(sentence)) {
      const about = facts.some((fact) => {
        const same = countsOf(fact).filter((one) => one.unit === unit);
        if (same.length === 0) return false;
        const named = noun !== "" && same.some((one) => one.noun === noun) ? 1 : 0.5;
        const keys = weighedMeaningsZh(fact);
        const score =
          named + weightIn(keys, weighedMeaningsZh(sentence)) + weightIn(keys, weighedMeaningsZh(asked)) / 2;
        return score + sharedRuns(sentence, fact) >= 2;
      });
      if (!about) continue;
      numbers ??= known.flatMap((one) =>
        tokenize(one).flatMap((each) => (each.kind === "number" ? [Number(each.text)] : [])),
      );
      if (!numbers.some((one) => isNear(value, one))) return `${value} ${unit}`;
    }
  }
  return null;
}
