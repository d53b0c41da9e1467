import type { Locale } from "@/lib/contracts/vocabulary";

/** Why words were withheld. */
export const gateCodes = [
  "role_inversion",
  "stage_direction",
  "control_marker",
  "prompt_leak",
  "rubric_leak",
  "sealed_fact",
  "banned_content",
  "personal_data",
  "wrong_language",
  "repetition",
] as const;
export type GateCode = (typeof gateCodes)[number];

const any = (...patterns: string[]) => new RegExp(patterns.map((pattern) => `(?:${pattern})`).join("|"), "iu");

/** Marks of templates, tools and markup that no person says aloud. */
export const controlMarker = any(
  String.raw`<\|[a-z_]*`,
  String.raw`\|>`,
  "<<|>>",
  String.raw`<\/?(?:s|think|thinking|system|assistant|user|tool_call|function)\b[^>]*>`,
  String.raw`\[\/?(?:INST|SYS|SYSTEM|ASSISTANT|USER)\]`,
  "```",
  String.raw`^\s*#{1,6}\s`,
  String.raw`^\s*(?:system|assistant|user|human|ai)\s*[:：]`,
  String.raw`\n\s*(?:system|assistant|user|human|ai|salesperson|seller|trainee|销售|用户|助手|系统)\s*[:：]`,
  String.raw`\{\s*"[a-z_]+"\s*:`,
  String.raw`!\[[^\]]*\]\(`,
  String.raw`\]\(\s*(?:https?:|javascript:|data:)`,
  String.raw`<(?:img|script|iframe|a|svg|style|link)\b`,
);

const acted =
  "sigh|pause|laugh|chuckle|smile|smirk|nod|shrug|lean|frown|cough|glance|look|stare|grin|groan|wince|roll|clear|raise|cross|tap|" +
  "check|think|hesitate|silence|beat|grimace|scoff|exhale|inhale|gesture|wave|point|stand|sit|type|scribble|thoughtful|" +
  "sceptical|skeptical|annoyed|irritated|firm|calm|quiet|softly|sternly|coldly|warmly|flatly|dryly|aside";
const actedZh =
  "笑|叹|沉默|停顿|点头|摇头|皱眉|耸肩|清嗓|看表|看了看|思考|犹豫|冷笑|微笑|苦笑|语气|无奈|不耐烦|翻|抬头|低头|靠|敲|喝|咳|顿了|放下|拿起|想了想|转身|挥手";

/** `*sighs*`, `(laughs)`, `[pause]`, `（笑）`: acting written down instead of speech. */
export const stageDirection = any(
  String.raw`\*{1,2}_?\s*(?:[a-z]+ly\s+)?(?:${acted})(?:s|es|ed|ing|ning)?\b[^*\n]{0,60}\*`,
  String.raw`_\s*(?:${acted})(?:s|es|ing)\b[^_\n]{0,60}_`,
  String.raw`[([]\s*(?:[a-z]+ly\s+)?(?:${acted})(?:s|es|ed|ing|ning)\b[^)\]\n]{0,60}[)\]]`,
  String.raw`[([]\s*(?:pause|silence|beat|aside|long pause|quietly|softly|dryly|coldly|inaudible)\s*[)\]]`,
  String.raw`[（(【[*]\s*[^）)】\]*\n]{0,12}(?:${actedZh})[^）)】\]*\n]{0,12}[）)】\]*]`,
  String.raw`^\s*(?:narrator|旁白|scene|场景)\s*[:：]`,
);

/** The buyer speaks as software, as a coach, or from the seller's side of the table. */
export const roleInversion: Record<Locale, RegExp> = {
  en: any(
    String.raw`\bas an? (?:ai|artificial intelligence|(?:large )?language model|virtual assistant|chat ?bot|digital assistant)\b(?!-| (?:company|team|vendor|business|shop|start-?up|lab|group|committee|project|programme|program|customer|user|buyer))`,
    String.raw`\bi(?:'m| am|’m) (?:just |only |actually |really )?(?:an? )?(?:ai|artificial intelligence|(?:large )?language model|virtual assistant|chat ?bot|bot|simulat(?:ion|ed)|computer program|digital assistant)\b(?! (?:\w+ )?(?:team|lead|engineer|manager|person|sceptic|skeptic|researcher|owner|company|project|customer|user|developer|specialist|budget|analyst|administrator))`,
    String.raw`\bi(?:'m| am|’m) (?:here to (?:help|assist) you (?:with|practi[sc]e|improve)|playing (?:the )?(?:role|part) of|role-?playing|pretending to be|your (?:sales )?(?:coach|trainer|assistant|tutor))`,
    String.raw`\bmy (?:system )?(?:prompt|instructions|guidelines|programming|training data) (?:say|says|tell|tells|is|are|do not allow|don't allow|prevents?|was|were)\b`,
    String.raw`\b(?:openai|chatgpt|anthropic|gpt-\d)\b[^.?!]{0,30}\b(?:trained|made|built|created) me\b`,
    String.raw`\b(?:trained|made|built|created|developed) by (?:openai|anthropic|google deepmind|alibaba)\b`,
    String.raw`\bhow (?:can|may) i (?:help|assist) you (?:today|further)\b`,
    String.raw`\bis there anything else i can (?:help|assist)\b`,
    String.raw`\bi(?:'d| would) be happy to (?:help|assist) you (?:with|practi[sc]e)`,
    String.raw`\b(?:great|good|nice|excellent|strong|well[- ]done|impressive|textbook) (?:\w+ ){0,2}(?:discovery|open(?:-ended)?) (?:question|technique|work)\b`,
    String.raw`\b(?:great|good|nice|excellent|well|impressive) (?:sales |selling |closing |questioning )(?:technique|pitch|skills?|approach|work|job)\b`,
    String.raw`\byour (?:sales|selling|closing|questioning|objection[- ]handling) (?:technique|skills?) (?:is|are|was|were|need|needs|could)\b`,
    String.raw`\b(?:next time|in (?:future|the future)),? (?:try|you (?:should|could|might)|remember to) (?:asking?|to ask|start|open|acknowledg\w*|summari[sz]\w*|probing?|listen\w*)\b`,
    String.raw`\b(?:here(?:'s| is)|let me give you) (?:some |a bit of |a piece of )?(?:feedback|coaching|tip|advice) (?:on|for|about) your\b`,
    String.raw`\b(?:as (?:your|the|a) (?:sales ?person|seller|sales rep|account (?:manager|executive)|vendor)),? (?:i|we)\b`,
    String.raw`\b(?:this|our) (?:role-?play|simulation|practice session|training exercise|scenario)\b(?! (?:we|you|they)\b)`,
    String.raw`\byou(?:'ve| have)? (?:unlocked|scored|earned) (?:an? |the |another )?(?:\w+ )?(?:fact|point|points|check|hint)\b`,
    String.raw`\b(?:let me|i can) (?:tell you about|offer you|walk you through) our (?:product|solution|pricing|plans?|subscription)\b`,
  ),
  "zh-CN": any(
    String.raw`作为(?:一个|一名|一款)?\s*(?:AI|人工智能|大?语言模型|大模型|虚拟助手|智能助手|聊天机器人)(?!公司|企业|团队|厂商|行业|项目|用户|客户|负责人)`,
    String.raw`我(?:只是|就是|其实是|是)(?:一个|一款|个|由[^，。]{1,10}(?:开发|训练)的)?\s*(?:AI|人工智能|大?语言模型|大模型|虚拟助手|智能助手|聊天机器人|机器人|程序)(?!公司|企业|团队|厂商|行业|项目|员|部|负责|工程|方面|这块|的)`,
    String.raw`我(?:在)?扮演(?:的|一个|的是)?`,
    String.raw`(?:我的|系统)(?:系统)?(?:提示词|提示语|设定|训练数据)(?:是|里|中|要求|不允许|规定)`,
    String.raw`(?:有什么|还有什么)(?:我)?(?:可以|能)(?:够)?(?:为您|帮您|帮助您|帮到您|为你|帮你|帮助你)`,
    String.raw`(?:您|你)的(?:销售|提问|沟通|谈判|成交|话术)(?:技巧|能力|水平|方法|话术)(?:很|不错|非常|还|需要|可以|有待|真)`,
    String.raw`(?:这是|真是|问了)?(?:一个)?(?:很好的|非常好的|不错的|优秀的)(?:开放式|探询式?|探索性)(?:问题|提问)`,
    String.raw`(?:下次|以后)(?:您|你)?(?:可以|应该|不妨|记得)(?:试着|尝试|先|多)?(?:问|提问|总结|倾听|认可|开场|共情)`,
    String.raw`作为(?:你的|您的)?(?:教练|培训师|销售教练|陪练|导师)`,
    String.raw`(?:这次|本次|这个|我们的)(?:角色扮演|模拟对话|模拟练习|销售练习|陪练)`,
    String.raw`(?:你|您)(?:已经)?(?:解锁|得分|获得)了?(?:一个|一条|新的)*(?:事实|线索|加分|分数)`,
    String.raw`让我(?:为您|给您|来)介绍(?:一下)?(?:我们的|我司的|本公司的)(?:产品|方案|套餐|服务)`,
  ),
};

/** Addresses, numbers and keys by which a real person could be found. */
export const personalData: readonly { kind: string; pattern: RegExp }[] = [
  { kind: "email", pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*/giu },
  { kind: "url", pattern: /\bhttps?:\/\/[^\s)]+|\bwww\.[^\s)]+/giu },
  {
    kind: "phone",
    pattern:
      /(?<![\d.,$€£¥])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)[\s.-]?)?\d{3,4}[\s.-]\d{3,4}(?:[\s.-]\d{2,4})?(?![\d,%])/gu,
  },
  { kind: "mobile", pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/gu },
  { kind: "id_card", pattern: /(?<!\d)\d{17}[\dXx](?!\d)/gu },
  { kind: "card", pattern: /(?<!\d)(?:\d{4}[ -]){3}\d{4}(?!\d)/gu },
];
