import type { CheckRule, RubricCheck } from "@/lib/contracts/content";
import type { Locale, Skill } from "@/lib/contracts/vocabulary";

/** Skill, title and plain test of each check the shipped rubrics use; examples belong to the scenario. */
type Wording = { skill: Skill; en: [title: string, test: string]; zh: [title: string, test: string] };

const wordings: Partial<Record<CheckRule, Wording>> = {
  reason: {
    skill: "opening",
    en: ["Says why you are here", "By your second message you said what this talk is about."],
    zh: ["说明来意", "两句话之内说清楚这次找对方是为了什么。"],
  },
  agenda: {
    skill: "opening",
    en: ["Agrees a plan", "By your second message you proposed a time or a plan and asked whether it suits."],
    zh: ["先约定怎么谈", "两句话之内提出时间或安排，并征求了对方的意见。"],
  },
  brief: {
    skill: "opening",
    en: ["Shows you did your homework", "By your third message you used something known about this customer."],
    zh: ["做过功课", "前三句话里用到了一条关于这位客户的已知情况。"],
  },
  no_pitch: {
    skill: "opening",
    en: ["Listens before offering", "You offered nothing and named no price before the buyer's first answer."],
    zh: ["先听再推荐", "对方第一次回答之前，没有介绍产品，也没有报价。"],
  },
  room: {
    skill: "opening",
    en: ["Brings everybody in", "By your fifth message you had spoken to each buyer by name."],
    zh: ["不冷落任何一位", "前五句话里，点着名跟在场的每一位都说过话。"],
  },
  open3: {
    skill: "discovery",
    en: ["Asks three open questions first", "You asked at least three open questions before your first benefit."],
    zh: ["先问三个开放式问题", "第一次讲好处之前，至少问了三个开放式问题。"],
  },
  follow_up: {
    skill: "discovery",
    en: ["Follows up on their words", "At least two of your questions picked up words the buyer had just used."],
    zh: ["顺着对方的话追问", "至少有两个问题是接着对方刚说的话往下问的。"],
  },
  decision: {
    skill: "discovery",
    en: ["Asks how it gets decided", "You asked who decides or how a yes is reached."],
    zh: ["问清怎么定", "问过由谁来定，或者怎么走到最后拍板。"],
  },
  needs: {
    skill: "discovery",
    en: ["Learns the needs before offering", "Enough of what the buyer needs was told before your offer began."],
    zh: ["先摸清需求再推荐", "开始介绍方案之前，对方已经讲出了足够的真实需求。"],
  },
  linked: {
    skill: "value",
    en: ["Ties the first benefit to a need", "The first benefit you named answers something the buyer had told you."],
    zh: ["好处对得上需求", "讲的第一条好处，对应对方亲口说过的一件事。"],
  },
  quantified: {
    skill: "value",
    en: ["Puts a figure on it", "A benefit carries a number from the sheet or from the buyer."],
    zh: ["好处有数字", "讲好处时带了一个数字，来自资料或对方自己的话。"],
  },
  proof: {
    skill: "value",
    en: ["Backs a claim", "At least one claim you made stands in the product sheet."],
    zh: ["说法有依据", "至少有一个说法在产品资料里查得到。"],
  },
  price_after: {
    skill: "value",
    en: ["Value before price", "You named a price only after a benefit tied to a need."],
    zh: ["先谈价值再谈价", "先讲清对得上需求的好处，之后才报价。"],
  },
  check_in: {
    skill: "value",
    en: ["Asks how it lands", "After a benefit you asked for the buyer's view, then or in your next message."],
    zh: ["讲完问一句", "讲完好处，当句或下一句问了对方怎么看。"],
  },
  ack_first: {
    skill: "objection_handling",
    en: ["Hears it before answering", "Each objection you answered was acknowledged first."],
    zh: ["先接住再回答", "回答每个异议之前，都先接住了对方的话。"],
  },
  clarify: {
    skill: "objection_handling",
    en: ["Asks what is behind it", "Between an objection and your answer you asked a question about it."],
    zh: ["先问清楚再答", "对方提出异议之后，先问了一句原因再回答。"],
  },
  real_concern: {
    skill: "objection_handling",
    en: ["Finds the real concern", "What lay behind the main objection was told before you answered it."],
    zh: ["找到真正的顾虑", "回答主要异议之前，对方已经说出背后的原因。"],
  },
  evidence: {
    skill: "objection_handling",
    en: ["Answers with evidence", "An answer to an objection has a supported claim or a number the buyer gave."],
    zh: ["用事实回答", "回答异议时用了资料里有的说法，或对方给过的数字。"],
  },
  confirm: {
    skill: "objection_handling",
    en: ["Checks it is settled", "After answering an objection you asked whether that settles it."],
    zh: ["确认问题解决了", "回答异议之后，问了对方这样行不行。"],
  },
  asked: {
    skill: "closing",
    en: ["Asks for the decision", "You asked for a commitment once in the talk."],
    zh: ["开口要结果", "谈话中明确提出过一次请对方定下来。"],
  },
  timed: {
    skill: "closing",
    en: ["Asks at the right time", "You did not ask for a commitment while an objection was open or interest was low."],
    zh: ["时机合适才开口", "没有在对方还有异议或兴趣不高时要结果。"],
  },
  dated: {
    skill: "closing",
    en: ["Agrees a dated next step", "A next step has a date and somebody who does it."],
    zh: ["下一步有日期", "下一步写明了哪天、谁来做。"],
  },
  trade: {
    skill: "closing",
    en: ["Trades, never gives", "Every discount or extra you offered was for something in return."],
    zh: ["让步有条件", "每次让价或加东西，都说明了换什么。"],
  },
  deciders: {
    skill: "closing",
    en: ["Includes who decides", "Once you knew who decides, your next step included them."],
    zh: ["把拍板的人带上", "知道由谁来定之后，下一步安排里包括了这个人。"],
  },
  own_words: {
    skill: "empathy",
    en: ["Names the concern", "An acknowledgement says what troubles the buyer, in your own words."],
    zh: ["说得出对方的难处", "接话时用自己的话说出对方在意什么，不是一句套话。"],
  },
  no_but: {
    skill: "empathy",
    en: ["No \u201CI understand, but\u201D", "You never took an acknowledgement back with a \u201Cbut\u201D."],
    zh: ["不说\u201C我理解，但是\u201D", "没有刚接住对方的话就用\u201C但是\u201D推翻。"],
  },
  answers: {
    skill: "empathy",
    en: ["Answers what was asked", "Each question of the buyer got its answer in your next message."],
    zh: ["有问必答", "对方问的问题，下一句就回答了。"],
  },
  no_force: {
    skill: "empathy",
    en: ["No pressure", "You neither pressed the buyer nor ran others down."],
    zh: ["不逼单", "没有催逼对方，也没有贬低别家。"],
  },
  short: {
    skill: "clarity",
    en: ["Keeps it short", "Half of your messages have at most 60 words and none has more than 120."],
    zh: ["话不长", "一半以上的消息不超过 100 字，最长不超过 200 字。"],
  },
  one_ask: {
    skill: "clarity",
    en: ["One question at a time", "At most one of your messages holds more than two questions."],
    zh: ["一次只问一件事", "一条消息里问两个以上问题的情况，最多出现一次。"],
  },
  summary: {
    skill: "clarity",
    en: ["Plays it back", "Before asking for a decision you summed up two things the buyer had told you."],
    zh: ["总结一遍", "要结果之前，复述了对方讲过的至少两件事。"],
  },
  figures: {
    skill: "clarity",
    en: ["Figures agree", "No two figures you gave for the same thing contradict each other."],
    zh: ["数字前后一致", "同一件事前后报的数字没有打架。"],
  },
  banned: {
    skill: "compliance",
    en: ["No banned claim", "You made none of the claims the policy forbids."],
    zh: ["没有违规说法", "没有说任何公司禁止的话。"],
  },
  disclosure: {
    skill: "compliance",
    en: ["Discloses in time", "What the policy requires beside a price was said within two turns of it."],
    zh: ["该说明的及时说明", "报价或谈到费用后两轮之内，把规定要说明的都说了。"],
  },
  authority: {
    skill: "compliance",
    en: ["Stays inside your authority", "Every discount was within your limit, or you said who must approve it."],
    zh: ["不越权让价", "让价都在权限之内，超出的说明了要谁批。"],
  },
  truth: {
    skill: "compliance",
    en: ["Says nothing untrue", "No claim of yours goes against the product sheet."],
    zh: ["不说假话", "没有一个说法和产品资料相矛盾。"],
  },
  privacy: {
    skill: "compliance",
    en: ["Asks for no needless personal data", "You asked for no personal data this talk does not need."],
    zh: ["不打听多余的个人信息", "没有索要这次谈话用不到的个人信息。"],
  },
};

type Own = Pick<RubricCheck, "weight" | "met" | "notMet" | "tryThis"> &
  Partial<Pick<RubricCheck, "blocker" | "objectionId" | "topic">>;

/** One rubric check: the shared wording of its rule with this scenario's weight and examples. */
export function check(locale: Locale, rule: CheckRule, own: Own): RubricCheck {
  const wording = wordings[rule];
  if (!wording) throw new Error(`no wording for check ${rule}`);
  const [title, test] = locale === "en" ? wording.en : wording.zh;
  return { id: rule, rule, skill: wording.skill, title, test, blocker: false, ...own };
}
