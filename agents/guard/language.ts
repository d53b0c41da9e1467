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
    "nie wiem muszę jest dla mnie za się ale tak bo to drogo " +
    "nos votre vos leur cette ces mes ses aux quand comme aussi donc plus trop prix faut c'était qu'il j'ai n'est d'abord " +
    "nuestro nuestra tengo tiene también porque cuando hasta ese eso qué cómo sin ya nada usted ustedes precio hay sobre " +
    "nosso nossa tenho também porque quando até esse isto meu minha preço sem já nada vocês ao pela pelo " +
    "nostro nostra abbiamo anche perché quando fino questa ho lei prezzo senza già niente voi gli nel alla " +
    "den dem des einen einem einer wir uns unser unsere ihr ihre haben hat wird werden kann muss noch auch wenn wie oder bei nach über unter erst schon sehr zum zur im vom nur mehr viel preis teuer ja nein " +
    "wij ons onze hebben heeft wordt kan moet nog ook als hoe bij naar over eerst heel veel prijs ze zijn geen wel " +
    "vi oss vår har kan måste också när hur hos mycket priset ingen ikke jeg skal ikke noe pris hvad vores ikke " +
    "en ei ole mutta meidän hinta se on liian kallis että mitä miten " +
    "bir bu çok için ama değil bizim fiyat ne nasıl " +
    "to je ale není jsme naše cena moc že co jak pro " +
    "este nu sunt pentru foarte dar noi prețul ce cum " +
    "ez nem van hogy az egy mi ár túl drága " +
    "ini itu tidak kami harga terlalu mahal yang untuk dan saya"
  ).split(" "),
);
/** Of these, what an English sentence may hold as well. */
const shared = new Set(
  (
    "me to die was per van met la el del los no a in so an do est des den dem over noch mes nos plus as sans on en se mi co je ne " +
    "bo za ho he ha kan hat war wie man bring pro von de is am all see via or one are of ale hay com une under bin bu ez az ce " +
    "cum dan dar ja ons hoe como sin her him has had ze zum nada hay sobre ton ces non le uns moi vi au mal ser hem ano har bei der"
  ).split(" "),
);

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
  if (locale === "en") return han >= 2 || strange > 1 || speaksForeign(text, tokens);
  if (old >= 3 && old * 6 > han) return true;
  if (han === 0 && words.length >= 2 && (ended || words.length >= 5)) {
    return words.some((word) => /^[a-z]{3,}$/u.test(text.slice(word.start, word.end)));
  }
  // A clause of English after a few characters; names and abbreviations are no clause.
  const small = words.filter((word) => /^[a-z]/u.test(text.slice(word.start, word.end)));
  if (small.length >= 4 && small.length > han) return true;
  return words.length >= 6 && words.length * 2 > han;
}

/** Where one sentence ends and another may begin in another language. */
const breaksOff = /[.!?;:…\n—–]|,\s*["“]/u;

function speaksForeign(text: string, tokens: readonly Token[]): boolean {
  const whole = { sure: 0, maybe: 0, marked: 0, words: 0 };
  let part = { ...whole };
  let end = 0;
  const isForeignSpeech = ({ sure, maybe, marked, words }: typeof whole) =>
    (sure >= 2 && (sure + maybe) * 3 >= words) || (sure >= 1 && marked >= 2 && (sure + maybe + marked) * 2 >= words);
  for (const token of tokens) {
    if (token.kind !== "word") continue;
    if (breaksOff.test(text.slice(end, token.start))) {
      if (part.words >= 3 && isForeignSpeech(part)) return true;
      part = { sure: 0, maybe: 0, marked: 0, words: 0 };
    }
    end = token.end;
    for (const count of [whole, part]) {
      count.words++;
      if (/[à-öø-ÿā-ž]/u.test(token.text)) count.marked++;
      if (!foreign.has(token.text)) continue;
      if (shared.has(token.text)) count.maybe++;
      else count.sure++;
    }
  }
  return isForeignSpeech(whole) || (part.words >= 3 && isForeignSpeech(part));
}
