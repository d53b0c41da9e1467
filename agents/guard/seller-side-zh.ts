import type { Persona, ScenarioBundle } from "@/lib/contracts/content";

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
const anyOf = (words: readonly string[]) => words.map(escaped).join("|") || "(?!)";

/** The selling house and its wares by name: the product with its Latin code and first words, and who the brief says you are. */
function sellerNames({ scenario, personas }: ScenarioBundle): string[] {
  const own = personas.map(({ name, company }) => `${name} ${company}`).join(" ");
  const { product } = scenario.sheet;
  const codes = product.match(/[A-Z][A-Z\d-]+/gu) ?? [];
  const han = product.match(/\p{Script=Han}{2,}/gu)?.flatMap((word) => [word, word.slice(0, 2)]) ?? [];
  const introduced = [scenario.summary, scenario.situation].join("\n");
  const houses = [
    ...introduced.matchAll(/(?:您|你)(?:是|在|代表|替)(\p{Script=Han}{2,8}?)(?:的|公司|信用卡|大?客户|销售|做|负责)/gu),
  ];
  const named = houses.flatMap((match) => (match[1] ? [match[1], match[1].slice(0, 2)] : []));
  return [...new Set([...codes, ...han, ...named])].filter((name) => name.length >= 2 && !own.includes(name));
}

/** How colleagues and sellers address this buyer: with a title, which nobody uses of themselves. */
const titled = ({ name, calledBy }: Persona) =>
  calledBy.filter(
    (one) => one !== name && /(?:总|经理|工|女士|先生|姐|哥|师傅|老师|主任|总监|护士长|院长|厂长)$/u.test(one),
  );

const serves =
  "稳(?:得很|定)|可以|能(?!不能)|会为|支持|保证|适合|帮(?:您|你)|给(?:您|你)|让(?:您|你)|性价比|最(?:大|新|适)|独家|只要|才(?:\\d|要)|起(?:售|步)|优惠|专为|领先|口碑|成熟|有(?:专人|保障|优势|案例)";

/**
 * Speaking from the seller's side of the table in Chinese: for the selling house, of its wares as 我们的, to this buyer's own
 * title, of the buyer's own house as 你们. Source of one pattern; the words come from the scenario itself.
 */
export function sellerSpeechZh(bundle: ScenarioBundle, persona: Persona): string {
  const house = anyOf(sellerNames(bundle));
  const me = anyOf(titled(persona));
  const short = persona.company.replace(/[，,].*$/u, "").slice(0, 3);
  const own = /^(?:个人|自由)/u.test(persona.company) ? "(?!)" : anyOf([short, short.slice(0, 2)]);
  return [
    // 我们朔冷可以…, 我们JH-30装箱稳得很: no question, no wish
    String.raw`我们(?:的|这款|这台|这张|家)?(?:${house})(?!那|给我|什么)[^。？?吗]{0,14}(?:${serves})[^。？?吗]*(?:[。！!]|$)`,
    // 我是简账的, 我代表朔冷
    String.raw`(?:我|这里|这边)(?:是|代表|来自|替)(?:您的|你的)?(?:${house})(?:这边|公司|集团|银行)?(?:的(?!老?客户|老?用户|持卡|买家|甲方)|，|,|客户经理|销售|客服|专员|小[\p{Script=Han}])`,
    String.raw`(?:代表|作为)(?:${house})[^。]{0,10}(?:为|向|给|跟|感谢|承诺|我)`,
    // 何女士，… said by 何女士 herself; 胡经理你放心
    String.raw`(?:^|[，,。！!？?…]\s*)(?:${me})(?:[，,！!：:]|(?:您|你)(?:好|放心|看|考虑|说|要|觉得|这边|今天|先|家|们)|(?:早|下午|上午|晚上)好)`,
    String.raw`(?:您好|你好|尊敬的|亲爱的|感谢|谢谢|恭喜)[，,]?(?:${me})(?:[，,！!。]|$)`,
    // 你们恒瑞达
    String.raw`(?:你们|您们|您|贵方|咱们贵)(?:${own})`,
    // 咱们简账的方案
    String.raw`(?:欢迎|感谢|选择|信赖|办理|升级(?:到|为)?)(?:您|你)?(?:选择|使用|关注|办理|信任|升级)?(?:我们|咱们|我行|我司)的?(?:${house}|产品|服务|方案)?|我行(?:的|可以|为|推出|这边|规定|客户|白金|承诺)`,
  ]
    .map((source) => `(?:${source})`)
    .join("|");
}
