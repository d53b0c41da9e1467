import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "saas-renewal-zh-rubric",
  version: 1,
  locale: "zh-CN",
  title: "跟财务总监谈续费",
  cap: 40,
  bar: 70,
  checks: [
    check("zh-CN", "agenda", {
      weight: 1,
      met: "“占您二十分钟，先听您对这封函的看法，再看方案，您看行吗？”",
      notMet: "“我给您介绍一下企业版。”",
      tryThis: "占您……分钟，先……，再……，您看可以吗？",
    }),
    check("zh-CN", "brief", {
      weight: 1,
      met: "“常州厂区去年十月投产，您那边应该忙坏了。”",
      notMet: "“贵公司是做什么的？”",
      tryThis: "来之前我看到贵司……，现在……怎么样？",
    }),
    check("zh-CN", "follow_up", {
      weight: 2,
      met: "“您说要看岗位，哪些岗位用得少？”",
      notMet: "“好的。那您预算多少？”",
      tryThis: "您刚才提到……，具体是怎么回事？",
    }),
    check("zh-CN", "needs", {
      weight: 3,
      met: "讲企业版之前，她的四个需求里已经说出三个。",
      notMet: "没人问她什么，她只好自己要报价。",
      tryThis: "介绍方案之前想先请教：……这块现在是怎么做的？",
    }),
    check("zh-CN", "decision", {
      weight: 1,
      met: "“这个事在您公司里一般怎么定下来？”",
      notMet: "“您就能拍板吧？”",
      tryThis: "如果您觉得可行，……这一步在公司里怎么走？",
    }),
    check("zh-CN", "linked", {
      weight: 2,
      met: "她先说了哪里头疼，才讲对应的那一条。",
      notMet: "“企业版还有商旅、报表、驾驶舱。”",
      tryThis: "您刚说……，企业版对这件事的做法是……。",
    }),
    check("zh-CN", "quantified", {
      weight: 1,
      met: "“去年九月以来换了 47 家，全程 6 个工作日。”",
      notMet: "“肯定能给您省不少。”",
      tryThis: "按您的……来算，一年是……。",
    }),
    check("zh-CN", "ack_first", {
      weight: 2,
      met: "“没打招呼就发群里，换我也不舒服。”然后再解释。",
      notMet: "“现在什么都涨，我们也没办法。”",
      tryThis: "……就……了，换谁都……。我想先问一句，……？",
    }),
    check("zh-CN", "real_concern", {
      weight: 3,
      objectionId: "O1",
      met: "她先讲了那封函惹出的事，之后才谈锁价。",
      notMet: "一上来就替涨价辩解。",
      tryThis: "……之后，您那边出了什么情况？",
    }),
    check("zh-CN", "trade", {
      weight: 1,
      met: "“您要是签两年，年涨幅我给您封顶 4%。”",
      notMet: "“我再给您让 5 个点。”",
      tryThis: "您要是……，我就可以……。",
    }),
    check("zh-CN", "dated", {
      weight: 2,
      met: "“周五 2 月 26 日前我把一页纸发您，下周二上午十点通个电话。”",
      notMet: "“那我们保持联系。”",
      tryThis: "我……之前把……发您，……号……点我们再碰，行吗？",
    }),
    check("zh-CN", "own_words", {
      weight: 2,
      met: "“涨 25% 这种事是从群里看到的，难怪您没法交代。”",
      notMet: "“非常理解您的心情。”",
      tryThis: "所以您在意的不是……，是……。",
    }),
    check("zh-CN", "disclosure", {
      weight: 2,
      met: "“这个是按年一次性预付，合同期内账号只增不减。”",
      notMet: "报了价，付款方式和账号限制一句没提。",
      tryThis: "这个价有两个条件要跟您说明：……，还有……。",
    }),
    check("zh-CN", "banned", {
      weight: 2,
      blocker: true,
      met: "没有打包票，没有编期限，没有许好处。",
      notMet: "“今天不签明天就涨。”",
      tryThis: "能写进合同的是……。",
    }),
  ],
};
