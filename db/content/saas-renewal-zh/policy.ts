import type { Policy } from "@/lib/contracts/content";

const raw = String.raw;

export const policy: Policy = {
  id: "saas-renewal-zh-policy",
  version: 1,
  locale: "zh-CN",
  title: "简账费控续费销售规范",
  bannedClaims: [
    {
      id: "guaranteed-return",
      label: "保证节省或收益",
      severity: "block",
      patterns: [
        raw`(保证|包|承诺|打包票)[^，。？]{0,10}(省|降|回本|收益|节约|零差错)`,
        raw`(一定|肯定|绝对)(能|会|可以)?[^，。？]{0,6}(省下|省出|回本|降本)`,
      ],
      safer: "我们统计过的客户大概是……，怎么算的我可以给您看。",
      matching: ["我保证您一年省 20 万。", "这个绝对能回本。"],
      harmless: ["这一块现在能省多少时间？", "这个我不敢打包，统计数据可以给您看。"],
    },
    {
      id: "price-forever",
      label: "承诺永不涨价",
      severity: "block",
      patterns: [
        raw`(以后|今后|永远|绝对|再也)[^，。？]{0,6}不(会)?(再)?(涨|调)(价)?`,
        raw`(终身|永久)[^，。？]{0,4}(锁价|原价|不变)`,
      ],
      safer: "签 2 年年涨幅不超过 4%，签 3 年合同期内价格不变。",
      matching: ["以后再也不会涨价了。", "给您终身锁价。"],
      harmless: ["签三年合同期内价格不变。", "这次涨价没提前跟您说，是我们不对。"],
    },
    {
      id: "false-deadline",
      label: "编造期限、逼单",
      severity: "block",
      patterns: [
        raw`(今天|今晚|明天|这周|本周)[^，。？]{0,10}(过期|作废|就没了|截止|恢复原价|就涨)`,
        raw`(不签|不定)[^。？]{0,8}(就|马上|立刻)[^，。？]{0,6}(涨|没有|没了|停)`,
      ],
      safer: "账号数 3 月 15 日前确认就行，您先看。",
      matching: ["这个价今晚就没了。", "您不签的话马上就涨。"],
      harmless: ["合同 3 月 31 日到期。", "您今天不用定。"],
    },
    {
      id: "rival-fault",
      label: "无依据贬低同行",
      severity: "block",
      patterns: [
        raw`(票捷通|他们家?|那家|别家|同行|竞品)[^，。？]{0,12}(泄露|泄漏|丢数据|丢过数据|要倒闭|快倒闭|垃圾|骗人|不靠谱)`,
      ],
      safer: "别家我不好评价，您当时看下来觉得怎么样？",
      matching: ["那家经常丢数据。", "别家都不靠谱的。"],
      harmless: ["别家给您报过价吗？", "您对比下来觉得差别在哪？"],
    },
    {
      id: "kickback",
      label: "私下返点、送礼",
      severity: "block",
      patterns: [
        raw`(返点|回扣|好处费|辛苦费|茶水费)[^，。？]{0,10}(给您|给你|个人|私下|都好说|可以谈)`,
        raw`(私下|个人|单独)[^，。？]{0,8}(返|给您|表示一下|意思一下|购物卡|红包)`,
      ],
      safer: "优惠都写在合同里，个人方面我们不做。",
      matching: ["返点可以谈，您放心。", "私下我给您表示一下。"],
      harmless: ["优惠我都写进合同。", "有没有别的供应商找过您个人以外的部门？"],
    },
    {
      id: "data-hostage",
      label: "拿数据或停用要挟",
      severity: "block",
      patterns: [
        raw`(不续|到期)[^。？]{0,12}(数据|单据|影像)[^，。？]{0,8}(没了|清空|删|拿不到|看不到)`,
        raw`(马上|立刻|直接)(停|关)(掉|了)?[^，。？]{0,6}(账号|系统|服务)`,
      ],
      safer: "合同结束后，全部单据和影像都可以免费导出。",
      matching: ["不续的话历史数据就清空了。", "到时候直接停掉您的账号。"],
      harmless: ["到期后数据可以免费导出。", "上次停机影响大吗？"],
    },
  ],
  requiredDisclosures: [
    {
      id: "billing",
      label: "按年一次性预付",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [
        raw`(按年|一年|年度|全年)[^，。？]{0,8}(一次性|预付|先付|付清)`,
        raw`(一次性|提前)[^，。？]{0,4}(预付|付清|付全年|付一年|支付)`,
        raw`年付`,
      ],
      safer: "费用按年一次性预付。",
    },
    {
      id: "fixed",
      label: "合同期内账号只增不减",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [
        raw`(只增不减|只能增|只能加|不能减|不可以减|不能减少|不可减|减不了)`,
        raw`(不支持|不能|没法)[^，。？]{0,6}(中途)?(退费|退款|退)`,
      ],
      safer: "合同期内账号只增不减，也不支持中途退费。",
    },
  ],
  maxDiscountPct: 5,
  approvalOver: 5,
  blockOver: 10,
  approvalPatterns: [
    raw`(总监|领导|经理|公司|上面)[^，。？]{0,8}(批|审批|同意|申请|点头)`,
    raw`(申请|请示|报批|要批|需要审批|走审批)`,
  ],
  privacy: [
    {
      id: "named-staff",
      label: "索要员工名单或个人信息",
      severity: "warn",
      patterns: [
        raw`(名单|姓名|身份证|手机号)[^，。？]{0,10}(发我|给我|提供|导出|列一下)`,
        raw`(发我|给我|提供)[^，。？]{0,12}(名单|姓名|身份证|手机号)`,
      ],
      safer: "大概涉及多少人就够了。",
      matching: ["您把员工名单发我一下。", "提供一下这些人的身份证。"],
      harmless: ["大概有多少人在用？", "这个事谁负责？"],
    },
    {
      id: "invoice-images",
      label: "索要真实票据或银行信息",
      severity: "warn",
      patterns: [
        raw`(发票|凭证|流水|银行卡|账户)[^，。？]{0,8}(拍给我|发给我|发我看|截图)`,
        raw`(拍|截图|发)[^，。？]{0,4}(几张|一些)?(发票|凭证|流水|银行卡)`,
      ],
      safer: "说个大致数量就行，原件请留在您那边。",
      matching: ["您拍几张发票过来。", "把流水发给我。"],
      harmless: ["发票现在怎么审的？", "电子票多不多？"],
    },
  ],
};
