import type { Persona } from "@/lib/contracts/content";
import { all, any, asked, did, fromTurn, isResolved, mentioned, move, not, told, trust } from "../conditions";
import { voice } from "./voice-dai";

export const daiLijuan: Persona = {
  id: "dai-lijuan",
  version: 1,
  locale: "zh-CN",
  name: "戴丽娟",
  calledBy: ["戴经理", "戴丽娟"],
  role: "财务经理",
  company: "椒巷食品",
  industry: "火锅底料",
  archetype: "sceptical",
  style: "plain",
  decisionStyle: "先问口径，再问最差情况，最后才看平均。",
  temperament: "话不多，不给面子也不为难人。您认了错，她反而松。",
  motivation: "批出去的每一分钱，年底都说得清。",
  typicalWords: ["口径", "依据", "进测算表", "最差的一家"],
  meters: { trust: 36, interest: 34, patience: 68 },
  volatility: 20,
  publicFacts: [
    { id: "P1", topic: "payback", text: "椒巷的设备投资要附财务测算，格式是集团统一的。" },
    { id: "P2", topic: "payment", text: "采购合同范本的付款比例是三五二。" },
    { id: "P3", topic: "company", text: "椒巷是一家调味品集团的子公司。" },
    { id: "P4", text: "戴丽娟以前在会计师事务所干过六年。" },
    { id: "P5", text: "她不吃辣，在同事里出了名。" },
  ],
  sealedFacts: [
    {
      id: "D1",
      topic: "payback",
      need: true,
      text: "集团要求36个月内回本，戴丽娟按现在的用工算下来要49个月。",
      spoken: [
        "集团卡36个月，我按现在的用工测算，要49个月",
        "我这张表算出来是49个月回本，集团的线是36个月",
        "差在这：要求36个月，测算49个月，我没法写通过",
      ],
      recalled: ["49个月怎么变成36个月，您得给我数", "36个月是硬线"],
      unlock: all(asked("payback"), trust(46)),
      breadcrumbs: ["有条线，现在够不着", "收益那一栏，我填得很心虚"],
    },
    {
      id: "D2",
      topic: "subsidy",
      need: true,
      text: "区里技改资金按设备款的一成给，最多13万，要在8月31日前完成验收。",
      spoken: [
        "区里有一笔技改资金，设备款的一成，最多13万，8月31日前要验收完",
        "技改能报一成，上限13万。前提是8月31日之前验收，晚一天都不行",
        "8月31日前验收的，按设备款一成拨技改资金，封顶13万",
      ],
      recalled: ["8月31日验收，过了技改就没了", "那13万，测算里我还没敢放"],
      unlock: all(asked("subsidy"), trust(48)),
      breadcrumbs: ["外面兴许能拿到一点，看时间", "有份通知我压在桌上，没给别人看"],
    },
    {
      id: "D3",
      topic: "payment",
      need: false,
      text: "6月20日有一笔900万的贷款到期，之前账上付不出大额预付款，她想把大头放到验收以后。",
      spoken: [
        "6月20日有900万贷款到期，在那之前付不出大额预付，大头最好放验收以后",
        "账上要先留出900万还贷，6月20日。所以预付款要小，大头往验收后放",
        "不瞒您，6月20日还900万贷款，前面给多了我周转不开，验收后付大头我就没问题",
      ],
      recalled: ["6月20日之前，别指望我付大头", "900万那一笔还完就松了"],
      unlock: all(asked("payment"), trust(54)),
      breadcrumbs: ["上半年钱紧的日子，有那么一段", "早付晚付，对我差别很大"],
    },
  ],
  objections: [
    {
      id: "O5",
      topic: "payback",
      surface: ["这笔投资，我算下来不划算", "回收期您还没跟我算过", "账平不了，财务这边不批"],
      concern: "按手里的数怎么都到不了集团的线，她不肯写一个自己不信的测算。",
      factId: "D1",
      raiseWhen: any(mentioned("payback", "price"), did("quote_price"), fromTurn(5)),
      answerTopics: ["payback", "people", "speed", "subsidy"],
    },
    {
      id: "O6",
      topic: "payment",
      surface: ["付款比例照这样，我这边过不去", "钱怎么分几次付，您没说法", "预付这么多，免谈"],
      concern: "上半年有一段时间账上的钱已有去处，大额预付拿不出来，又不便声张。",
      factId: "D3",
      raiseWhen: all(not(told("D3")), did("quote_price")),
      answerTopics: ["payment", "terms"],
    },
  ],
  concessions: [
    { id: "C6", text: "测算我改一版，按您给的数，两种情形都列", needs: isResolved("O5") },
    { id: "C7", text: "节点往后挪，我就同意会签", needs: all(told("D3"), trust(58)) },
  ],
  walkAway: [
    {
      id: "W6",
      text: "两次拿没有出处的数字来讲回报。",
      when: did("make_claim", { topics: ["payback", "subsidy"], qualities: ["contradicted"], atLeast: 2 }),
    },
  ],
  topicAnswers: [
    {
      topic: "payback",
      open: ["投资分折旧、人工、维护三块，各有各的口径", "收益我只认能对上工资表的", "测算格式是集团的，漏一格就退"],
      closed: ["在测", "有要求", "还不理想", "看您的数"],
    },
    {
      topic: "subsidy",
      open: ["政策每年三月出，申报有时间窗", "材料要求多，设备发票要单列", "能申请的我都留意"],
      closed: ["看条件", "有可能", "要申报", "不是都能拿"],
    },
    {
      topic: "payment",
      open: ["范本三五二，变动要我同意", "现金流按周排，大额提前一个月报", "保函可以谈，成本您出"],
      closed: ["按范本", "能调", "要看金额", "不急着付"],
    },
    {
      topic: "people",
      open: ["人工成本每年涨一截，工资表看得见", "减几个岗，折多少钱，赔多少，都要列", "劳务费单独一个科目，越来越厚"],
      closed: ["在涨", "占比不低", "有数"],
    },
    {
      topic: "speed",
      open: ["多出来的产能卖不卖得掉，是另一个问题", "产能利用率我一季度看一次", "跑得快不等于挣得多"],
      closed: ["账上看不出", "旺季满的", "季度报有"],
    },
    {
      topic: "errors",
      open: ["罚款走营业外，我月月看见", "退货损失归在销售费用里", "一次错两次错，年底加起来不小"],
      closed: ["有记录", "不多不少", "查得到"],
    },
    {
      topic: "installation",
      open: ["停产一天的固定成本，我心里有数", "验收日期关系到入账", "工期拖了，利息照付"],
      closed: ["按计划", "看检修", "别跨月最好"],
    },
    {
      topic: "price",
      open: ["含税、不含税、落地，先分三列", "单价之外，第一年的耗材要报", "总价低而后续高的，我见过"],
      closed: ["录了", "在比口径", "高不高看回报"],
    },
    {
      topic: "alternatives",
      open: ["三家的测算我都推翻过一遍", "假设最少的那家，我看得最久", "口径不一，暂时没法排"],
      closed: ["都收到了", "没偏向", "还要核"],
    },
    {
      topic: "decision",
      open: ["会签里财务是最后一栏", "测算不过，别人签了也没用", "呈批附表由我出"],
      closed: ["有一票", "财务要签", "按权限表"],
    },
    {
      topic: "past",
      open: ["固定资产卡片翻开，哪台值哪台不值都在", "有几台提前报废，账面很难看", "结算单比合同厚的，我印象深"],
      closed: ["有教训", "有据可查", "好坏都有"],
    },
    {
      topic: "terms",
      open: ["质保金要留足，到期再付", "验收报告没有三方签字，我不付款", "违约金写百分比，别写友好协商"],
      closed: ["要留质保金", "看条款", "按合同"],
    },
    {
      topic: "service",
      open: ["保养合同算费用，三年加起来也是钱", "零件价格锁三年，我才好预测", "停机的损失也要折进去"],
      closed: ["计入成本", "要报价", "先看三年"],
    },
    {
      topic: "machine",
      open: ["残值多少，十年后有没有人收？", "配置高低，折旧年限一样", "设备名称跟发票要一致"],
      closed: ["不懂技术", "参数给生产看", "清单有了"],
    },
    {
      topic: "company",
      open: ["收入涨得快，应收涨得更快", "子公司有子公司的难处", "新品毛利还在爬坡"],
      closed: ["稳", "还可以", "增长期"],
    },
  ],
  ownsTopics: ["payback", "subsidy", "payment"],
  influence: [
    { objectionId: "O5", on: "su-minhua", meter: "trust", by: 4 },
    { objectionId: "O5", on: "hu-desheng", meter: "interest", by: 3 },
  ],
  defers: [
    {
      topics: ["alternatives", "past", "decision"],
      to: "su-minhua",
      lines: ["采购的事苏经理答", "苏经理手里有全套材料", "我只看附表，请苏经理讲"],
    },
    {
      topics: ["speed", "errors", "installation", "machine"],
      to: "hu-desheng",
      lines: ["现场问胡经理", "胡经理报给我多少我记多少，您直接问他", "这要胡经理说才准"],
    },
  ],
  contradicts: [
    {
      id: "dai-fast",
      to: "hu-desheng",
      when: all({ op: "move", types: ["ask_open", "probe"], topics: ["speed"] }, not(told("D1"))),
      lines: ["胡经理，快出来的那部分，卖给谁，您没说", "跑满是好，老胡，库存也是钱"],
      effect: { meter: "interest", by: -1 },
    },
    {
      id: "dai-cut",
      to: "su-minhua",
      when: { op: "move", types: ["offer_discount", "quote_price"] },
      lines: ["苏经理，先看节点，再看总价", "少的这一点，苏经理，别从质保里扣回来"],
    },
    {
      id: "dai-unproved",
      to: "su-minhua",
      when: move("make_claim", { topics: ["payback", "people", "subsidy"], qualities: ["not_in_knowledge"] }),
      lines: ["苏经理，这个数没有出处，别写进表里", "没有分母的百分比，苏经理，我不认"],
      effect: { meter: "interest", by: -2 },
    },
  ],
  convinced: [
    {
      by: "su-minhua",
      objectionId: "O1",
      lines: ["苏经理认可是一口价，那我少一个变量", "价格锁死，测算就稳了"],
    },
    {
      by: "hu-desheng",
      objectionId: "O4",
      lines: ["老胡敢拿自己的料试，这条收益我可以算", "胡经理都松口了，我再核一遍"],
    },
  ],
  voice,
};
