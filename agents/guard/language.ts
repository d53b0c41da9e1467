import type { Locale } from "@/lib/contracts/vocabulary";
import type { Token } from "./words";

const isHan = (code: number) => (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
/** Cyrillic, Hebrew, Arabic, Devanagari to Thai, kana, Hangul: scripts of no language a buyer speaks here. */
const isForeign = (code: number) =>
  (code >= 0x400 && code <= 0xe7f) || (code >= 0x3040 && code <= 0x30ff) || (code >= 0xac00 && code <= 0xd7af);

/** Small words of French, Spanish, Portuguese, Italian, German, Dutch, Swedish and Polish that English has not. */
const foreign = new Set(
  (
    "je ne vous nous le la les des une est c'est trop pour pas qui avec mais dans sur cher mon votre " +
    "el los las una con esa esta para pero muy mucho por que yo tengo está más lo del me sirve puedo " +
    "não uma com você isso muito é di il che per sono non una troppo della questo " +
    "das ist mir zu und ich nicht sich ein eine der die wir sie für auf mit was aber kein " +
    "het een niet van ik wij dat voor maar met " +
    "det är för jag vet inte vad att och som på med dyrt ett " +
    "nie wiem muszę jest dla mnie za się ale tak bo to drogo"
  ).split(" "),
);
/** Of these, what an English sentence may hold as well. */
const shared = new Set("me to die was per van met la el del los no a in so an do die est".split(" "));

/** Characters that only traditional writing has. */
const traditional = new Set(
  "這個價對說還買賣過來時間們嗎麼為國張費貴實別辦東業發開關點條號單總結現讓電話給應該從會議問題賬錢銀產據傳統見長請謝",
);

/**
 * Whether a reply has left its language: another script, another language in Latin letters, traditional characters where
 * simplified ones are spoken. Names, products and single borrowed words are no change of language.
 */
export function wrongLanguage(text: string, tokens: readonly Token[], locale: Locale, ended: boolean): boolean {
  let han = 0;
  let strange = 0;
  let old = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x400) continue;
    if (isHan(code)) {
      han++;
      if (traditional.has(text[i] ?? "")) old++;
    } else if (isForeign(code)) strange++;
  }
  if (strange > 3) return true;
  const words = tokens.filter((token) => token.kind === "word" && token.text.length > 1);
  if (locale === "en") return (han >= 4 && han > words.length) || speaksForeign(tokens);
  if (old >= 3 && old * 6 > han) return true;
  if (han === 0 && words.length >= 2 && (ended || words.length >= 5)) {
    return words.some((word) => /^[a-z]{3,}$/u.test(text.slice(word.start, word.end)));
  }
  return words.length >= 6 && words.length * 2 > han;
}

function speaksForeign(tokens: readonly Token[]): boolean {
  let sure = 0;
  let maybe = 0;
  let words = 0;
  for (const { kind, text } of tokens) {
    if (kind !== "word") continue;
    words++;
    if (!foreign.has(text)) continue;
    if (shared.has(text)) maybe++;
    else sure++;
  }
  return sure >= 2 && (sure + maybe) * 3 >= words;
}
