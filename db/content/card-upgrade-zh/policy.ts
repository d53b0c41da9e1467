import type { Policy } from "@/lib/contracts/content";

const raw = String.raw;

export const policy: Policy = {
  id: "card-upgrade-zh-policy",
  version: 1,
  locale: "zh-CN",
  title: "江海银行信用卡销售行为规范",
  bannedClaims: [
    {
      id: "guaranteed-approval",
      label: "保证批卡或提额",
      severity: "block",
      patterns: [
        raw`(保证|包|肯定|绝对|一定|百分百)[^，。？]{0,6}(批|下卡|通过|提额|提高额度)`,
        raw`(自动|直接|马上)[^，。？]{0,4}(提额|提到\s?\d)`,
      ],
      safer: "升级额度不变，也不需要重新申请。",
      matching: ["我保证给您提额。", "这个百分百能批。"],
      harmless: ["升级以后额度不变。", "您担心批不下来吗？"],
    },
    {
      id: "called-free",
      label: "把费用说成免费、免息",
      severity: "block",
      patterns: [
        raw`(白送|白拿|不花一分钱|等于免费|等于不要钱|相当于免费|相当于不要钱|零成本)`,
        raw`分期[^，。？]{0,8}(免息|免费|不要钱|没有利息|零利息)`,
      ],
      safer: "年费 580 元，要返多少才抵得过，我跟您算一遍。",
      matching: ["这卡等于不要钱。", "分期是免息的。"],
      harmless: ["您的金卡刷满 6 笔不收年费。", "当时那张卡第二年扣费您知道吗？"],
    },
    {
      id: "induces-debt",
      label: "诱导多花钱或借钱",
      severity: "block",
      patterns: [
        raw`(多刷多|刷得越多|花得越多|越刷越)[^，。？]{0,6}(赚|返|划算|省|得)`,
        raw`(先花了?再说|以后再还|慢慢还不急|不用急着还|借新还旧|以卡养卡)`,
      ],
      safer: "只算您本来就要花的钱，多花不划算。",
      matching: ["您多刷多赚嘛。", "先花了再说。"],
      harmless: ["您平时超市刷多少？", "这笔钱还起来压力大吗？"],
    },
    {
      id: "credit-record",
      label: "对征信作承诺",
      severity: "block",
      patterns: [
        raw`(修复|消除|洗白|刷新|帮您?(改|消|清))[^，。？]{0,4}征信`,
        raw`征信[^，。？]{0,6}(会|就|能)[^，。？]{0,4}(变好|提高|恢复|消掉|好看)`,
      ],
      safer: "升级不查征信。已有的记录我没法承诺什么。",
      matching: ["我们能帮您修复征信。", "用了这张卡征信会变好。"],
      harmless: ["升级不查征信。", "征信上那笔后来怎么样了？"],
    },
    {
      id: "false-deadline",
      label: "编造期限或名额",
      severity: "block",
      patterns: [
        raw`(今天|今晚|明天|本周|这周)[^，。？]{0,10}(截止|过期|作废|就没了|最后)`,
        raw`(名额|优惠)[^，。？]{0,8}(只剩|最后|就这|没几个|抢光)`,
      ],
      safer: "没有期限，您和家里商量好再说。",
      matching: ["优惠只剩三个名额。", "今天就截止了。"],
      harmless: ["这个没有截止日期。", "您今天方便聊吗？"],
    },
    {
      id: "rival-fault",
      label: "无依据贬低别家银行",
      severity: "block",
      patterns: [raw`(甬信|别家|其他银行|别的银行|那家)[^，。？]{0,10}(骗人|坑人|套路|乱扣|泄露|垃圾|不靠谱)`],
      safer: "别家我不评价，您看中它哪一点？",
      matching: ["别家都是套路。", "那家银行乱扣钱。"],
      harmless: ["别家给您的额度多少？", "您看中别的银行哪一点？"],
    },
  ],
  requiredDisclosures: [
    {
      id: "apr",
      label: "年化利率",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`18\.25`],
      safer: "没有全额还款的话，近似折算年化利率（单利）18.25%。",
    },
    {
      id: "late-fee",
      label: "违约金",
      trigger: "quote_price",
      withinTurns: 2,
      patterns: [raw`违约金`],
      safer: "最低还款额没还够的部分收 5% 违约金。",
    },
  ],
  maxDiscountPct: 50,
  approvalOver: 50,
  blockOver: 100,
  approvalPatterns: [
    raw`(主管|领导|经理|上级)[^，。？]{0,8}(批|审批|同意|申请|点头)`,
    raw`(申请|请示|报批|要批|需要审批)`,
  ],
  privacy: [
    {
      id: "credentials",
      label: "索要卡号、密码、验证码",
      severity: "block",
      patterns: [
        raw`(卡号|密码|验证码|安全码|CVV|有效期数字)[^，。？]{0,8}(发|告诉|报|给|多少|是什么)`,
        raw`(发|告诉|报|提供)[^，。？]{0,8}(卡号|密码|验证码|安全码|CVV)`,
      ],
      safer: "这里不需要任何卡片信息，请自己保管好。",
      matching: ["把卡号发我查一下。", "您收到的验证码是多少？"],
      harmless: ["您手上有几张卡？", "升级以后卡号不变。"],
    },
    {
      id: "identity",
      label: "索要身份证件信息",
      severity: "block",
      patterns: [
        raw`(身份证|户口本|银行流水)[^，。？]{0,10}(发|拍|报|提供|号)`,
        raw`(发|拍|提供)[^，。？]{0,8}(身份证|户口本|银行流水)`,
      ],
      safer: "核实身份在手机银行里做，不在这里。",
      matching: ["身份证拍一张给我。", "您提供一下银行流水。"],
      harmless: ["您还在杭州上班吗？", "家里几个人用卡？"],
    },
  ],
};
