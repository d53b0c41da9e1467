import type { Persona } from "@/lib/contracts/content";
import {
  all,
  any,
  asked,
  did,
  fromTurn,
  isAcknowledged,
  isOpen,
  isResolved,
  mentioned,
  move,
  needsBelow,
  not,
  told,
  trust,
} from "../conditions";
import { voice } from "./voice-hu";

export const huDesheng: Persona = {
  id: "hu-desheng",
  version: 1,
  locale: "zh-CN",
  name: "胡德胜",
  calledBy: ["胡经理", "老胡", "胡德胜", "胡师傅"],
  role: "生产经理",
  company: "椒巷食品",
  industry: "火锅底料",
  archetype: "busy",
  style: "terse",
  decisionStyle: "看天数，看现场，看别的厂怎么跑的。",
  temperament: "直，急，嘴硬。对得上车间的话，他听一句就记住。",
  motivation: "线上不断，人不散。",
  typicalWords: ["要得", "停几天", "哪个装", "整不成"],
  meters: { trust: 37, interest: 42, patience: 92 },
  volatility: 15,
  publicFacts: [
    { id: "P1", topic: "speed", text: "灌装、冷却、装袋是自动的，袋装底料装箱靠人工。" },
    { id: "P2", topic: "people", text: "厂门口一年到头挂着招装箱工的牌子。" },
    { id: "P3", topic: "installation", text: "一年只有高温检修那十天全线停。" },
    { id: "P4", text: "胡德胜从炒料工干起，二十二年。" },
    { id: "P5", text: "爱打麻将，输多赢少。" },
  ],
  sealedFacts: [
    {
      id: "R1",
      topic: "people",
      need: true,
      text: "年后装箱还缺17个人，日结工一天230，干三两天就走。",
      spoken: [
        "年后装箱差17个人。日结的一天230，干两天就跑",
        "缺17个。外头喊日结，230一天，教会了人就没了",
        "230一天的日结工，三天换一拨，正经还差17个",
      ],
      recalled: ["17个人的缺，你记到", "日结230，还留不住"],
      unlock: all(asked("people"), trust(44)),
      breadcrumbs: ["凳子比人多", "今天教的，明天不一定在"],
    },
    {
      id: "R2",
      topic: "speed",
      need: true,
      text: "前段一分钟出26箱的料，人工装箱只有19箱，旺季前段天天压着开。",
      spoken: [
        "前段一分钟26箱，装箱19箱，前头只好压着开",
        "装箱撑死19箱一分钟。灌装能到26箱，天天压着开",
        "26箱的料，19箱的手。旺季前段压着开，心痛",
      ],
      recalled: ["26箱对19箱，就差在后头", "前段还压着开呢"],
      unlock: all(asked("speed"), trust(42)),
      breadcrumbs: ["前头等后头", "锅没问题，手有问题"],
    },
    {
      id: "R3",
      topic: "installation",
      need: false,
      text: "2025年换输送线，说好停三天，停了九天，双十一的货晚发，胡德胜在厂务会上做了检讨。",
      spoken: [
        "2025年换输送线，讲好三天，停了九天，双十一的货晚发，厂务会上我做检讨",
        "停了九天。本来三天，换输送线那回，2025年，双十一发不出货，检讨是我念的",
        "厂务会检讨我念的。换输送线，2025年，三天变九天，双十一误了",
      ],
      recalled: ["三天变九天，忘不脱", "检讨我不想再念一回"],
      unlock: all(
        any(
          did("acknowledge", { objectionId: "O3" }),
          did("empathise", { topics: ["installation"] }),
          did("probe", { topics: ["installation"], atLeast: 2 }),
        ),
        asked("installation"),
        trust(46),
      ),
      breadcrumbs: ["来施工的都说快", "上过一回当"],
    },
    {
      id: "R4",
      topic: "errors",
      need: true,
      text: "去年少包、混箱被平台罚了41单，每单2000元，最大的一家渠道发了警告函。",
      spoken: [
        "少包混箱，去年罚41单，一单2000，最大那家渠道还来了警告函",
        "41单，一单罚2000。都是少包、混箱。警告函在我抽屉里",
        "警告函收到过，最大的渠道。少包混箱，去年41单，2000一单",
      ],
      recalled: ["41单，罚得肉痛", "警告函再来一张，我就不用干了"],
      unlock: all(any(asked("errors"), all(did("acknowledge", { objectionId: "O4" }), asked("machine"))), trust(46)),
      breadcrumbs: ["人累了，数就花了", "箱子不会说谎，过秤就晓得"],
    },
  ],
  objections: [
    {
      id: "O3",
      topic: "installation",
      surface: ["停线换这个？我停不起", "停线的事，还是没讲清", "我的线，莫动"],
      concern: "上次施工拖了很久，误了货，挨批的是他；他怕的是工期，不是机器。",
      factId: "R3",
      raiseWhen: any(mentioned("installation", "machine"), did("present_value", { qualities: ["blind"] }), fromTurn(3)),
      answerTopics: ["installation", "terms"],
    },
    {
      id: "O4",
      topic: "machine",
      surface: ["软趴趴的料包，铁爪爪抓得起来？", "软包这一条，你绕过去了", "抓不稳就莫进我车间"],
      concern: "包数一错就要挨罚，人会看，他不信机器会看。",
      factId: "R4",
      raiseWhen: all(
        not(told("R4")),
        any(
          all(did("quote_price"), needsBelow(3)),
          did("present_value", { topics: ["machine", "speed", "errors"], qualities: ["blind"] }),
        ),
      ),
      answerTopics: ["machine", "errors"],
    },
  ],
  concessions: [
    { id: "C4", text: "检修那几天给你用", needs: isResolved("O3") },
    { id: "C5", text: "料我出，你来试，跑给大家看", needs: all(told("R4"), trust(56)) },
  ],
  walkAway: [
    {
      id: "W5",
      text: "胡德胜的事没人理，却一再催着签。",
      when: did("ask_commitment", { qualities: ["early"], atLeast: 3 }),
    },
  ],
  topicAnswers: [
    {
      topic: "people",
      open: ["装箱这活，站一天，手腕肿", "老的干不动，小的不肯来", "班组长天天打电话喊人"],
      closed: ["缺", "流动大", "凑合排班", "能留的都留了"],
    },
    {
      topic: "speed",
      open: ["炒料、灌装、冷却，都快，到装箱就堵", "快慢看当天来几个人", "四条线，最吵的是后道"],
      closed: ["能快", "看班", "上午好点", "没跑满"],
    },
    {
      topic: "errors",
      open: ["一箱二十包，数花眼", "封箱前抽查，查不完", "大促那几天最容易乱"],
      closed: ["有", "免不了", "人工嘛", "在盯"],
    },
    {
      topic: "installation",
      open: ["只有检修那十天，多一天没得", "地上有油，施工要垫板", "拆我一个柱子都不行"],
      closed: ["检修期", "十天", "排得紧", "不能拖"],
    },
    {
      topic: "service",
      open: ["自己有两个机修，机器人没碰过", "坏了先打电话，半天不接就冒火", "配件放我这儿，我才睡得着"],
      closed: ["靠自己多", "成都有人最好", "一般"],
    },
    {
      topic: "machine",
      open: ["料包软，还滑，有时带油", "柱子中间就那么宽", "屏上字大点，少点英文"],
      closed: ["看过图", "怕是窄", "不晓得"],
    },
    {
      topic: "price",
      open: ["钱我不管，管活", "贵不贵，看停不停", "苏经理砍价，我数天"],
      closed: ["没问", "不归我", "看到了"],
    },
    {
      topic: "alternatives",
      open: ["来过三拨人，都穿西装", "有一家连车间都没进", "名片一摞"],
      closed: ["有几家", "见过", "没站队"],
    },
    {
      topic: "decision",
      open: ["我说能用才用", "章在上头，我只点头", "苏经理跑手续"],
      closed: ["算一票", "我说不算完", "往上报"],
    },
    {
      topic: "past",
      open: ["有的好用，有的在墙角生锈", "装的时候个个拍胸口", "旧机器脾气我摸透了"],
      closed: ["有好有孬", "吃过苦头", "莫提"],
    },
    {
      topic: "terms",
      open: ["拿我的料跑一个班，不卡就算过", "验收我签，别人签不作数", "质保写清楚管哪些零件"],
      closed: ["跑给我看", "按实的来", "随苏经理"],
    },
    {
      topic: "payback",
      open: ["戴经理天天算，我天天干", "少喊几个日结就是钱", "账我不会，人我会数"],
      closed: ["该是划算", "问财务", "没算过"],
    },
    {
      topic: "subsidy",
      open: ["上头有没得钱，我不晓得", "拍照填表来找我就行", "那是办公室的事"],
      closed: ["不懂", "没听过", "兴许有"],
    },
    {
      topic: "payment",
      open: ["跑顺了再给钱，天经地义", "压点尾款，他才来得快", "别因为付款误了进场"],
      closed: ["不管", "尾款要留", "财务说了算"],
    },
    {
      topic: "company",
      open: ["番茄锅一爆，后道全加班", "订单好，人不够", "老厂房，新机器"],
      closed: ["忙死", "还可以", "红火"],
    },
  ],
  ownsTopics: ["people", "speed", "errors", "installation", "service", "machine"],
  influence: [
    { objectionId: "O3", on: "su-minhua", meter: "interest", by: 5 },
    { objectionId: "O4", on: "dai-lijuan", meter: "interest", by: 3 },
  ],
  defers: [
    {
      topics: ["price", "decision", "alternatives", "past", "terms"],
      to: "su-minhua",
      lines: ["找苏经理", "手续上的事苏经理来", "莫问我，苏经理在嘛"],
    },
    {
      topics: ["payback", "subsidy", "payment"],
      to: "dai-lijuan",
      lines: ["戴经理的算盘", "一提钱我就头大，戴经理", "这个戴经理有数"],
    },
  ],
  contradicts: [
    {
      id: "hu-date",
      to: "su-minhua",
      when: all(move("propose_next_step"), isOpen("O3"), not(isAcknowledged("O3"))),
      lines: ["约啥子嘛，我那几天还没个说法", "苏经理你们开，车间的事没讲拢我不来"],
    },
    {
      id: "hu-report",
      to: "su-minhua",
      when: all(
        { op: "move", types: ["ask_open", "ask_closed", "probe"], topics: ["speed", "errors"] },
        not(told("R2")),
      ),
      lines: ["苏经理，报表是报表，你下来看嘛", "月报那个数，是加班熬出来的"],
      effect: { meter: "interest", by: -1 },
    },
    {
      id: "hu-abacus",
      to: "dai-lijuan",
      when: { op: "move", types: ["ask_open", "probe"], topics: ["payback", "people"] },
      lines: ["戴经理，人走了哪个装箱，表上没写", "账算得再细，箱子不会自己封口"],
    },
    {
      id: "hu-slide",
      to: "su-minhua",
      when: move("make_claim", {
        topics: ["speed", "installation", "errors", "machine"],
        qualities: ["not_in_knowledge"],
      }),
      lines: ["苏经理，这句先莫记，没得人掐过表", "吹的，别写上去"],
      effect: { meter: "interest", by: -2 },
    },
  ],
  convinced: [
    {
      by: "su-minhua",
      objectionId: "O1",
      lines: ["苏经理都不嫌贵了，稀奇", "手续通了？那我就等进场"],
    },
    {
      by: "dai-lijuan",
      objectionId: "O5",
      lines: ["戴经理点头，太阳打西边出来", "财务不拦，我就敢想检修那几天了"],
    },
  ],
  voice,
};
