import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "card-upgrade-zh-rubric",
  version: 1,
  locale: "zh-CN",
  title: "算得明白的升级",
  cap: 40,
  bar: 70,
  checks: [
    check("zh-CN", "reason", {
      weight: 1,
      met: "“找您是为 2 月 22 日那条短信，还有您那 18000 积分。”",
      notMet: "聊到第四句才说是办卡的事。",
      tryThis: "何女士，我找您是因为……，占您……分钟方便吗？",
    }),
    check("zh-CN", "no_pitch", {
      weight: 1,
      met: "先问一句，卡放在后面讲。",
      notMet: "“您好，我们白金卡超市返 3%。”",
      tryThis: "先不说卡，想请教您……？",
    }),
    check("zh-CN", "open3", {
      weight: 2,
      met: "“您家一个月大概是怎么花的？”这样的问题，讲权益前问了三个。",
      notMet: "两个“是不是”，然后就讲返现。",
      tryThis: "……这块，您家平时是怎么安排的？",
    }),
    check("zh-CN", "needs", {
      weight: 3,
      met: "讲白金卡之前，四个需求里她说出了三个。",
      notMet: "什么都没问，她自己来问价。",
      tryThis: "合不合适先不下结论，您跟我说说……？",
    }),
    check("zh-CN", "linked", {
      weight: 2,
      met: "第一条权益，正好对应她自己讲过的事。",
      notMet: "“还送账户安全险呢。”",
      tryThis: "您刚说……，用这张卡的话就是……。",
    }),
    check("zh-CN", "quantified", {
      weight: 2,
      met: "“每月 2000 封顶，一年返 720，减掉年费还剩 140。”",
      notMet: "“年费轻轻松松就回来了。”",
      tryThis: "按您的……算，一年是……，减去……，剩……。",
    }),
    check("zh-CN", "ack_first", {
      weight: 2,
      met: "“手上的卡不花钱，凭空多 580，难怪您不愿意。”再算账。",
      notMet: "“一天才一块多。”",
      tryThis: "原来……不用花钱，现在要……，您是担心……？",
    }),
    check("zh-CN", "real_concern", {
      weight: 3,
      objectionId: "O1",
      met: "她讲了为什么怕年费，之后才回答年费。",
      notMet: "一听嫌贵，马上解释划算。",
      tryThis: "您以前碰到过……的情况吗，是怎么回事？",
    }),
    check("zh-CN", "trade", {
      weight: 1,
      met: "“您要是绑一项自动缴费，首年年费我给您减半。”",
      notMet: "“那首年年费我给您减半吧。”",
      tryThis: "您要是……，首年我可以……。",
    }),
    check("zh-CN", "dated", {
      weight: 2,
      met: "“这笔账我今晚发您，下周一 3 月 15 日中午再聊。”",
      notMet: "“您考虑好联系我。”",
      tryThis: "我……前把……发您，……号……点再聊，行吗？",
    }),
    check("zh-CN", "no_force", {
      weight: 1,
      met: "“您跟家里商量，条件不变。”",
      notMet: "“名额今天就没了。”",
      tryThis: "不着急，您还想弄清楚……？",
    }),
    check("zh-CN", "disclosure", {
      weight: 2,
      met: "“年化 18.25%，最低还款额没还够的部分收 5% 违约金。”",
      notMet: "只说年费，利率和违约金没提。",
      tryThis: "除了年费还有两个数要跟您说：……，……。",
    }),
    check("zh-CN", "privacy", {
      weight: 1,
      met: "没问卡号、验证码、身份证号。",
      notMet: "“把卡号发我查一下。”",
      tryThis: "您不用发……，我只要知道……就行。",
    }),
    check("zh-CN", "banned", {
      weight: 2,
      blocker: true,
      met: "没承诺提额，没说免费，没劝人多花钱。",
      notMet: "“肯定给您提额，多刷多赚。”",
      tryThis: "我能跟您确定的是……。",
    }),
  ],
};
