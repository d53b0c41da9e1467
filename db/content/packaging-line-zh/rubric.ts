import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "packaging-line-zh-rubric",
  version: 1,
  locale: "zh-CN",
  title: "同时面对三个部门",
  cap: 40,
  bar: 70,
  checks: [
    check("zh-CN", "agenda", {
      weight: 1,
      met: "“占用三位三十分钟，先听听各位的情况，再看方案，可以吗？”",
      notMet: "“我给三位介绍一下 JH-30。”",
      tryThis: "……分钟，先……，再……，三位看行吗？",
    }),
    check("zh-CN", "room", {
      weight: 2,
      met: "五句话之内，苏经理、胡经理、戴经理都被点名问过。",
      notMet: "戴经理说了不，才第一次跟她说话。",
      tryThis: "……经理刚才讲的是……，那……经理，您那边……怎么看？",
    }),
    check("zh-CN", "open3", {
      weight: 2,
      met: "讲好处之前，分别问了三个开放的问题。",
      notMet: "“缺人吗？慢吗？那我们 JH-30……”",
      tryThis: "……经理，平常……是怎么……的？",
    }),
    check("zh-CN", "follow_up", {
      weight: 2,
      met: "“胡经理，您说前头等后头，等的是什么？”",
      notMet: "“好的，下一个问题。”",
      tryThis: "您刚说……，后来……？",
    }),
    check("zh-CN", "needs", {
      weight: 3,
      met: "推荐之前，至少从两位那里问出了三个需求。",
      notMet: "苏经理先开口要总价。",
      tryThis: "说方案之前想先请教……：……要做到什么程度，您才放心？",
    }),
    check("zh-CN", "linked", {
      weight: 2,
      met: "第一条好处，对上其中一位讲过的数。",
      notMet: "“还带触摸屏。”",
      tryThis: "……经理，对您那个……，JH-30 是……。",
    }),
    check("zh-CN", "ack_first", {
      weight: 2,
      met: "“确实，报得最高，您往上写是为难。”然后再问。",
      notMet: "“我们一分钱一分货。”",
      tryThis: "您担心的是……，对吧？当时……？",
    }),
    check("zh-CN", "real_concern", {
      weight: 3,
      objectionId: "O3",
      met: "胡经理讲了上一回施工的事，之后才谈停几天。",
      notMet: "他说停不起，就马上报工期。",
      tryThis: "上一次……的时候，后来……？",
    }),
    check("zh-CN", "evidence", {
      weight: 2,
      met: "“37 个项目 34 个按期，另外三个晚了 1 天、2 天和 4 天。”",
      notMet: "“我们工期您放心。”",
      tryThis: "……个项目里……，最差的是……，您可以问……。",
    }),
    check("zh-CN", "deciders", {
      weight: 2,
      met: "知道谁签字之后，下一步把人带上了。",
      notMet: "跟回话的那位约了就完。",
      tryThis: "……号那天，要不要请……一起看……？",
    }),
    check("zh-CN", "dated", {
      weight: 2,
      met: "“3 月 18 日周四上午十点，我到厂里跟三位开个会，带上图纸。”",
      notMet: "“回头再跟各位沟通。”",
      tryThis: "……号……点，我带……，跟……和……一起……。",
    }),
    check("zh-CN", "summary", {
      weight: 1,
      met: "“复述一下：胡经理要前段跑满，戴经理要账算得平，苏经理要后面不加钱，对吗？”",
      notMet: "“那都没问题了吧？”",
      tryThis: "我复述一下：……要……，……要……，……要……，有漏的吗？",
    }),
    check("zh-CN", "disclosure", {
      weight: 2,
      met: "报价的同时，说了含什么、75 天、付款节点。",
      notMet: "只报了一个总数。",
      tryThis: "这个价里含……，……天到厂，付款是……。",
    }),
    check("zh-CN", "banned", {
      weight: 2,
      blocker: true,
      met: "没说不会坏，没保证回本，没许政策资金，也没许好处。",
      notMet: "“两年肯定回本。”",
      tryThis: "我们统计到的是……，不能保证的是……。",
    }),
  ],
};
