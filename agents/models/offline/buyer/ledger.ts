import type { SpeakerView } from "@/lib/contracts/speaker";
import { hash } from "./hash";
import { measure, overlap, recall, type Said } from "./repeat";

/** A line ready to be said, with the ids it spends. */
export interface Line {
  ids: string[];
  text: string;
}

/** Lines heard so far and the order in which the next ones come. One per reply. */
export interface Ledger {
  view: SpeakerView;
  said: Said;
  taken: Set<string>;
  prefix: string;
  /** longest line wanted, in words or characters */
  most: number;
  /** this persona says 你 to the seller, not 您 */
  plainYou: boolean;
}

/** Praise of the seller's technique: a buyer never marks the trainee's homework. */
const praise =
  /\b(?:(?:good|great|excellent|nice|brilliant) (?:question|point|pitch|listening|technique)|well (?:asked|handled|put))\b|问得(?:真)?好|好问题|(?:话术|销售技巧)/iu;

/** Which form of address this voice was written in. */
function saysPlainYou(voice: SpeakerView["persona"]["voice"]): boolean {
  const text = JSON.stringify(voice);
  return (text.match(/你/gu)?.length ?? 0) > (text.match(/您/gu)?.length ?? 0);
}

export function openLedger(view: SpeakerView, most: number): Ledger {
  const own = view.transcript.filter((line) => line.speaker !== "trainee");
  const committee = own.some((line) => line.speaker !== view.persona.id);
  return {
    view,
    said: recall(
      own.map((line) => line.text),
      view.locale,
    ),
    taken: new Set(view.usedLines),
    prefix: committee ? `${view.persona.id}/` : "",
    most,
    plainYou: view.locale === "zh-CN" && saysPlainYou(view.persona.voice),
  };
}

const isTaken = (ledger: Ledger, id: string) =>
  ledger.taken.has(id) || ledger.taken.has(`${ledger.view.persona.id}/${id}`);

function fill(ledger: Ledger, text: string, slots: Record<string, string>): string | null {
  let missing = false;
  const filled = text.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const known = slots[name];
    if (known === undefined) missing = true;
    return known ?? "";
  });
  const avoid = ledger.view.correction?.avoid;
  if (missing || praise.test(filled) || (avoid && filled.includes(avoid))) return null;
  return ledger.plainYou ? filled.replaceAll("您", "你") : filled;
}

/**
 * Index order of a bank: this attempt's third first, each third shuffled by the session's seed. Which lines make up a
 * third depends on the persona alone, so three attempts by one trainee open differently.
 */
function order(ledger: Ledger, bank: string, indices: number[]): { index: number; own: boolean }[] {
  const { view } = ledger;
  const ranked = indices.toSorted((a, b) => hash(view.persona.id, bank, a) - hash(view.persona.id, bank, b));
  const salt = view.correction ? hash(view.correction.code, view.correction.avoid ?? "") : 0;
  return ranked
    .map((index, rank) => ({
      index,
      third: (rank - ((view.attempt - 1) % 3) + 3) % 3,
      key: hash(view.seed, salt, bank, index),
    }))
    .toSorted((a, b) => a.third - b.third || a.key - b.key)
    .map(({ index, third }) => ({ index, own: third === 0 }));
}

export interface DrawOptions {
  /** values for `{name}` slots; a line with an unknown slot is passed over */
  slots?: Record<string, string>;
  /** draw only from this attempt's third */
  ownThird?: boolean;
  /** the lines the bank consists of here; thirds are counted among them */
  only?: number[];
  /** passes over a line that does not suit now */
  fits?: (line: string) => boolean;
  /** what must be said: the freshest line when every one has been heard in part */
  must?: boolean;
}

/** The next unheard line of a bank, or null when its reserve is spent. Of lines all too long, the shortest. */
export function draw(ledger: Ledger, bank: string, lines: readonly string[], options: DrawOptions = {}): Line | null {
  const candidates: { id: string; text: string; size: number; share: number }[] = [];
  for (const { index, own } of order(ledger, bank, options.only ?? [...lines.keys()])) {
    const id = `${bank}:${index}`;
    const line = lines[index] ?? "";
    if ((options.ownThird && !own) || isTaken(ledger, id) || options.fits?.(line) === false) continue;
    const text = fill(ledger, line, options.slots ?? {});
    if (text === null || text === "") continue;
    const share = overlap(text, ledger.said, ledger.view.locale);
    candidates.push({ id, text, share, size: measure(text, ledger.view.locale) });
  }
  const fresh = candidates.filter((candidate) => candidate.share <= 0.5);
  const chosen =
    fresh.find((candidate) => candidate.size <= ledger.most) ??
    fresh.toSorted((a, b) => a.size - b.size)[0] ??
    (options.must ? candidates.filter((one) => one.share < 1).toSorted((a, b) => a.share - b.share)[0] : undefined);
  if (!chosen) return null;
  ledger.taken.add(chosen.id);
  return { ids: [ledger.prefix + chosen.id], text: chosen.text };
}

/** A line given whole by the plan, unless it was heard before. */
export function given(ledger: Ledger, id: string, text: string): Line | null {
  if (isTaken(ledger, id) || overlap(text, ledger.said, ledger.view.locale) > 0.5) return null;
  ledger.taken.add(id);
  return { ids: [ledger.prefix + id], text };
}
