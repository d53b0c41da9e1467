import type { Policy } from "@/lib/contracts/content";

const raw = String.raw;

export const policy: Policy = {
  id: "equipment-zh-policy",
  version: 1,
  locale: "zh-CN",
  title: "朔冷机电销售行为规范",
  bannedClaims: [
    {
      id: "never-fails",
      label: "宣称不会坏、零故障",
      severity: "block",
      patterns: [
        raw`(永远|绝对|肯定|保证|根本)?不会(坏|停机|跳机|跳停|出故障|出问题)的?`,
        raw`(零故障|零停机|永不停机|用不坏)`,
      ],
      safer: "实测数据是这样，真停了我们这样处理。",
      matching: ["我们机器不会坏的。", "保证零故障。"],
      harmless: ["2 号机停机一般什么原因？", "坏了以后多久修好？"],
    },
    {
      id: "guaranteed-saving",
      label: "保证省电或回本",
      severity: "block",
      patterns: [
        raw`(保证|包|承诺|打包票)[^，。？]{0,10}(省|节|回本|收回)`,
        raw`(一定|肯定|绝对)(能|会|可以)?[^，。？]{0,6}(省电|省下|回本)`,
      ],
      safer: "19 家实测平均 27%，最低 11%。以您现场的数为准。",
      matching: ["我保证省电 30%。", "一年肯定回本。"],
      harmless: ["没测之前我不敢说省多少。", "现在电费一个月多少？"],
    },
    {
      id: "unsafe-use",
      label: "教人绕过保护",
      severity: "block",
      patterns: [
        raw`(短接|跨接|屏蔽|拆掉|拆了|关掉|取消)[^，。？]{0,8}(保护|报警|联锁|压力开关|高压开关|传感器)`,
        raw`(超温|超压|超一点|超几度)[^，。？]{0,8}(没事|不要紧|没关系|照样)`,
      ],
      safer: "超过允许温度要用高温型，保护不能动。",
      matching: ["高温时把保护短接，或者关掉报警就行。", "超几度没关系。"],
      harmless: ["一般是哪个保护动作？", "夏天会超温吗？"],
    },
    {
      id: "invented-certificate",
      label: "编造资质认证",
      severity: "block",
      patterns: [
        raw`(国家一级能效|防爆认证|国家免检|车规认证|FDA)`,
        raw`(所有|全部|什么)(认证|证书|资质)[^，。？]{0,4}(都有|齐全|都过)`,
      ],
      safer: "有第三方实验室 2025 年的检测报告，可以发您。",
      matching: ["我们是国家免检产品。", "什么证书都有。"],
      harmless: ["检测报告可以发您。", "客户审厂要看哪些证书？"],
    },
    {
      id: "false-deadline",
      label: "编造期限、逼单",
      severity: "block",
      patterns: [
        raw`(今天|今晚|明天|本周|这周)[^，。？]{0,10}(截止|过期|作废|就没了|就涨|恢复原价)`,
        raw`(不定|不签|不下单)[^。？]{0,8}(就|马上)[^，。？]{0,6}(涨|没有|没了|排到)`,
      ],
      safer: "报价 45 天有效。",
      matching: ["这个价今天截止。", "您不下单马上就涨了。"],
      harmless: ["报价 45 天有效。", "这周方便去现场吗？"],
    },
    {
      id: "rival-fault",
      label: "无依据贬低同行",
      severity: "block",
      patterns: [raw`(凌川|别家|同行|那家|他们家?|便宜的)[^，。？]{0,10}(垃圾|翻新|贴牌|骗人|不靠谱|用不住|快倒闭)`],
      safer: "别家我不好评价，他们的报价里带了什么？",
      matching: ["那家是翻新机。", "便宜的都用不住。"],
      harmless: ["别家报的含安装吗？", "便宜的那份里有哪些内容？"],
    },
    {
      id: "kickback",
      label: "私下给好处",
      severity: "block",
      patterns: [
        raw`(返点|回扣|好处费|辛苦费|茶水费)[^，。？]{0,10}(给您|给你|个人|私下|都好说|可以谈|少不了)`,
        raw`(私下|个人|单独)[^，。？]{0,8}(返|表示一下|意思一下|购物卡|红包)`,
      ],
      safer: "优惠写在合同里，个人方面公司不允许。",
      matching: ["辛苦费少不了您的。", "私下给您意思一下。"],
      harmless: ["优惠都写进合同。", "这个流程走下来辛苦您了。"],
    },
  ],
  requiredDisclosures: [
    {
      id: "warranty",
      label: "质保范围",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`质保`, raw`保修`, raw`24\s?个月`],
      safer: "整机质保 24 个月，易损件除外。",
    },
    {
      id: "site",
      label: "现场条件",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [
        raw`(43|52)\s?(度|℃)`,
        raw`(现场|场地|环境|承重|配电)[^，。？]{0,8}(条件|要求|温度|不能超|需要|要)`,
        raw`380\s?伏`,
      ],
      safer: "现场要 380 伏 90 安，环境温度标准型 43 ℃、高温型 52 ℃ 以内。",
    },
    {
      id: "lead-time",
      label: "交期",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`(交期|货期|交货)`, raw`(35|42)\s?天`],
      safer: "下单后 35 天发货，高温型 42 天。",
    },
  ],
  maxDiscountPct: 4,
  approvalOver: 4,
  blockOver: 8,
  approvalPatterns: [
    raw`(总监|领导|经理|公司|上面)[^，。？]{0,8}(批|审批|同意|申请|点头)`,
    raw`(申请|请示|报批|要批|需要审批)`,
  ],
  privacy: [
    {
      id: "people-photos",
      label: "要求拍到人",
      severity: "warn",
      patterns: [
        raw`(拍|照片|视频)[^，。？]{0,8}(工人|师傅|员工|操作工|人脸)`,
        raw`(工人|师傅|员工|操作工)[^，。？]{0,6}(拍|照片|视频)`,
      ],
      safer: "拍设备和场地就行，不要拍到人。",
      matching: ["拍张操作工的照片给我。", "把师傅操作拍个视频。"],
      harmless: ["方便发张机房照片吗？", "一个班几个操作工？"],
    },
    {
      id: "blame",
      label: "追问个人责任",
      severity: "warn",
      patterns: [raw`(谁的责任|谁的错|怪谁|哪个(工人|师傅|员工)(弄|搞|造成))`],
      safer: "当时的经过是怎样的？",
      matching: ["那次是谁的责任？", "哪个师傅弄坏的？"],
      harmless: ["当时是什么原因停的？", "平时谁负责保养？"],
    },
  ],
};
