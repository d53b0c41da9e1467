import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "equipment-zh-rubric",
  version: 1,
  locale: "zh-CN",
  title: "跟话少的工程师谈设备",
  cap: 40,
  bar: 72,
  checks: [
    check("zh-CN", "agenda", {
      weight: 1,
      met: "“梁工，十分钟：先了解车间怎么运行，再看选型，行吗？”",
      notMet: "“我给您介绍下 SL-120。”",
      tryThis: "……分钟：先……，再……，您看行吗？",
    }),
    check("zh-CN", "brief", {
      weight: 1,
      met: "“去年添了 4 台注塑机，冷水这边有什么变化？”",
      notMet: "“贵厂做什么产品？”",
      tryThis: "我了解到贵厂……，对……有什么影响？",
    }),
    check("zh-CN", "open3", {
      weight: 2,
      met: "讲参数之前，一次一个，问了三个开放问题。",
      notMet: "“热不热？吵不吵？那我们 SL-120……”",
      tryThis: "平常……是怎么运行的？",
    }),
    check("zh-CN", "follow_up", {
      weight: 2,
      met: "“您说有一台听话，另一台呢？”",
      notMet: "“好的。预算多少？”",
      tryThis: "您刚说……，后来怎么样？",
    }),
    check("zh-CN", "needs", {
      weight: 3,
      met: "介绍机器前，四个需求问出了三个。",
      notMet: "他自己开口要价。",
      tryThis: "选型之前想先问：……的时候会怎么样？",
    }),
    check("zh-CN", "linked", {
      weight: 2,
      met: "第一条好处，对上他量过的一个数。",
      notMet: "“还带触摸屏和远程监控。”",
      tryThis: "对您那个……，SL-120 是……。",
    }),
    check("zh-CN", "evidence", {
      weight: 2,
      met: "“去年 186 次上门，95% 在 4 小时内到。”",
      notMet: "“我们售后没话说。”",
      tryThis: "……年我们统计……，您可以找……核实。",
    }),
    check("zh-CN", "ack_first", {
      weight: 1,
      met: "“这话您听过，换个牌子又来讲，难怪您不信。”然后再问。",
      notMet: "“我们跟他们不一样。”",
      tryThis: "之前有人说……，结果没做到，是吧？当时怎么回事？",
    }),
    check("zh-CN", "real_concern", {
      weight: 3,
      objectionId: "O1",
      met: "他讲了上回出的事，之后才回答他的不信。",
      notMet: "他不信，就再加一个说法。",
      tryThis: "上次……的时候，出了什么情况？",
    }),
    check("zh-CN", "deciders", {
      weight: 2,
      met: "他说了由谁批，下一步就把人带上。",
      notMet: "只跟他一个人约了下一步。",
      tryThis: "……号那天，要不要请……一起看？",
    }),
    check("zh-CN", "dated", {
      weight: 2,
      met: "“3 月 29 日周一早上八点我带仪器去现场测，4 月 5 日前把报告发给您。”",
      notMet: "“回头安排人过去看看。”",
      tryThis: "我……号……点带……过去，……号前把……给您。",
    }),
    check("zh-CN", "one_ask", {
      weight: 1,
      met: "问一句，然后等。",
      notMet: "“冷量多少，水温几度，放哪里，谁签字？”",
      tryThis: "……怎么样？（问完就停）",
    }),
    check("zh-CN", "disclosure", {
      weight: 2,
      met: "“质保 24 个月，环境温度不能超，35 天发货。”",
      notMet: "只报了机器价。",
      tryThis: "这个价要一起说明：……、……、……。",
    }),
    check("zh-CN", "banned", {
      weight: 2,
      blocker: true,
      met: "没说永远不坏，没编证书，没许好处。",
      notMet: "“我们这机器不会坏的。”",
      tryThis: "我们测到的是……，不能保证的是……。",
    }),
  ],
};
