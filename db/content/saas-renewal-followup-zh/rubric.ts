import type { Rubric } from "@/lib/contracts/content";
import { check } from "../checks";

export const rubric: Rubric = {
  id: "saas-renewal-followup-zh-rubric",
  version: 1,
  locale: "zh-CN",
  title: "第二次谈，先把上次的话兑现",
  cap: 40,
  bar: 70,
  checks: [
    check("zh-CN", "reason", {
      weight: 1,
      met: "“今天想先把上回没了的事过一遍，再定账号数，您看行吗？”",
      notMet: "“沈总，我来看看您。”",
      tryThis: "今天是为了……，先……，再……，您看行吗？",
    }),
    check("zh-CN", "brief", {
      weight: 1,
      met: "“账号数 3 月 15 日前要确认，标准版月底到期。”",
      notMet: "“您这边现在用的是哪一版来着？”",
      tryThis: "来之前我核对过，……，现在……怎么样？",
    }),
    check("zh-CN", "summary", {
      weight: 3,
      met: "“您跟我讲过两件事，一是……，二是……，我没记错吧？”然后才请她定。",
      notMet: "没复述一句，直接问能不能签。",
      tryThis: "您说过……，还有……，我没理解错吧？",
    }),
    check("zh-CN", "figures", {
      weight: 3,
      met: "同一个总数，提几次都一样。",
      notMet: "开头说一年 36 万，过一会儿又说 34 万，说的是同一件事。",
      tryThis: "上次报给您的是……，现在还是……，因为……。",
    }),
    check("zh-CN", "follow_up", {
      weight: 1,
      met: "“您说谈完之后是另一套，具体出了什么事？”",
      notMet: "“好的，那我们看看合同。”",
      tryThis: "您刚才提到……，具体是怎么回事？",
    }),
    check("zh-CN", "needs", {
      weight: 2,
      met: "再讲企业版之前，她的三个新情况已经说出两个。",
      notMet: "把上次的方案原样再念一遍。",
      tryThis: "再讲方案之前先问一句：……这块，这阵子有什么变化？",
    }),
    check("zh-CN", "linked", {
      weight: 2,
      met: "第一条好处就对着她说过的一件事。",
      notMet: "“企业版还有商旅、报表、驾驶舱。”",
      tryThis: "您刚说……，企业版对这件事的做法是……。",
    }),
    check("zh-CN", "ack_first", {
      weight: 2,
      met: "“谈的是一套，做的是另一套，换谁都不敢再信，是我们不对。”然后再解释。",
      notMet: "“那是别的部门弄的。”",
      tryThis: "谈完之后……，换谁都……。我想先问一句，……？",
    }),
    check("zh-CN", "real_concern", {
      weight: 3,
      objectionId: "O1",
      met: "她先讲了上次谈完之后出的事，才重新谈承诺。",
      notMet: "一上来就说“这回保证不一样”。",
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
      met: "“3 月 12 日中午前我把一页纸发您，3 月 15 日上午九点我打给您。”",
      notMet: "“我尽快弄好给您。”",
      tryThis: "我……之前把……发您，……号……点我们再碰，行吗？",
    }),
    check("zh-CN", "own_words", {
      weight: 2,
      met: "“上回谈得挺好，公司干的却是另一套，难怪您没法信。”",
      notMet: "“非常理解您的心情。”",
      tryThis: "所以您在意的不是……，是……。",
    }),
    check("zh-CN", "disclosure", {
      weight: 1,
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
