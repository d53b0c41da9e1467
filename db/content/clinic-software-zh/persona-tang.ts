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
  needsBelow,
  not,
  stageIn,
  told,
  trust,
} from "../conditions";
import { voice } from "./voice-tang";

export const persona: Persona = {
  id: "tang-lixin",
  version: 1,
  locale: "zh-CN",
  name: "唐立新",
  calledBy: ["唐总", "唐立新", "老唐", "唐总监"],
  role: "运营总监，管钱管采购",
  company: "安禾儿科",
  industry: "连锁儿科门诊",
  archetype: "sceptical",
  style: "plain",
  decisionStyle: "先看钱花得值不值，再看出了事谁来扛。",
  temperament: "成都人，做过火锅连锁。嘴上随和，心里有杆秤，最烦画饼。",
  motivation: "花出去的每一笔，老板问起来答得上话。",
  typicalWords: ["说句实在的", "莫画饼", "要得", "凭啥子", "算总账"],
  meters: { trust: 34, interest: 36, patience: 74 },
  volatility: 20,
  publicFacts: [
    { id: "P1", text: "安禾第七家店去年十一月在天府新区开业。" },
    { id: "P2", topic: "price", text: "手上这份报价：58个医生账号，4600元一个一年，实施培训3.8万。" },
    { id: "P3", topic: "changeover", text: "现在用诊簿单机版，6月30日厂家停止维护。" },
    { id: "P4", text: "安禾在成都做儿科，约230人。" },
    { id: "P5", text: "唐立新来安禾之前，做了十二年火锅连锁的运营。" },
  ],
  sealedFacts: [
    {
      id: "F1",
      topic: "attendance",
      need: true,
      text: "上个月周末的号有18%没人来，空出420个，少收6万出头，医生的保底照发。",
      spoken: [
        "上个月周末的号，18%约了不来，空了420个。少收6万出头，医生保底还得照发",
        "420个，就上个月，光算周末。18%的人约了不来，6万出头没了，保底一分不能少医生的",
        "我拿6万出头买了个教训。周末18%的号放空，一个月420个，医生坐那儿我照样发保底",
      ],
      recalled: ["周末那420个空号，你莫忘了", "6万出头一个月，白白流走的"],
      unlock: all(asked("attendance"), trust(42)),
      breadcrumbs: ["号是约满的，椅子不一定坐满", "有些钱我是看着它走的"],
    },
    {
      id: "F2",
      topic: "billing",
      need: true,
      text: "七家店的收款靠店长每晚在群里报数，上个月有2.7万对不上，财务小郑查了九天也没查清。",
      spoken: [
        "七个店长晚上在群里报数，财务照着加。上个月2.7万对不上，小郑查了九天，没查出来",
        "2.7万，到现在不晓得差在哪家店。全靠群里报数，小郑翻了九天的单子",
        "说出来不好听，收款是群里报数。上个月差2.7万，财务小郑整整查了九天，算了",
      ],
      recalled: ["2.7万那笔，小郑还在翻", "群里报数这个办法，我自己都晓得不行"],
      unlock: all(asked("billing"), trust(45)),
      breadcrumbs: ["钱是收到了，收没收齐是另一回事", "月底我们财务的灯关得最晚"],
    },
    {
      id: "F3",
      topic: "budget",
      need: false,
      text: "2024年唐立新找外包公司做系统，付了12万定金，对方人去楼空，他在股东会上当众做了检讨。",
      spoken: [
        "2024年我定过一家做系统的，12万定金打过去，人去楼空。股东会上，我站起来做的检讨",
        "检讨我都做过一回了。2024年，外包公司收了12万定金就人去楼空，股东会上十几双眼睛看着我",
        "不是舍不得钱。12万定金，2024年，钱过去人去楼空，是我在股东会上做检讨，不是卖软件的",
      ],
      recalled: ["12万定金那回，我不想再站起来一次", "检讨书我还留着，提醒自己"],
      unlock: all(
        any(
          did("acknowledge", { objectionId: "O1" }),
          did("empathise", { topics: ["budget", "price"] }),
          did("probe", { topics: ["budget"], atLeast: 2 }),
        ),
        asked("budget"),
        trust(50),
      ),
      breadcrumbs: ["软件这行，我交过学费", "上回点头的是我，后头的事也是我"],
    },
    {
      id: "F4",
      topic: "alternatives",
      need: false,
      text: "百舟报价3200元一个账号，可没有过敏提醒，也排不了雾化位，护士长看演示十分钟就走了。",
      spoken: [
        "百舟报的3200一个。便宜是便宜，过敏提醒没有，雾化位也排不了，护士长看了十分钟就走了",
        "3200，百舟的，白纸黑字。就是演示那天护士长坐了十分钟，问了两句过敏提醒，起身走了",
        "百舟便宜一大截，3200。可护士长只看了十分钟，说过敏提醒没有，雾化位要自己记，这咋用",
      ],
      recalled: ["百舟的3200我还没回话", "护士长看百舟那十分钟，我在旁边"],
      unlock: all(asked("alternatives"), trust(58), not(did("disparage"))),
      breadcrumbs: ["便宜的也看了，便宜有便宜的道理", "价低的那家，有人没看完就走了"],
    },
    {
      id: "F5",
      topic: "decision",
      need: false,
      text: "一年30万以内唐立新能定，超过要罗董点头，3月26日上经营会。罗董只问护士长一句：护士愿不愿意用。",
      spoken: [
        "一年30万以内我能定。过了30万要上3月26号的经营会，罗董到时候只问护士长一句：护士愿不愿意用",
        "看你总数压不压得到30万。压不到就是罗董的事，3月26号经营会。他不看我，他看护士长",
        "罗董抓大放小，30万是条线。超了，3月26号经营会上他就问一句，护士愿不愿意用",
      ],
      recalled: ["30万那条线，跟你透过底了", "经营会上说话管用的是护士长"],
      unlock: all(asked("decision"), trust(50), not(stageIn("opening"))),
      breadcrumbs: ["有个数我说了算，过了那个数另说", "光我点头，还差半个头"],
    },
  ],
  objections: [
    {
      id: "O1",
      topic: "budget",
      surface: [
        "一年二十六万多，就买个挂号的？",
        "二十六万买个挂号的，这话我还是说不出口",
        "那就老系统凑合着用，坏了再说",
      ],
      concern: "上回系统的钱打了水漂，当众做过检讨，没有把握不敢再点头。",
      factId: "F3",
      raiseWhen: any(mentioned("price", "budget"), did("present_value"), fromTurn(3)),
      answerTopics: ["budget", "attendance", "billing"],
    },
    {
      id: "O2",
      topic: "alternatives",
      surface: ["三家里头，你们最贵", "便宜那家还在等我回话", "实在谈不拢，我就选便宜的"],
      concern: "他要个讲价的筹码，心里清楚便宜那家缺东西。",
      factId: "F4",
      raiseWhen: any(
        all(did("quote_price"), fromTurn(8), not(told("F4")), not(isResolved("O1"))),
        did("offer_discount", { qualities: ["bare"] }),
      ),
      answerTopics: ["alternatives", "price", "records", "schedule"],
      resolveWhen: not(move("disparage")),
    },
    {
      id: "O3",
      topic: "decision",
      surface: ["资料放这儿，我们内部碰一下再说", "先发个方案嘛，要走流程的", "今天就到这儿，到时候再看"],
      concern: "这个总数他一个人定不了，又不想拿半生不熟的东西往上报。",
      factId: "F5",
      raiseWhen: all(did("quote_price"), needsBelow(3), not(told("F5"))),
      answerTopics: ["decision", "price", "terms", "budget"],
    },
  ],
  concessions: [
    { id: "C1", text: "钱分两头付，东西上线了再付后头那截，签三年我可以考虑", needs: all(isResolved("O1"), trust(55)) },
    { id: "C2", text: "另外两家我先压一压，不往下推了", needs: all(isResolved("O2"), trust(60)) },
    { id: "C3", text: "给我一张纸，总账写清楚，往上我来说", needs: all(told("F5"), interest(58)) },
  ],
  walkAway: [
    { id: "W1", text: "第二次被催着签。", when: did("pressure", { atLeast: 2 }) },
    { id: "W2", text: "第二次当面贬低别家。", when: did("disparage", { atLeast: 2 }) },
    {
      id: "W3",
      text: "第三个说法被证实不真。",
      when: did("make_claim", { qualities: ["contradicted"], atLeast: 3 }),
    },
    { id: "W4", text: "说话不尊重人，还接着要签字。", when: all(did("unprofessional"), move("ask_commitment")) },
  ],
  topicAnswers: [
    {
      topic: "attendance",
      open: [
        "家长约的时候都积极，到了那天娃儿不烧了，就不来了",
        "平时还好，周末难说，爽约的都扎堆",
        "前台有空就打电话问，问题是哪有空",
      ],
      closed: ["有的", "周末多些", "看季节"],
    },
    {
      topic: "billing",
      open: [
        "微信、医保、现金、储值卡，四路钱进来，各走各的",
        "每家店自己收，总部汇总，开店越多越费劲",
        "财务就三个人，管七家店的账",
      ],
      closed: ["能对上大半", "每个月对一回", "慢点，但在对"],
    },
    {
      topic: "price",
      open: [
        "你那张报价单我看了，4600乘58，再加实施，加出来不少",
        "我不问单价，我只问三年下来总共掏多少",
        "贵不贵要看换回来啥子",
      ],
      closed: ["不便宜", "看过了", "还有得谈"],
    },
    {
      topic: "budget",
      open: [
        "今年开了新店，每一笔都有人盯着",
        "该花的花，花了要听得见响",
        "做火锅的时候一口锅用几年我都算得出来，软件我算不出来",
      ],
      closed: ["预算有一点", "要看值不值", "这个要斟酌"],
    },
    {
      topic: "decision",
      open: [
        "好不好用护士长说，值不值我说，两边凑一起再议",
        "三家都听完，你是第二家",
        "我们是民营，没得那么多章，也不是没得章",
      ],
      closed: ["不是我一个人", "要商量", "先听完三家"],
    },
    {
      topic: "alternatives",
      open: [
        "一共喊了三家来讲，货比三家嘛",
        "界面都花花绿绿的，我分不出好歹，护士长分得出",
        "天天有人加微信推系统，开口都是行业第一",
      ],
      closed: ["在看", "三家", "名字就不说了"],
    },
    {
      topic: "schedule",
      open: [
        "店里头怎么转，护士长最清楚，我只看加班费",
        "周末大厅像我原来火锅店等位，区别是娃儿在哭",
        "投诉到我这儿的，十个有七个是等久了",
      ],
      closed: ["周末紧张", "问护士长准一点", "高峰期乱"],
    },
    {
      topic: "records",
      open: [
        "一半纸一半电脑，档案柜我都买了三回",
        "医疗上的事我不插嘴，护士长点头才算",
        "纸病历占地方，房租我是晓得的",
      ],
      closed: ["两样都有", "这块归护理", "不归我看"],
    },
    {
      topic: "changeover",
      open: ["诊簿6月底没人管了，换是肯定要换", "换系统最怕上线那天我手机响个不停", "哪天上、哪家先上，要护士长排"],
      closed: ["6月底之前", "看护士长", "不能影响看病"],
    },
    {
      topic: "terms",
      open: ["付款方式比价钱要紧，先付后付差别大", "签长可以，总要有个说法", "合同我一条一条看，做餐饮养成的毛病"],
      closed: ["可以谈", "要写清楚", "看条件"],
    },
    {
      topic: "support",
      open: [
        "系统一卡，家长骂的是我们，不是你们",
        "诊簿的客服早就喊不应了，换了三个号",
        "出了事半天找不到人，这种供应商我见多了",
      ],
      closed: ["不咋样", "护士长在对接", "打不通"],
    },
    {
      topic: "self",
      open: [
        "新店刚过百天，天府新区那边天天要去看一眼",
        "以前卖火锅，现在看娃儿，都是服务业",
        "三月份换季，娃儿病的多，我跟着忙",
      ],
      closed: ["还可以", "忙得很", "老样子"],
    },
  ],
  voice,
  ownsTopics: ["attendance", "billing", "price", "budget", "alternatives", "terms", "decision"],
  influence: [
    { objectionId: "O1", on: "zhou-huilan", meter: "interest", by: 5 },
    { objectionId: "O2", on: "zhou-huilan", meter: "trust", by: 3 },
  ],
  defers: [
    {
      topics: ["schedule", "records", "changeover", "support"],
      to: "zhou-huilan",
      lines: ["这个我不懂装懂没意思，护士长你来说", "店里的事听护士长的", "护士长最有发言权，你讲嘛"],
    },
  ],
  convinced: [
    {
      by: "zhou-huilan",
      objectionId: "O4",
      lines: ["护士长都肯换了，我这边就松一半了", "能让护士长松口，不容易，我心里有底了"],
    },
    {
      by: "zhou-huilan",
      objectionId: "O5",
      lines: ["护士那边不多添事，加班费我就不用往里加了", "护士长不说录入了，这条我也跟着放下"],
    },
  ],
  contradicts: [
    {
      id: "tang-unproved",
      to: "zhou-huilan",
      when: {
        op: "move",
        types: ["make_claim"],
        topics: ["attendance", "billing", "price", "terms"],
        qualities: ["not_in_knowledge"],
      },
      lines: ["护士长先莫当真，这个数还没见着出处", "护士长，这话听听就好，等他拿出东西来"],
      effect: { meter: "trust", by: -2 },
    },
    {
      id: "tang-purse",
      to: "zhou-huilan",
      when: {
        op: "all",
        of: [
          { op: "move", types: ["present_value"], topics: ["schedule", "records", "support"] },
          { op: "not", of: { op: "objection", objectionId: "O1", is: "resolved" } },
        ],
      },
      lines: ["护士长喜欢我晓得，可掏钱的事还没说拢", "好用是好用，护士长，咱们钱还没算明白"],
    },
  ],
};
