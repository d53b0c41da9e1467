import { stageEn } from "./stage-en";
import { narratedZh, stageZh } from "./stage-zh";

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

const speakers =
  "buyer|customer|client|prospect|seller|sales ?person|sales ?rep|trainee|assistant|user|human|ai|买方|买家|客户|卖方|销售|用户|助手|学员|陪练";

/** Marks of templates, tools and markup that no person says aloud. */
export const controlMarker = any(
  // template and reasoning tags: <|im_end|>, </s>, <think>, <END>
  String.raw`<\|[a-z_]*|\|>|<<|>>`,
  String.raw`<\/?[a-z][a-z_]*(?:\s[^<>]*)?>`,
  String.raw`\[\/?(?:INST|SYS|SYSTEM|ASSISTANT|USER|END|DONE|STOP|EOS|NULL|EXIT)\b[^\]\n]{0,30}\]`,
  String.raw`[【[](?:对话|聊天|会话)?(?:结束|完毕|终止)[】\]]`,
  // markdown that is no speech: fences, headings, rules, images, links
  "```",
  String.raw`(?:^|\n)\s*#{1,6}\s`,
  String.raw`(?:^|\n)\s*-{3,}\s*(?:\n|$)`,
  String.raw`!\[[^\]]*\]\(|\]\(\s*(?:https?:|javascript:|data:)`,
  // a speaker's label in front: "Buyer:", "客户：", "Denise (Buyer):"
  String.raw`(?:^|[\n.!?。！？]\s*|[(（]\s*)(?:${speakers})\s*[)）]?\s*[:：]`,
  String.raw`(?:^|\n)\s*(?:system|系统)\s*[:：]\s*(?:you|reply|respond|answer|ignore|never|always|\S{0,8}(?:以内|回复|你是|不要))`,
  // gaps of a template: {{speaker}}, ${name}, and a label for the reply itself
  String.raw`\{\{|\}\}|\$\{|\[\[|\]\]`,
  String.raw`(?:^|\n)\s*(?:回复|台词|输出|reply|response|output)\s*[:：]`,
  // data instead of words: {"reply": …}
  String.raw`\{\s*["“'][^"”'\n]{1,30}["”']\s*[:：]`,
);

const actions =
  "sigh|pause|laugh|chuckle|smile|smirk|nod|shrug|lean|frown|cough|glance|look|stare|grin|groan|wince|roll|clear|raise|cross|tap|" +
  "check|think|hesitate|silence|beat|grimace|scoff|exhale|inhale|gesture|wave|point|stand|sit|type|scribble|thoughtful|" +
  "sceptical|skeptical|annoyed|irritated|firm|calm|quiet|softly|sternly|coldly|warmly|flatly|dryly|aside|shake|fold|grunt|snort|wipe|" +
  "count|take|put|turn|pick|set|sip|bite|squint|blink|mutter|murmur|whisper|hum|scratch|rub|reach|push|pull|open|close|stir|fidget|drum";
/** "smile" acts as "smiling" too. */
const acted = actions
  .split("|")
  .flatMap((word) => (word.endsWith("e") ? [word, word.slice(0, -1)] : [word]))
  .join("|");
const actedZh =
  "笑|叹|沉默|停顿|点头|摇头|摇摇头|皱眉|挑眉|耸肩|耸耸肩|清嗓|看表|看了看|看了一眼|思考|犹豫|语气|无奈|不耐烦|翻|抬头|低头|靠|敲|喝|咳|顿了|放下|拿起|想了想|转身|挥手|抱起|抱胸|" +
  "胳膊|掰着|擦|扒|边吃|边说|嗯了|哼了|提高声音|压低声音|声音|正在输入|将信将疑|未回复|没有回复|已读|托腮|扶额|摊手|咂嘴|搓手|眯";

/** Beginning of the reply or of a sentence. */
const start = String.raw`(?:^|[.!?…。！？\n]["”’]?\s*)`;

/** Words of acting: "sighs", "shaking", "takes a bite", "She folds her arms", "voice rising". */
const acting = String.raw`(?:(?:he|she|they|\p{L}+) )?(?:[a-z]+ly,? )?(?:${acted})(?:s|es|ed|ing|ning|ping)\b`;

/** `*sighs*`, `(laughs)`, `[pause]`, `（笑）`: acting written down instead of speech. */
export const stageDirection = any(
  // between marks that speech has not: any acting
  String.raw`[*_~]{1,2}\s*${acting}[^*_~\n]{0,60}[*_~]`,
  String.raw`[([<]\s*${acting}[^)\]>\n]{0,60}[)\]>]`,
  // a whole marked passage that stands where a sentence would
  String.raw`${start}\*{1,2}[^*\n]*[a-z]+(?:s|ing)\b[^*\n]{0,60}\*{1,2}\s*(?:$|[\p{Lu}"“£$\d])`,
  String.raw`[([<]\s*(?:(?:long|short|brief|awkward) )?(?:pause|silence|beat|aside|quietly|softly|dryly|coldly|inaudible|no (?:reply|response|answer)|offline)\s*[)\]>]`,
  String.raw`[([]\s*(?:in a )?(?:\w+ )?(?:voice|tone|eyes|arms|hands)\b[^)\]\n]{0,30}[)\]]`,
  String.raw`[([]\s*typing\b[^)\]\n]{0,20}[)\]]`,
  String.raw`[([][^)\]\n]{0,20}\b(?:looks|seems|sounds|appears) (?:un|not )?[a-z]+[)\]]`,
  String.raw`[（(【[*~]\s*[^）)】\]*~\n]{0,12}(?:${actedZh})[^）)】\]*~\n]{0,12}[）)】\]*~]`,
  String.raw`^\s*(?:narrator|旁白|scene|场景)\s*[:：]`,
  ...stageEn,
  ...stageZh,
);

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** What tells the seller's side of this scenario is `side`. "I'm playing Priya", "We at Rotaline can offer you …" of a buyer of another house, "我演沈敏". */
export function impersonation(names: readonly string[], company: string, side: string | null = null): RegExp {
  const who = names.map(escaped).join("|");
  const own = company.split(" ").map(escaped).join("|");
  return any(
    String.raw`\bi(?:['’]m| am| was) (?:playing|portraying|acting as|voicing) (?:the (?:part|role) of )?(?:${who})`,
    String.raw`我(?:在|来|是)?(?:演|扮|饰)(?:的是)?(?:${who})`,
    String.raw`\b(?:we|here|all of us) at (?!${own})\p{Lu}\w+,? (?:can|could|offer|provide|guarantee|will|would|are happy|['’]ll)\b`,
    ...(side === null ? [] : [side]),
  );
}

/** Acting told of the buyer by name: "Walt shrugs.", "沈敏叹了口气。" */
export function narration(names: readonly string[]): RegExp {
  const who = names.map(escaped).join("|");
  return any(
    String.raw`${start}(?:${who}) (?:[a-z]+ly )?(?:${acted})(?:s|es|ed)\b`,
    String.raw`${start}(?:${who})(?:微微|轻轻|缓缓)?(?:${actedZh})`,
    narratedZh(who),
  );
}
