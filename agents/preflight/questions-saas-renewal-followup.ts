/** Questions for the second talk about a renewal: what the first one set off, and what has changed since. */
export const renewalFollowUpEn: Record<string, string[]> = {
  since: [
    "What has happened on your side since the first talk?",
    "Before I repeat anything, how do things stand since we spoke?",
    "What got in the way afterwards?",
  ],
  invoice: [
    "What have you received from us in the meantime, by post or by machine?",
    "How has our billing been behaving?",
    "What happened with the invoice?",
  ],
  price: [
    "How do you look at the price today?",
    "What would the total have to look like?",
    "What bothers you about the price as it stands?",
  ],
  usage: [
    "How many of the licences are in use over a quiet month?",
    "Which of your people are using it, and when?",
    "Why do so many of them sit idle?",
  ],
  count: [
    "What will next winter look like in the hotels?",
    "Which plans for the hotels should the count for the coming year follow?",
    "What's changing between this season and the next season?",
  ],
  payroll: [
    "What else is changing at your end before the summer?",
    "How do the approved hours get to payroll, and is that going to stay so?",
    "Which other projects does payroll have on the calendar?",
  ],
  migration: [
    "How did the last launch go, and what would a change-over have to avoid?",
    "What would the general managers say about changing systems?",
    "What worries people about the move?",
  ],
  alternatives: [
    "What have the other suppliers put on your desk lately?",
    "How does the other quote compare, from what you've seen?",
    "What speaks against taking the cheaper number?",
  ],
  decision: [
    "How does a yes get made now, and who else has a say?",
    "At what point does a decision leave your desk?",
    "What does the way to a signature look like from here?",
  ],
  stakes: [
    "What does this renewal mean for you personally?",
    "What's riding on it for you?",
    "What would it mean for you if it goes wrong?",
  ],
  terms: [
    "What would the contract have to say so that you're at ease with it?",
    "How do you feel about 24 months with a cap?",
    "Which contract terms are you careful about?",
  ],
  plus: [
    "What do you make of the Plus plan by now?",
    "Which features would your hotels notice?",
    "What do you miss in the core plan?",
  ],
  support: [
    "How has support been for the hotels?",
    "What kind of response time do your hotels need?",
    "What would you need from an account manager?",
  ],
  self: [
    "What is it like to run the ninth hotel through a storm?",
    "What did your background at the airline teach you?",
    "What's it like after the airline?",
  ],
};

/** 第二次谈续费时会问的话。 */
export const renewalFollowUpZh: Record<string, string[]> = {
  since: ["上次谈完之后，您那边出了什么情况？", "这两周都发生了什么，卡在哪一步了？", "后来怎么样了，您能说说吗？"],
  bill: ["谈完之后您收到我们发来什么东西了吗，是怎么回事？", "我们的开票哪里出了岔子？", "那张票是怎么到您那儿的？"],
  price: ["这个总价您现在怎么看？", "价格上您最在意哪一点？", "什么样的总数您签起来放心？"],
  usage: ["现在哪些岗位在用，哪些空着？", "车间那边使用情况怎么样？", "真正在用的有多少，为什么空着？"],
  count: [
    "新一年的账号数您打算怎么报，人员有什么调整？",
    "下半年多少人要用，编制会怎么变？",
    "人头上今年会有什么变化？",
  ],
  plans: ["今年还有什么要动的系统，怎么安排的？", "集团今年在信息化上有什么安排？", "上半年别的项目都排了些什么？"],
  rollout: ["上回上线是怎么过来的，您最怕什么？", "切换这件事怎么安排您才放心？", "信息部对换版本怎么看？"],
  alternatives: ["外面那个低价是怎么回事，您怎么看？", "别家又给了什么方案？", "别家的方案您看下来怎么样？"],
  decision: ["这件事现在怎么批，要经过谁？", "到什么数就得走流程往上批？", "从您点头到签字，中间还有什么流程？"],
  stakes: ["这件事对您个人意味着什么？", "办砸了对您有什么影响？", "您最担心的是什么？"],
  terms: ["合同里怎么写您才踏实？", "签两年、锁定涨幅，您怎么看？", "条款上您还有什么要求？"],
  enterprise: ["企业版怎么看，哪些功能跟您有关？", "跟现在比，您希望有什么差别？", "您觉得还缺什么功能？"],
  support: ["我们的客服响应得怎么样？", "出问题的时候您希望怎么响应？", "对接人这块您有什么要求？"],
  self: ["常州新厂现在是什么情况？", "最近忙些什么？", "从审计转过来，您觉得有什么不同？"],
};
