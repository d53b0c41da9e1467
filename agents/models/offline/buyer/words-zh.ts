import type { Words } from "./language";

/** Characters that make a run a phrase with grammar in it rather than a name of something. */
const grammar =
  /[的了吗呢吧啊呀是在有我您你他她它们这那哪什么怎和跟与或就都也还很不没要会能可以想把被让给对从到说看问请为因所如但再又才只每个]/u;

function noun(message: string, trusted: string): string | null {
  for (const size of [6, 5, 4]) {
    for (let at = 0; at + size <= message.length; at += 1) {
      const run = message.slice(at, at + size);
      if (/^\p{Script=Han}+$/u.test(run) && !grammar.test(run) && trusted.includes(run)) return run;
    }
  }
  return null;
}

const hedges = ["印象里", "据我了解，", "大概是这样，", "记得没错的话，"];

export const chinese: Words = {
  fragments: [
    "嗯",
    "嗯嗯",
    "再说吧",
    "不好说",
    "看看吧",
    "也许吧",
    "您说",
    "然后呢",
    "这个嘛",
    "哦",
    "知道了",
    "听着呢",
    "可能吧",
    "是吗",
    "先这样",
    "难说",
    "看情况",
    "行吧",
    "您继续",
    "先听您说",
    "我想想",
    "嗯，再看",
    "哦，这样",
    "到时再看",
  ],
  leadsIn:
    /问|说起|怎么说|实话|直说|讲讲|绕弯|照实|按理|说来|看怎么算|一句话|这个嘛|想想|让我看|平心|就事论事|不瞒|坦白|这么说吧|老实|先说|简单说|说白|讲真|这事|那我|等等|让我|算算|说实|跟你讲|跟您说|怎么讲|告诉你|一样一样|一条一条|凭良心|翻翻|哎呀|喏|边吃边说|这么说|这个啊|具体|^嗯$|^唔$|^哦$/u,
  holdsBack: /点上|且听|姑且|也罢|话是这么说|可以理解/u,
  counts: /算算|算一下|数一数|数字/u,
  promisesBrevity: /长话短说|简单说|一句话(?!讲不完)/u,
  consents: ["可以", "行，开始吧", "可以，您说", "没问题，说吧", "行，就这么来", "可以，抓紧时间"],
  asksConsent: /(?:可以吗|行吗|好吗|成吗|怎么样|方便吗|有空吗|您看呢|同意吗|可以不|行不行)[？?]?/u,
  question: /[?？]|什么|怎么|哪|吗|呢|还是/u,
  bridges: ["还有，", "另外，", "再说了，", "对了，", "还有个事，", "顺便讲一句，"],
  bridge: (words, line) => words + line,
  asksMoney: /多少钱|花多少|损失|成本|费用|花了|值多少|扣多少/u,
  money: /\d[\d.]*\s?(?:元|万|块|%)|[¥￥]\s?\d/u,
  joins: ["我这边说一句", "我补充一点", "我也说两句", "从我这块看", "接着{colleague}说的", "我插一句"],
  presents: ["在", "在呢", "嗯，您说", "还在"],
  confirms: ["差不多就这些", "对，是这样", "没漏", "大体是这个意思", "嗯，就这几条", "基本对"],
  echoes: [
    "{echo}是吧",
    "{echo}，嗯",
    "您说{echo}",
    "哦，{echo}",
    "{echo}，听到了",
    "{echo}这块，我知道",
    "行，{echo}",
    "{echo}啊",
  ],
  promises: [
    {
      made: /我(?:这边)?(?:会|稍后|回头|马上|明天|今天)?(?:把[^，。？]{1,16})?(?:发给?您|发您|发一份|传给您)/u,
      kept: /(?:发您了|已经发|发过去了|按之前说的)/u,
      lines: ["您说要发我的东西，还没看到", "对了，您答应发我的那个呢"],
    },
    {
      made: /(?:这个|这点|那个)?(?:我)?(?:待会儿?|一会儿|稍后|后面)(?:再)?(?:说|讲|回答|细说)/u,
      kept: /(?:刚才说(?:到|过)|回到(?:刚才|您))/u,
      lines: ["您刚才说后面讲的那点，还没讲呢", "前面您说稍后回我的事，别忘了"],
    },
    {
      made: /我(?:去|回去|再|帮您)?(?:查一下|核实|确认一下|问一下)/u,
      kept: /(?:查过了|核实过|确认过|问过了)/u,
      lines: ["您说去核实的，有结果吗", "您要确认的那件事怎么样了"],
    },
  ],
  figure: /[¥￥]\s?\d[\d,.]*\d|\d[\d,.]*\s?(?:%|％|万元|万|元|个月|年|天|个工作日|小时|台|套|席|吨|期|户|人)/gu,
  hedge(text, pick) {
    const plain = /^(?:我们|现在|目前|一般|大部分|差不多)[^，。？！；]{4,24}$/u;
    const opener = hedges[pick % hedges.length] ?? "";
    return plain.test(text.replace(/。$/u, "")) ? opener + text : null;
  },
  join(parts, lead) {
    const joined = parts.map((part, place) => {
      const bare = part.trim();
      if (place === parts.length - 1 || /[。？！…，、：；?!]$/u.test(bare)) return bare;
      return lead && place === 0 ? `${bare}，` : `${bare}。`;
    });
    return joined.join("");
  },
  noun,
  shares(one, other) {
    const pairs = Array.from({ length: Math.max(0, one.length - 1) }, (_, at) => one.slice(at, at + 2));
    return pairs.some((pair) => /^\p{Script=Han}{2}$/u.test(pair) && !grammar.test(pair) && other.includes(pair));
  },
  capital: (text) => text,
  tokens: (text) => text.match(/[\p{Script=Han}]{1,2}[，。？！、；：…]*|[^\p{Script=Han}]+/gu) ?? [text],
};
