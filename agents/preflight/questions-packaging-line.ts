/** Questions for the cracker bakery's packing line: purchasing, production, quality. */
export const packagingLineEn: Record<string, string[]> = {
  speed: [
    "How does line 2 run on a normal shift, from the ovens to the pallet?",
    "Where is the bottleneck on the line today?",
    "What keeps the end of the line from the pace of the ovens?",
  ],
  people: [
    "How do you staff the packing posts across the three shifts?",
    "What have you told the packers so far, and how did they take it?",
    "What would a machine mean for your crew?",
  ],
  installation: [
    "What happened the last time there was building work on the line?",
    "How many days could you be without the line, and when?",
    "What would an installation have to look like so that you could stand over it?",
  ],
  cleaning: [
    "How does a clean between recipes go today, step by step?",
    "What makes you so careful about crumb and allergens?",
    "What would the cleaning have to look like before you release it?",
  ],
  coding: [
    "How are the date codes checked today?",
    "What happens when a case goes out with a wrong date?",
    "Where does the check by eye let you down?",
  ],
  audit: [
    "What does the audit mean for when a new machine can go in?",
    "How do you validate new equipment, and what do you need from us?",
    "What would the auditors want to see about this cell?",
  ],
  price: [
    "How do you look at the price?",
    "What would have to be inside the price so that it holds for you?",
    "What bothers you most about our quote?",
  ],
  alternatives: [
    "How do the other two compare, from what's on your sheet?",
    "What comes with the lower quote, and what doesn't?",
    "What did you find when you compared the other offers?",
  ],
  decision: [
    "Once the three of you agree, how does a yes get made?",
    "Who else has to sign, and what does it depend on?",
    "What does the approval process look like after this talk?",
  ],
  budget: [
    "How is the budget for this set?",
    "What has been set aside for it in this year's plan?",
    "What does the capital plan allow, and until when?",
  ],
  extras: [
    "What happened with extra invoices when you bought machines before?",
    "How did an earlier purchase end differently from the quote?",
    "What is your experience with costs that came after the order?",
  ],
  service: [
    "How do you handle a breakdown at night today?",
    "What would you expect of our service engineers?",
    "Which spare parts would you want on your own shelf?",
  ],
  robot: [
    "What would the robot have to prove to you?",
    "How much floor is there for the cell, between the posts?",
    "Which of the specs matter most to you?",
  ],
  terms: [
    "What matters to you about the terms?",
    "What should the acceptance test show, and on whose product?",
    "How would you want the contract to deal with warranty?",
  ],
  company: [
    "How has the new oven changed things?",
    "What has the rye cracker brought with it?",
    "How is business since last summer?",
  ],
};

/** 火锅底料厂的装箱线：采购、生产、财务。 */
export const packagingLineZh: Record<string, string[]> = {
  speed: ["平常一个班，从灌装到装箱是怎么跑的？", "现在的瓶颈卡在哪一段？", "旺季的时候，后道跟得上吗，差多少箱？"],
  people: ["装箱这块现在人手怎么样？", "装箱工都是怎么招、怎么排班的？", "用工上最头疼的是什么？"],
  errors: ["少包、混箱现在是怎么查的？", "去年装箱出错都是什么情况？", "渠道那边因为错装漏装来找过什么麻烦？"],
  installation: [
    "上一次停线施工，当时是怎么个情况？",
    "检修那十天，施工怎么排您才放心？",
    "停线施工的工期，您最担心什么？",
  ],
  payback: ["这笔投资的回收期，您现在是怎么测算的？", "测算里差在哪一块？", "回收期上面有什么要求？"],
  subsidy: ["区里或者园区有什么政策可以申报？", "申报这块要什么条件，什么时间？", "政策上有什么是我们能配合的？"],
  payment: ["付款节点怎么安排最合适？", "资金安排哪个时间段最紧？", "付款比例上，您最在意哪一笔，为什么？"],
  price: ["这个报价您怎么看？", "价格里哪一块您最不放心？", "总价做到什么样才好往上写？"],
  alternatives: [
    "另外两家比下来，您看出什么差别？",
    "低的那份里含了哪些，没含哪些？",
    "对比下来，别家强在哪、弱在哪？",
  ],
  decision: ["三位会签以后，还要谁签字，怎么批？", "审批流程是怎么走的，看什么定？", "往上报的话，最后由谁拍板？"],
  past: [
    "以前买设备碰到过哪些后来加钱的情况？",
    "以前的追加和增项是怎么发生的？",
    "结算比合同高出来的，您经历过哪些？",
  ],
  service: ["设备半夜坏了，现在怎么维修？", "售后上您最看重什么？", "以前的维修响应怎么样？"],
  machine: ["料包这么软，抓取上您最担心什么？", "这套机器人要做到什么程度您才认？", "现场的尺寸和占地是什么情况？"],
  terms: ["验收按什么标准才算数？", "质保和条款上您最在意什么？", "合同条款里哪几条一定要写死？"],
  company: ["番茄锅上市给厂里带来了什么变化？", "新品上市以后厂里怎么应付过来的？", "电商订单给厂里添了哪些麻烦？"],
};
