import type { Persona } from "@/lib/contracts/content";
import {
  all,
  any,
  asked,
  did,
  fromTurn,
  interest,
  isResolved,
  mentioned,
  move,
  not,
  stageIn,
  told,
  trust,
} from "../conditions";
import { voice } from "./voice-zhou";

export const persona: Persona = {
  id: "zhou-huilan",
  version: 1,
  locale: "zh-CN",
  name: "周慧兰",
  calledBy: ["周护士长", "护士长", "周慧兰", "周姐", "慧兰姐"],
  role: "总护士长",
  company: "安禾儿科",
  industry: "连锁儿科门诊",
  archetype: "technical_evaluator",
  style: "terse",
  decisionStyle: "把流程从头到尾走一遍，走得通才算数。",
  temperament: "细，稳，话不多。当着领导的面不抢话，该说的一句不少。",
  motivation: "孩子安全，护士别再受那份累。",
  typicalWords: ["具体哪一步", "谁来做", "核对过吗", "我们护理这边", "三查七对"],
  meters: { trust: 38, interest: 32, patience: 68 },
  volatility: 10,
  publicFacts: [
    { id: "Q1", text: "周慧兰在省里大医院的儿科做了二十年，2020年来安禾当总护士长。" },
    { id: "Q2", topic: "schedule", text: "七家店一共45名护士，周末常要跨店支援。" },
    { id: "Q3", topic: "records", text: "病历一部分在诊簿里，一部分是纸的。" },
    { id: "Q4", topic: "changeover", text: "诊簿6月30日停止维护，新系统得赶在前面。" },
  ],
  sealedFacts: [
    {
      id: "N1",
      topic: "changeover",
      need: true,
      text: "2023年换诊簿是周六上午直接切的，正赶上手足口高峰，最长候诊四个小时，家长拍桌子，两个护士当场哭了，年底走了三个。",
      spoken: [
        "2023年，周六上午直接切的，正是手足口高峰。候诊四个小时，家长拍桌子，两个护士当场哭，年底走了三个",
        "上次周六上午切换，手足口正多。最长等了四个小时。后来走了三个护士，都是我带出来的。2023年的事",
        "走了三个护士。2023年那次，周六上午说切就切，手足口高峰，家长等四个小时，换谁不拍桌子",
      ],
      recalled: ["走的那三个护士，现在还跟我联系", "周六上午切换这种事，不能再有第二回"],
      unlock: all(
        any(
          did("acknowledge", { objectionId: "O4" }),
          did("empathise", { topics: ["changeover", "schedule"] }),
          trust(50),
        ),
        asked("changeover"),
        trust(45),
      ),
      breadcrumbs: ["换系统那阵子，我不太愿意回想", "上次怎么换的，护士们都记着呢"],
    },
    {
      id: "N2",
      topic: "schedule",
      need: true,
      text: "雾化位和留观床不在系统里，靠护士站一块白板，一天平均撞9次。2月20日一个孩子喘着等了五十分钟。",
      spoken: [
        "雾化位、留观床都不在系统里，写在护士站白板上，一天撞9次左右。2月20号有个孩子喘着等了五十分钟",
        "医生有排班，位子没有。全靠一块白板，平均一天撞9次。2月20号那个喘的孩子，等了五十分钟",
        "一天9次，两个孩子抢一个雾化位。白板上写的，擦了就没了。2月20号，五十分钟，孩子在喘",
      ],
      recalled: ["白板那个事，一天还是撞9次", "喘着等五十分钟的孩子，我忘不掉"],
      unlock: all(asked("schedule"), trust(45)),
      breadcrumbs: ["号排得再好，后面没位子也是白排", "护士站有样东西，比系统还管用"],
    },
    {
      id: "N3",
      topic: "records",
      need: true,
      text: "去年12月一个孩子的头孢过敏只写在锦江店的纸病历上，换店看不到，皮试前被护士问出来。区里4月15日来检查，要看整改。",
      spoken: [
        "去年12月，孩子头孢过敏写在锦江店的纸病历上，换了店看不到，皮试前护士多问一句才问出来。4月15号区里来看整改",
        "差一点。头孢过敏，纸上有，系统里没有，12月的事，皮试都准备了。区里4月15号来查整改",
        "4月15号区里来，就看12月那件事的整改。头孢过敏没跟着孩子走，皮试前才拦下来，我手心都是汗",
      ],
      recalled: ["4月15号之前，我得拿出东西给区里看", "12月那件事，差一点就是事故"],
      unlock: all(asked("records"), trust(48)),
      breadcrumbs: ["孩子会换店，病历不会跟着走", "有份报告，我能背下来"],
    },
    {
      id: "N4",
      topic: "support",
      need: false,
      text: "春节前诊簿瘫过两个上午。从那以后周慧兰每晚十一点把第二天七家店的名单抄一份存手机里。",
      spoken: [
        "春节前瘫过两个上午。现在我每晚十一点，把七家店第二天的名单抄一份存手机",
        "我不敢信它。春节前两个上午打不开，后来我天天十一点自己抄名单，存手机里",
        "每晚十一点抄名单，抄了一个多月了。春节前那两个上午，前台连谁约了都不知道",
      ],
      recalled: ["今晚十一点，名单我还得抄", "春节前那两个上午，全靠嗓子喊"],
      unlock: all(asked("support"), trust(48)),
      breadcrumbs: ["我睡前还有一道活，没人派的", "系统靠不住，人就得多留一手"],
    },
    {
      id: "N5",
      topic: "decision",
      need: false,
      text: "老板让周慧兰3月19日前交书面意见。她要先让高新店两个护士试一个星期才肯写。",
      spoken: [
        "老板让我3月19号前交书面意见。没让高新店两个护士试一个星期，我不写",
        "我这边要交书面意见，3月19号。得先在高新店试一个星期，两个护士说行才行",
        "3月19号前，我得写书面意见。高新店先试一个星期，我才下得了笔",
      ],
      recalled: ["书面意见我还没动笔，等高新店", "3月19号，没几天了"],
      unlock: all(any(asked("decision"), all(told("N1"), asked("changeover"))), trust(54), not(stageIn("opening"))),
      breadcrumbs: ["我这一票，也是要白纸黑字的", "没亲手走过一遍的，我不表态"],
    },
  ],
  objections: [
    {
      id: "O4",
      topic: "changeover",
      surface: ["又要换系统？护士们刚把老的用顺", "上线头一天怎么过，您还没讲", "这么个换法，我们护理这边不同意"],
      concern: "上次换系统没商量，走了护士，她答应过大家不会再来一次。",
      factId: "N1",
      raiseWhen: any(mentioned("changeover"), did("present_value", { qualities: ["blind"] }), fromTurn(4)),
      answerTopics: ["changeover"],
    },
    {
      id: "O5",
      topic: "records",
      surface: ["每上一套系统，护士就多一摊录入", "录入谁来做，到现在没人讲清楚", "再给护士加录入，我不会签这个字"],
      concern: "怕护士更累，过敏信息照样对不上，出了事还是护士担着。",
      factId: "N3",
      raiseWhen: all(not(told("N3")), did("present_value"), any(mentioned("records"), fromTurn(6))),
      answerTopics: ["records", "schedule", "changeover"],
    },
  ],
  concessions: [
    { id: "C4", text: "可以先放一家店试，培训别占门诊时间", needs: isResolved("O4") },
    {
      id: "C5",
      text: "唐总，雾化位真能排进去的话，我这边愿意用",
      needs: all(told("N2"), isResolved("O4"), trust(55), interest(48)),
    },
  ],
  walkAway: [
    { id: "W1", text: "第二次被催着签。", when: did("pressure", { atLeast: 2 }) },
    {
      id: "W2",
      text: "第三个说法被证实不真。",
      when: did("make_claim", { qualities: ["contradicted"], atLeast: 3 }),
    },
    { id: "W3", text: "说话不尊重人，还接着要签字。", when: all(did("unprofessional"), move("ask_commitment")) },
  ],
  topicAnswers: [
    {
      topic: "schedule",
      open: [
        "早上八点半开诊，九点大厅就站满了",
        "排的是医生的号，后面做治疗的没人排",
        "跨店支援靠我打电话，谁有空谁去",
      ],
      closed: ["平时还行", "周末不行", "看当天人手"],
    },
    {
      topic: "records",
      open: ["电脑上有一半，柜子里有一半", "护士下了班补记录，补到七点是常事", "家长自己带病历本，带不带看运气"],
      closed: ["不全", "要翻", "有的在纸上"],
    },
    {
      topic: "changeover",
      open: [
        "护士四十几个人，年龄从二十二到五十一，学得快慢不一样",
        "要换得提前跟我讲，我好排班",
        "周末绝对动不得，流感季也动不得",
      ],
      closed: ["得慢慢来", "不占门诊时间", "要看怎么安排"],
    },
    {
      topic: "support",
      open: [
        "出问题先找客服，客服让重启，重启完再找",
        "他们没人进过诊室，讲什么都要翻译一遍",
        "晚上和周末，基本没人应",
      ],
      closed: ["慢", "常占线", "问了也白问"],
    },
    {
      topic: "attendance",
      open: ["治疗室备好了，人没到，东西就得收", "家长不是故意的，事情多，忘了", "人数唐总那里有统计，我看到的是空床"],
      closed: ["天天有", "周六明显", "提醒过的会好点"],
    },
    {
      topic: "billing",
      open: ["我们开单、执行，收费在前台", "补单、退单是最麻烦的，来回要跑", "账的事唐总和财务管"],
      closed: ["不归护理", "您问唐总", "单子我们是对的"],
    },
    {
      topic: "price",
      open: ["多少钱我不好讲，用着顺不顺手我能讲", "贵的我们也见过，不实用的", "价钱唐总把关，我不掺和"],
      closed: ["没概念", "唐总定", "不清楚"],
    },
    {
      topic: "budget",
      open: ["我报过两台监护仪，还没批", "钱紧我知道，护士的时间也是钱", "他管花钱，我管少出事"],
      closed: ["轮不到我说", "听说不宽裕", "先紧着设备吧"],
    },
    {
      topic: "decision",
      open: ["领导定大方向，我把护理这边的意见讲清楚", "护士不愿意用，买来也是摆设", "唐总会问我，我得对得起问的人"],
      closed: ["会征求我意见", "我说了不全算", "还没到那步"],
    },
    {
      topic: "alternatives",
      open: ["看过演示，演示都是顺的，门诊没有顺的", "讲的人没干过护理，一问就卡", "我更想看看别的门诊在怎么用"],
      closed: ["看了一家", "印象不深", "各有各的说法"],
    },
    {
      topic: "terms",
      open: [
        "培训几次、来几个人，这个要写进去",
        "签多长我不懂，出了问题找谁得有名有姓",
        "合同唐总看，护理的要求我列一张单子",
      ],
      closed: ["没看过", "唐总细，他会看", "有一条我要加"],
    },
    {
      topic: "self",
      open: ["大医院待了二十年，来这边图离家近", "天府新区那家店的护士，一半是我去年招的", "换季嘛，站一天，腿是肿的"],
      closed: ["还好", "今天算闲的", "习惯了"],
    },
  ],
  voice,
  ownsTopics: ["schedule", "records", "changeover", "support"],
  influence: [
    { objectionId: "O4", on: "tang-lixin", meter: "interest", by: 6 },
    { objectionId: "O5", on: "tang-lixin", meter: "trust", by: 4 },
  ],
  defers: [
    {
      topics: ["price", "billing", "budget", "terms", "alternatives"],
      to: "tang-lixin",
      lines: ["钱的事，唐总您来讲", "这块归唐总，我不好插嘴", "唐总手里有数，您问他"],
    },
  ],
  convinced: [
    {
      by: "tang-lixin",
      objectionId: "O1",
      lines: ["唐总不为钱皱眉了，我就放心往下听了", "钱上唐总过得去，那咱们讲讲怎么落地"],
    },
    {
      by: "tang-lixin",
      objectionId: "O2",
      lines: ["唐总没选便宜的，护士们要谢谢他", "唐总肯为好用多花钱，我心里有数"],
    },
  ],
  contradicts: [
    {
      id: "zhou-unheard",
      to: "tang-lixin",
      when: {
        op: "all",
        of: [
          { op: "move", types: ["propose_next_step"], qualities: ["dated"] },
          { op: "objection", objectionId: "O4", is: "open" },
          { op: "not", of: { op: "objection", objectionId: "O4", is: "acknowledged" } },
        ],
      },
      lines: ["唐总先别约，我问的还没人答", "日子可以定，可我那个问题，到现在没人接"],
    },
    {
      id: "zhou-unproved",
      to: "tang-lixin",
      when: {
        op: "move",
        types: ["make_claim"],
        topics: ["schedule", "records", "changeover", "support"],
        qualities: ["not_in_knowledge"],
      },
      lines: ["唐总，这条先别记，我得看着它跑一遍", "唐总，没核对过的，我不敢替他们打包票"],
      effect: { meter: "interest", by: -2 },
    },
    {
      id: "zhou-attendance",
      to: "tang-lixin",
      when: {
        op: "all",
        of: [
          { op: "move", types: ["ask_open", "probe"], topics: ["attendance"] },
          { op: "not", of: { op: "objection", objectionId: "O4", is: "resolved" } },
        ],
      },
      lines: ["唐总，我补一句，来了的孩子也不好安排", "唐总看的是没来的，我愁的是来了的"],
    },
    {
      id: "zhou-blind",
      to: "tang-lixin",
      when: { op: "move", types: ["present_value"], topics: ["attendance", "billing"], qualities: ["blind"] },
      lines: ["唐总，这个对护士帮助不大", "听着是给办公室用的，唐总"],
      effect: { meter: "interest", by: -2 },
    },
  ],
};
