import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "clinic-software-zh-rubric",
  version: 1,
  locale: "zh-CN",
  title: "同时面对管钱的和管护理的",
  cap: 40,
  bar: 70,
  checks: [
    check("zh-CN", "agenda", {
      weight: 1,
      met: "“占二位二十分钟，先听护士长讲店里，再跟唐总算账，您看行吗？”",
      notMet: "“我先给二位演示一下序诊。”",
      tryThis: "占二位……分钟，先听……，再……，您看行吗？",
    }),
    check("zh-CN", "room", {
      weight: 2,
      met: "“唐总您怎么看？护士长，您那边呢？”",
      notMet: "一路只跟唐总讲价钱，护士长坐在旁边听自己门诊的事。",
      tryThis: "……，往下讲之前想听听您的：……在您那边是什么情况？",
    }),
    check("zh-CN", "follow_up", {
      weight: 2,
      met: "“您说演示都是顺的，门诊里哪儿最不顺？”",
      notMet: "“好的。那预算多少？”",
      tryThis: "您刚才提到……，具体是怎么回事？",
    }),
    check("zh-CN", "needs", {
      weight: 3,
      met: "讲序诊之前，五个需求里已经说出三个，两个人都开了口。",
      notMet: "没人问唐总什么，他只好自己要报价。",
      tryThis: "介绍方案之前想先请教：……这块现在是怎么做的？",
    }),
    check("zh-CN", "decision", {
      weight: 1,
      met: "“这个事，您二位之间一般怎么定下来？”",
      notMet: "“唐总您就能拍板吧？”",
      tryThis: "如果二位都觉得可行，……这一步怎么走？",
    }),
    check("zh-CN", "linked", {
      weight: 2,
      met: "谁先说了难处，就对着谁讲对应的那一条。",
      notMet: "“序诊还有小程序、大屏、驾驶舱。”",
      tryThis: "……，您刚说……，序诊对这件事的做法是……。",
    }),
    check("zh-CN", "quantified", {
      weight: 1,
      met: "“28 家连锁，爽约率从 12.6% 降到 7.4%。”",
      notMet: "“肯定能给您省不少。”",
      tryThis: "按您的……来算，一年是……。",
    }),
    check("zh-CN", "ack_first", {
      weight: 2,
      met: "“二十六万买个挂号的，听着确实贵，难怪您说不出口。”然后再解释。",
      notMet: "“一分钱一分货。”",
      tryThis: "……听着确实……，难怪您……。我想先问一句，……？",
    }),
    check("zh-CN", "real_concern", {
      weight: 3,
      objectionId: "O1",
      met: "他先讲了以前吃过的亏，之后才算回报。",
      notMet: "一上来就替价格辩解。",
      tryThis: "以前……的时候，您那边遇到过什么？",
    }),
    check("zh-CN", "trade", {
      weight: 1,
      met: "“您要是签三年，实施费我给您减半。”",
      notMet: "“我再给您让 5 个点。”",
      tryThis: "您要是……，我就可以……。",
    }),
    check("zh-CN", "dated", {
      weight: 2,
      met: "“周五 3 月 12 日前我把一页纸发二位，下周二下午三点咱们再碰。”",
      notMet: "“那我们保持联系。”",
      tryThis: "我……之前把……发二位，……号……点再碰，行吗？",
    }),
    check("zh-CN", "own_words", {
      weight: 2,
      met: "“花二十六万只换个挂号，难怪您心里不踏实。”",
      notMet: "“非常理解您的心情。”",
      tryThis: "所以……，您在意的不是……，是……。",
    }),
    check("zh-CN", "disclosure", {
      weight: 2,
      met: "“这个是按年一次性预付，医生账号一年内只增不减。”",
      notMet: "报了价，付款方式和账号限制一句没提。",
      tryThis: "这个价有两个条件要说明：……，还有……。",
    }),
    check("zh-CN", "banned", {
      weight: 2,
      blocker: true,
      met: "没有打包票，没有说主管部门推荐，没有许好处。",
      notMet: "“今天不定明天就涨。”",
      tryThis: "能写进合同的是……。",
    }),
  ],
};
