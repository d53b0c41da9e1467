import type { Policy } from "@/lib/contracts/content";

const raw = String.raw;

export const policy: Policy = {
  id: "packaging-line-zh-policy",
  version: 1,
  locale: "zh-CN",
  title: "钧合智能装备销售行为规范",
  bannedClaims: [
    {
      id: "never-fails",
      label: "宣称不停机、不会坏",
      severity: "block",
      patterns: [
        raw`(永远|绝对|肯定|保证|根本)(都)?不(会)?(坏|停机|卡|卡包|掉包|出故障|出问题)`,
        raw`(零故障|零停机|永不停机|用不坏)`,
      ],
      safer: "21 家统计可用率平均 95.6%，最低 91.8%。",
      matching: ["这台机绝对不会卡包。", "保证零故障。"],
      harmless: ["现在卡包一般什么原因？", "停机以后多久能恢复？"],
    },
    {
      id: "guaranteed-return",
      label: "保证回本或省钱",
      severity: "block",
      patterns: [
        raw`(保证|包|承诺|打包票)[^，。？]{0,10}(省|节|回本|收回)`,
        raw`(一定|肯定|绝对)(能|会|可以)?[^，。？]{0,6}(省下|回本|划算)`,
      ],
      safer: "21 家在 22 到 47 个月之间，您的要用您的工资表算。",
      matching: ["我保证两年回本。", "这个肯定划算。"],
      harmless: ["没拿到工资表之前，我不敢说几年回本。", "现在测算卡在哪一项？"],
    },
    {
      id: "subsidy-promise",
      label: "承诺能拿到政策资金",
      severity: "block",
      patterns: [
        raw`(补贴|政策|资金|申报)[^。？]{0,10}(肯定|一定|保证|包|稳)[^，。？]{0,6}(拿|批|下来|过|到手)`,
        raw`(帮您|替您|我们有关系)[^，。？]{0,6}(套|跑关系|搞定)[^，。？]{0,8}(补贴|资金|政策)?`,
      ],
      safer: "资料我们配合，批不批由主管部门定。",
      matching: ["补贴您放心，肯定能批下来。", "我们有关系，帮您搞定。"],
      harmless: ["您那边有没有可以申报的政策？", "发票需要设备单列吗？"],
    },
    {
      id: "layoff",
      label: "拿裁人当卖点或替客户许诺",
      severity: "block",
      patterns: [
        raw`(裁掉|辞掉|开掉|干掉|赶走)[^，。？]{0,8}(人|工人|装箱工|一半)`,
        raw`(一个人|谁)都不(会|用)(裁|走|下岗)`,
      ],
      safer: "减下来的人怎么安排是厂里的事，我只能说 21 家平均每班少用 6.4 个。",
      matching: ["您直接裁掉一半工人。", "我保证一个人都不会裁。"],
      harmless: ["装箱这块现在缺几个人？", "减下来的人厂里打算怎么安排？"],
    },
    {
      id: "false-deadline",
      label: "编造期限、逼单",
      severity: "block",
      patterns: [
        raw`(今天|今晚|明天|本周|这周)[^，。？]{0,10}(截止|过期|作废|就没了|就涨|恢复原价)`,
        raw`(不定|不签|不下单)[^。？]{0,8}(就|马上)[^，。？]{0,6}(涨|没有|没了|排到)`,
      ],
      safer: "报价 60 天有效。7 月 12 日进场，往前推 75 天。",
      matching: ["这个价今天截止。", "您不签马上就涨了。"],
      harmless: ["报价 60 天有效。", "检修那几天能给我们几天？"],
    },
    {
      id: "rival-fault",
      label: "无依据贬低同行",
      severity: "block",
      patterns: [
        raw`(拓衡|别家|同行|那家|另外两家|他们家?|便宜的)[^，。？]{0,10}(垃圾|翻新|贴牌|骗人|不靠谱|用不住|快倒闭)`,
      ],
      safer: "别家我不评价，低的那份里含了哪些？",
      matching: ["那家都是贴牌的。", "便宜的都用不住。"],
      harmless: ["另外两家的报价含安装吗？", "低的那份里有没有护栏？"],
    },
    {
      id: "kickback",
      label: "私下给好处",
      severity: "block",
      patterns: [
        raw`(返点|回扣|好处费|辛苦费|茶水费)[^，。？]{0,10}(给您|给你|个人|私下|都好说|可以谈|少不了)`,
        raw`(私下|个人|单独)[^，。？]{0,8}(返|表示一下|意思一下|购物卡|红包)`,
      ],
      safer: "优惠都写在合同里，个人方面公司不允许。",
      matching: ["苏经理，辛苦费少不了您的。", "私下给您意思一下。"],
      harmless: ["优惠都写进合同。", "这一趟流程走下来，辛苦三位了。"],
    },
  ],
  requiredDisclosures: [
    {
      id: "scope",
      label: "价内包含什么",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`(夹具|护栏|输送对接|陪产)`, raw`(安装|调试|培训)[^，。？]{0,10}(一口价|另计|9\.8)`],
      safer: "夹具、护栏、输送对接和两周陪产都在价内。",
    },
    {
      id: "lead-time",
      label: "交期",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`(交期|货期|交货)`, raw`75\s?天`],
      safer: "合同生效后 75 天到厂。",
    },
    {
      id: "payment",
      label: "付款节点",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`(预付|发货前|验收后)`, raw`三五二`],
      safer: "付款是预付 30%、发货前 50%、验收后 20%。",
    },
  ],
  maxDiscountPct: 2,
  approvalOver: 2,
  blockOver: 5,
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
        raw`(拍|照片|视频)[^，。？]{0,8}(工人|师傅|员工|装箱工|人脸)`,
        raw`(工人|师傅|员工|装箱工)[^，。？]{0,6}(拍|照片|视频)`,
      ],
      safer: "拍设备和场地就行，别拍到人。",
      matching: ["拍一段装箱工干活的视频给我。", "把师傅们拍进去也行。"],
      harmless: ["方便发一张车间平面图吗？", "一个班几个装箱工？"],
    },
    {
      id: "blame",
      label: "追问个人责任、打听工资名单",
      severity: "warn",
      patterns: [raw`(谁的责任|谁的错|怪谁|哪个(工人|师傅|员工)(弄|搞|造成|装))`, raw`(工资|人员)名单`],
      safer: "当时的经过是怎样的？",
      matching: ["那一单是哪个工人装错的？", "把工资名单发我一份。"],
      harmless: ["当时是什么原因？", "测算里人工按什么口径？"],
    },
  ],
};
