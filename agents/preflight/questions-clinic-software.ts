/** Questions for the clinic group: appointments and records, a finance lead and a head nurse. */
export const clinicSoftwareEn: Record<string, string[]> = {
  attendance: [
    "How many appointments are missed in a month, and what does that cost you?",
    "What happens when somebody doesn't turn up?",
    "Where do the no-shows hurt you most?",
  ],
  billing: [
    "How do the claims get to the insurers today?",
    "What happens to a claim that is sent back?",
    "Walk me through billing: what happens between the treatment and the invoice?",
  ],
  price: [
    "How do you look at the price?",
    "What would the price have to do for you?",
    "What bothers you about the price?",
  ],
  budget: [
    "What would a purchase like this have to show before you'd stand behind it?",
    "How did it go with the last purchase of this kind you signed for?",
    "What makes you careful with the budget?",
  ],
  decision: [
    "How does a decision like this come about between the two of you?",
    "Who else is involved, and how does a yes come about?",
    "What has to be on the table before you can decide?",
  ],
  alternatives: [
    "What did the other two suppliers show you?",
    "How do the alternatives compare, from what you've seen?",
    "What was in the lower quote, and what wasn't?",
  ],
  schedule: [
    "How does a normal morning go when two people need the same treatment room?",
    "What happens on the floor when the clinic is running late?",
    "How do you keep track of the rooms today?",
  ],
  records: [
    "How do your nurses find a patient's notes when they need them?",
    "What happens to the notes when a patient goes to another clinic?",
    "How much of the record is still on paper, and what does that lead to?",
  ],
  changeover: [
    "How did the last changeover go for your nurses?",
    "What went wrong when Diarist came in?",
    "What would a new system have to do differently on the first morning?",
  ],
  terms: [
    "What matters to you about the terms?",
    "How long a contract would suit you, and why?",
    "What would you want to see in the contract?",
  ],
  support: [
    "What happens on a morning when Diarist goes down?",
    "How do you manage when the system is down before the clinics open?",
    "What has support been like when something breaks?",
  ],
  self: [
    "What has the sixth clinic brought with it?",
    "How has Bideford settled in?",
    "What has year end left you time for?",
  ],
};

/** 连锁儿科门诊换系统：运营总监和总护士长。 */
export const clinicSoftwareZh: Record<string, string[]> = {
  attendance: ["爽约这一块现在是什么情况？", "一个月大概有多少爽约的？", "空号空出来以后，候补的家长怎么补上？"],
  billing: ["七家店的收款现在怎么对账？", "每天的收款是怎么汇总到财务的？", "对不上的时候，一般怎么查？"],
  price: ["这个价格您怎么看？", "您觉得价格里哪一块说不过去？", "价格上您最在意什么？"],
  budget: ["这笔钱花成什么样才算值？", "以前买软件的时候，您吃过什么亏？", "这笔投入，您最担心哪一点？"],
  decision: ["这个事二位之间一般怎么定下来？", "除了二位，还要谁点头？", "最后拍板之前要看哪些东西？"],
  alternatives: ["另外两家差在哪儿？", "便宜的那家少了什么？", "跟别家对比，您看重哪几条？"],
  schedule: ["雾化位不够的时候，护士站怎么排？", "高峰的时候，候诊是怎么安排的？", "大厅里孩子一般要等多久，为什么？"],
  records: ["孩子换店的时候，病历怎么跟着走？", "过敏史现在记在哪儿，护士怎么查？", "护理记录是什么时候补的？"],
  changeover: ["上次换系统是怎么上线的？", "护士们在上次切换的时候遇到了什么？", "新系统上线，您最怕哪一步？"],
  terms: ["合同上您最在意哪一条？", "付款方式您怎么考虑？", "签多久对您合适，为什么？"],
  support: ["早上系统打不开的时候，你们怎么办？", "断网的时候，当天的名单从哪儿来？", "现在的售后是怎么响应的？"],
  self: ["天府新区的新店怎么样了？", "二位这阵子是怎么忙过来的？", "大医院和这边有什么不一样？"],
};
