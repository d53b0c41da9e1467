import type { PromiseKind } from "@/lib/contracts/memory";
import type { Locale, MoveType, Outcome, Quality, Stage } from "@/lib/contracts/vocabulary";

/** The plain words of conditions, per language: moves as what "you" did, joined by `describe`. */
export interface ConditionWords {
  moves: Record<MoveType, string>;
  qualities: Record<Quality, string>;
  stages: Record<Stage, string>;
  or: string;
  /** between whole conditions, where `or` stands between words */
  either: string;
  about: (topics: string) => string;
  notAbout: (topics: string) => string;
  objection: (surface: string) => string;
  times: (count: number) => string;
  /** said to this buyer by name */
  byName: string;
  /** a part of its own within a longer one */
  group: (text: string) => string;
  amount: (min?: number, max?: number) => string;
  not: (text: string) => string;
  meter: (meter: "trust" | "interest" | "patience", atLeast?: number, below?: number) => string;
  inStage: (stages: string) => string;
  pastStage: (stages: string) => string;
  told: (topic: string) => string;
  needs: (atLeast?: number, below?: number) => string;
  turn: (atLeast: number) => string;
  quiet: (turns: number) => string;
  quoted: (atLeast?: number, atMost?: number) => string;
  state: (surface: string, is: "raised" | "open" | "acknowledged" | "resolved") => string;
  and: string;
  outcomes: Record<Outcome, string>;
  promises: Record<PromiseKind, string>;
  remembered: (outcome?: string, told?: string, promised?: string) => string;
}

const range = (word: { from: string; below: string }, atLeast?: number, below?: number) =>
  [atLeast === undefined ? "" : `${word.from}${atLeast}`, below === undefined ? "" : `${word.below}${below}`]
    .filter(Boolean)
    .join(", ");

const en: ConditionWords = {
  moves: {
    greet: "greet",
    build_rapport: "build rapport",
    set_agenda: "set an agenda",
    ask_open: "ask an open question",
    ask_closed: "ask a closed question",
    probe: "follow up",
    acknowledge: "acknowledge",
    empathise: "show you see it from their side",
    summarise: "sum up",
    present_value: "present value",
    make_claim: "make a claim",
    quote_price: "name a price",
    offer_discount: "offer a discount",
    address_objection: "answer the objection",
    ask_commitment: "ask for commitment",
    propose_next_step: "propose a next step",
    pressure: "press",
    disparage: "run a competitor down",
    unprofessional: "be unprofessional",
    off_topic: "leave the subject",
    break_role: "talk to the software",
    filler: "say little",
  },
  qualities: {
    linked: "tied to something they told you",
    blind: "not tied to anything they told you",
    supported: "backed by the product sheet",
    contradicted: "against the product sheet",
    not_in_knowledge: "with nothing to back it",
    in_order: "after the value",
    early: "too early",
    traded: "in return for something",
    bare: "for nothing in return",
    concern_known: "knowing the real concern",
    acknowledged_only: "acknowledged, its reason unknown",
    neither: "without acknowledging it",
    ready: "when they were ready",
    dated: "with a date",
    vague: "without a date",
  },
  stages: {
    opening: "the opening",
    discovery: "discovery",
    presentation: "the presentation",
    objection_handling: "objection handling",
    closing: "closing",
    ended: "the end",
  },
  or: " or ",
  either: "; or ",
  and: " and ",
  about: (topics) => ` about ${topics}`,
  notAbout: (topics) => ` about anything but ${topics}`,
  objection: (surface) => ` “${surface}”`,
  times: (count) => (count === 2 ? ", at least twice" : `, at least ${count} times`),
  byName: ", to them by name",
  group: (text) => `(${text})`,
  amount: (min, max) => `, ${range({ from: "from ", below: "up to " }, min, max)}`,
  not: (text) => `not: ${text}`,
  meter: (meter, atLeast, below) =>
    `their ${meter} ${[atLeast === undefined ? "" : `at ${atLeast} or more`, below === undefined ? "" : `under ${below}`].filter(Boolean).join(", ")} of 100`,
  inStage: (stages) => `the talk has reached ${stages}`,
  pastStage: (stages) => `the talk is past ${stages}`,
  told: (topic) => `they have told you about ${topic}`,
  needs: (atLeast, below) =>
    `${range({ from: "at least ", below: "fewer than " }, atLeast, below)} of their needs told`,
  turn: (atLeast) => `turn ${atLeast} or later`,
  quiet: (turns) => `nothing new told for ${turns} turns`,
  quoted: (atLeast, atMost) => `last price named: ${range({ from: "from ", below: "up to " }, atLeast, atMost)}`,
  state: (surface, is) => `“${surface}” ${is === "open" ? "still open" : is}`,
  outcomes: {
    won: "with a yes",
    follow_up: "with a dated next step",
    lost: "with a no",
    abandoned: "early",
    expired: "with the time up",
  },
  promises: { price: "named a price", discount: "offered a discount", step: "promised a date", claim: "made a claim" },
  remembered: (outcome, told, promised) =>
    [
      "they remember your last talk",
      outcome && `it ended ${outcome}`,
      told && `they told you about ${told} then`,
      promised && `you ${promised} then`,
    ]
      .filter(Boolean)
      .join(", "),
};

const zhMeters = { trust: "信任", interest: "兴趣", patience: "耐心" };
const zhStates = { raised: "已提出", open: "仍未化解", acknowledged: "已得到你的认可", resolved: "已化解" };

const zh: ConditionWords = {
  moves: {
    greet: "打招呼",
    build_rapport: "拉近关系",
    set_agenda: "说明今天要谈什么",
    ask_open: "提一个开放式问题",
    ask_closed: "提一个封闭式问题",
    probe: "顺着对方的话追问",
    acknowledge: "先认可",
    empathise: "站在对方角度说一句",
    summarise: "做小结",
    present_value: "介绍价值",
    make_claim: "做出陈述",
    quote_price: "报价",
    offer_discount: "给折扣",
    address_objection: "回应异议",
    ask_commitment: "请对方做决定",
    propose_next_step: "提出下一步",
    pressure: "施压",
    disparage: "贬低竞争对手",
    unprofessional: "言行失礼",
    off_topic: "跑题",
    break_role: "对着软件说话",
    filler: "没说实质内容",
  },
  qualities: {
    linked: "与对方说过的事相关",
    blind: "与对方说过的事无关",
    supported: "有产品资料支持",
    contradicted: "与产品资料矛盾",
    not_in_knowledge: "没有依据",
    in_order: "先讲价值再报价",
    early: "时机过早",
    traded: "有所交换",
    bare: "没有任何交换",
    concern_known: "已知道真正的顾虑",
    acknowledged_only: "认可了但不知原因",
    neither: "没有先认可",
    ready: "时机成熟",
    dated: "有明确日期",
    vague: "没有日期",
  },
  stages: {
    opening: "开场",
    discovery: "了解需求",
    presentation: "介绍方案",
    objection_handling: "处理异议",
    closing: "促成",
    ended: "结束",
  },
  or: "或",
  either: "；或者",
  and: "，并且",
  about: (topics) => `（关于${topics}）`,
  notAbout: (topics) => `（${topics}以外的内容）`,
  objection: (surface) => `“${surface}”`,
  times: (count) => `，至少${count}次`,
  byName: "（点名对这位说）",
  group: (text) => `（${text}）`,
  amount: (min, max) => `，${range({ from: "不低于", below: "不高于" }, min, max)}`,
  not: (text) => `没有：${text}`,
  meter: (meter, atLeast, below) =>
    `对方的${zhMeters[meter]}${range({ from: "达到", below: "低于" }, atLeast, below)}（满分100）`,
  inStage: (stages) => `谈话进入${stages}`,
  pastStage: (stages) => `谈话已过${stages}`,
  told: (topic) => `对方已说出${topic}的情况`,
  needs: (atLeast, below) => `已说出的需求${range({ from: "至少", below: "少于" }, atLeast, below)}项`,
  turn: (atLeast) => `第${atLeast}轮或之后`,
  quiet: (turns) => `连续${turns}轮没有新情况`,
  quoted: (atLeast, atMost) => `最近一次报价${range({ from: "不低于", below: "不高于" }, atLeast, atMost)}`,
  state: (surface, is) => `“${surface}”${zhStates[is]}`,
  outcomes: {
    won: "对方答应了",
    follow_up: "约好了下一步",
    lost: "对方拒绝了",
    abandoned: "中途结束",
    expired: "时间到了没谈完",
  },
  promises: { price: "报过价", discount: "许过折扣", step: "约过日期", claim: "讲过产品的说法" },
  remembered: (outcome, told, promised) =>
    [
      "对方记得上次的谈话",
      outcome && `上次${outcome}`,
      told && `上次对方说过${told}的情况`,
      promised && `上次你${promised}`,
    ]
      .filter(Boolean)
      .join("，"),
};

export const conditionWords: Record<Locale, ConditionWords> = { en, "zh-CN": zh };
