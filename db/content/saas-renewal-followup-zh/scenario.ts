import type { Scenario } from "@/lib/contracts/content";
import {
  all,
  any,
  datedStep,
  did,
  fromTurn,
  interest,
  isAcknowledged,
  isOpen,
  needs,
  needsBelow,
  not,
  patienceBelow,
  readyAsk,
  remembered,
  stageIn,
  told,
} from "../conditions";
import { passagesBut, topicsOf } from "../reuse";
import { scenario as before } from "../saas-renewal-zh/scenario";
import { topics } from "./topics";

const raw = String.raw;

export const scenario: Scenario = {
  id: "saas-renewal-followup-zh",
  version: 1,
  locale: "zh-CN",
  family: "saas-renewal-followup",
  follows: "saas-renewal",
  title: "两周后再谈",
  summary: "同一笔续费，第二次谈。上回说过的话，她都记着。",
  industry: "企业软件",
  situation:
    "今天是 3 月 11 日，星期四。恒瑞达精密的标准版 3 月 31 日到期，账号数 15 日前要确认，续费到现在没签：两周前那次谈得怎么样先不论，总之没有变成合同。财务总监沈敏给了你十五分钟。上次要是你谈的，她记得你说过、答应过什么；要是你同事谈的，她认为你应该问清楚了再来。",
  goal: "弄清上次谈完之后卡在哪里，把答应过的兑现，拿到一个准话，或者一个不会落空的日期。",
  offer: [
    "企业版正式账号 450 元一年，可签 1 年、2 年或 3 年",
    "车间、门岗用的共享账号 90 元一年，不必人人一个正式账号",
    "自己能批 5% 以内的折扣，5% 到 10% 要销售总监批",
    "签 2 年锁定年涨幅不超过 4%，签 3 年锁定价格不变",
    "接口可以分两步对接，第二步半年内任选时间",
  ],
  known: [
    "恒瑞达精密，无锡的精密零部件厂，三个厂区，约 1260 人",
    "现用标准版 800 个账号，每个 360 元一年，共 28.8 万，2027 年 3 月 31 日到期",
    "800 个账号全换企业版是 36 万一年",
    "二月底谈过第一次，之后没有签任何东西",
    "新一年的账号数要在 3 月 15 日前确认",
    "沈敏 2022 年加入，之前在会计师事务所做审计",
  ],
  date: "2027-03-11",
  topics: [...topics, ...topicsOf(before.topics, "enterprise", "support", "self")],
  personaIds: ["shen-min-later"],
  rubricId: "saas-renewal-followup-zh-rubric",
  policyId: "saas-renewal-followup-zh-policy",
  sheet: {
    id: "jianzhang-sheet-march",
    version: 1,
    title: "简账费控 2027 版本、价格与服务说明（含续费办理）",
    product: "简账费控",
    passages: [
      ...passagesBut(before.sheet, "shared-example", "check", "bridge"),
      {
        id: "shared-small",
        topic: "count",
        page: 1,
        text: "举例：420 个正式账号加 20 个共享账号，一年 19.08 万。",
      },
      {
        id: "unsigned-bill",
        topic: "bill",
        page: 5,
        text: "续费没签就开出去的发票，两个工作日内红冲作废；签字之前自动开票一律关闭。",
        contradictedBy: [raw`(发票|票)[^，。？]{0,10}(不能退|必须付|得先付|作废不了|没法红冲)`],
      },
      {
        id: "interface-steps",
        topic: "plans",
        page: 3,
        text: "接口可以分两步对接：先沿用现有接口，更换业务系统后半年内免费重接一次。已对接 31 种财务和业务系统，没接过的先用一个月的单据免费试跑。",
        contradictedBy: [raw`(所有|任何|什么)(系统|erp)[^，。？]{0,6}(都能|都可以|都支持)`],
      },
      {
        id: "bridge",
        topic: "terms",
        page: 3,
        text: "3 月 15 日前签约的老客户，标准版可以按原价用到切换完成，最迟 6 月 30 日。",
      },
    ],
  },
  minNeeds: 2,
  closeThreshold: 62,
  asksForOffer: any(patienceBelow(40), all(fromTurn(7), interest(50)), all(fromTurn(5), needs(2), interest(55))),
  // A sale to somebody who knows what has happened since the last talk.
  won: all(readyAsk(58), any(told("G1"), told("G2"), told("G3"))),
  // What was missed is named with its date at the start: that is no next step yet.
  followUp: all(datedStep, fromTurn(4)),
  maxTurns: 18,
  minutes: 15,
  difficulty: "standard",
  hints: {
    budget: 3,
    rules: [
      { id: "patience-low", when: patienceBelow(30), text: "她快没耐心了。短一点，或者直接约时间。" },
      {
        id: "price-named",
        when: all(remembered({ promised: "price" }), fromTurn(4), not(did("quote_price"))),
        text: "上次你报过价。先说清楚还算不算数。",
      },
      {
        id: "pick-up",
        when: all(remembered(), fromTurn(2), needsBelow(1), not(did("summarise"))),
        text: "上次就是你谈的。说说你带走了什么。",
      },
      {
        id: "not-there",
        when: all(not(remembered()), fromTurn(2), needsBelow(1)),
        text: "上次不是你谈的。问问后来发生了什么。",
      },
      {
        id: "objection-unheard",
        when: all(isOpen("O1"), not(isAcknowledged("O1"))),
        text: "她对你们公司有气。先接住，再解释。",
      },
      { id: "aftermath", when: all(isAcknowledged("O1"), isOpen("O1")), text: "谈完之后她收到了什么？问一句。" },
      { id: "not-now", when: isOpen("O2"), text: "不是时间不对。今年她那边还有什么要动？" },
      { id: "cheaper", when: isOpen("O3"), text: "便宜往往有别的代价。问问她看到了什么。" },
      {
        id: "terms-due",
        when: all(did("quote_price"), stageIn("presentation", "objection_handling", "closing")),
        text: "报了价，还有两条合同条件该一起说。",
      },
      {
        id: "enough-known",
        when: all(needs(2), stageIn("discovery", "presentation"), not(did("present_value"))),
        text: "了解得够多了。挑一件她说过的事，对上一个好处。",
      },
    ],
    fallback: {
      opening: "先说上回还欠什么，再问有什么变化。",
      discovery: "两周能变不少事。问一个开放的问题，然后等。",
      presentation: "只讲她提过的那件事。",
      objection_handling: "先说出她气什么，再问后来怎么了。",
      closing: "复述两件她说过的事，再约一个守得住的日子。",
    },
  },
};
