import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Quote } from "@/lib/contracts/debrief";
import { Proof } from "./proof";

/** Words around the quote that still fit the slip: whole sentences near it, never more than a short paragraph. */
function excerpt(text: string, quote: Quote): { text: string; start: number; end: number } {
  const room = 220;
  if (text.length <= room + quote.quote.length) return { text, start: quote.start, end: quote.end };
  const edge = /[.!?。！？\n]\s*/gu;
  let from = 0;
  let to = text.length;
  for (const hit of text.matchAll(edge)) {
    const after = hit.index + hit[0].length;
    if (after <= quote.start && quote.start - after > 0) from = after;
    if (after >= quote.end && to === text.length) to = after;
  }
  const cut = text.slice(from, to);
  const lead = from > 0 ? "… " : "";
  const start = quote.start - from + lead.length;
  return { text: `${lead}${cut.trimEnd()}${to < text.length ? " …" : ""}`, start, end: start + quote.quote.length };
}

/**
 * A proved quote. `text` is the whole message when it is at hand; the marker then covers the exact span in it,
 * else the quoted words stand alone.
 */
export function Receipt({
  quote,
  text,
  speaker,
  lang,
  contested,
  tight,
  link = true,
}: {
  quote: Quote;
  text?: string;
  speaker: string;
  lang?: string;
  contested?: boolean;
  tight?: boolean;
  link?: boolean;
}) {
  const t = useTranslations("debrief");
  const m = useTranslations("room");
  const matches = text?.slice(quote.start, quote.end) === quote.quote;
  const shown = matches && text ? excerpt(text, quote) : { text: quote.quote, start: 0, end: quote.quote.length };
  return (
    <blockquote className={`receipt ${contested ? "contested" : ""} ${tight ? "tight" : ""}`}>
      <a className="stub" href={`#m${quote.messageNumber}`} aria-label={m("message", { number: quote.messageNumber })}>
        {quote.messageNumber}
      </a>
      <div className="body">
        <q lang={lang}>
          <Proof text={shown.text} spans={[shown]} quiet />
        </q>
        <div className="foot">
          <span className="ok">
            <Check className="ico s" aria-hidden="true" />
            {t("wordForWord")}
          </span>
          <span>{speaker}</span>
          {link && (
            <a className="link no-print" href={`#m${quote.messageNumber}`}>
              {t("toTranscript")}
            </a>
          )}
        </div>
      </div>
    </blockquote>
  );
}

/** No line shows it either way: a dashed outline, no slip, a sentence. */
export function EmptyReceipt({ text }: { text: string }) {
  return (
    <div className="receipt empty">
      <span className="stub" aria-hidden="true">
        –
      </span>
      <div className="body">{text}</div>
    </div>
  );
}
