import { Check, CircleAlert, ShieldAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, type ReactNode } from "react";
import type { BuyerCard, Message } from "@/lib/contracts/session";
import type { ComplianceFlag } from "@/lib/contracts/moves";
import { Monogram } from "@/components/ui/monogram";
import { SpokenText } from "./spoken-text";

/** A flag beside what was said: what it is about, what the document says, the safer wording. */
function Flag({ flag, text, cap, lang }: { flag: ComplianceFlag; text: string; cap: number; lang: string }) {
  const t = useTranslations("room");
  const said = text.slice(flag.span.start, flag.span.end);
  const Icon = flag.severity === "block" ? ShieldAlert : TriangleAlert;
  return (
    <details className="mt-2 text-sm" open={flag.severity !== "info"}>
      <summary className="flex min-h-8 list-none items-center gap-2 font-semibold">
        <Icon className={`ico s ${flag.severity === "block" ? "text-missed" : "text-warn"}`} aria-hidden="true" />
        <span lang={lang}>
          {said && `“${said}” · `}
          {flag.label}
        </span>
      </summary>
      {flag.passage && (
        <blockquote className="receipt doc tight my-2">
          <span className="stub">{t("flagPage", { page: flag.passage.page })}</span>
          <div className="body">
            <q lang={lang}>
              <mark className="proof">{flag.passage.text}</mark>
            </q>
            <div className="foot">
              <span className="ok">
                <Check className="ico s" aria-hidden="true" />
                {t("wordForWord")}
              </span>
              <span>{t("flagSheet", { page: flag.passage.page })}</span>
            </div>
          </div>
        </blockquote>
      )}
      {flag.severity === "block" && <p className="text-missed">{t("flagBlock", { cap })}</p>}
      <p className="text-ink-2" lang={lang}>
        {t("flagSafer", { text: flag.safer })}
      </p>
    </details>
  );
}

function Mine({ message, cap, lang, unsent }: { message: Message; cap: number; lang: string; unsent: boolean }) {
  const t = useTranslations("room");
  return (
    <article className={`msg me new ${unsent ? "unsent" : ""}`} id={`m${message.number}`}>
      <div className="bub">
        <div className="who">
          <b>{t("you")}</b>
          <span className="n" aria-label={t("message", { number: message.number })}>
            {message.number}
          </span>
        </div>
        <p className="txt whitespace-pre-wrap" lang={lang}>
          {message.text}
        </p>
      </div>
      {message.flags.length > 0 && (
        <div className="after">
          {message.flags.map((flag) => (
            <Flag key={`${flag.ruleId}${flag.span.start}`} flag={flag} text={message.text} cap={cap} lang={lang} />
          ))}
        </div>
      )}
    </article>
  );
}

function Theirs({
  message,
  buyer,
  lang,
  several,
  speaking,
}: {
  message: Message;
  buyer: BuyerCard;
  lang: string;
  several: boolean;
  speaking: boolean;
}) {
  const t = useTranslations("room");
  return (
    <article className="msg new" id={`m${message.number}`} aria-busy={speaking}>
      <Monogram name={buyer.name} tint={buyer.tint} />
      <div>
        <div className="who">
          <b lang={lang}>{buyer.name}</b>
          {several && !speaking && (
            <span className="truncate text-xs text-ink-2" lang={lang}>
              {buyer.role}
            </span>
          )}
          {speaking && <span className="text-xs text-ink-2">{t("speaking", { name: buyer.name })}</span>}
          <span className="n" aria-label={t("message", { number: message.number })}>
            {message.number}
          </span>
        </div>
        <div className="txt" lang={lang}>
          <SpokenText text={message.text} tail={speaking && <span className="caret" />} />
        </div>
        {message.reworded && <p className="mt-1.5 text-xs text-ink-3">{t("reworded")}</p>}
        {message.status !== "complete" && (
          <p className="mt-1.5 flex items-center gap-1.5 text-xs text-ink-2">
            <CircleAlert className="ico s" aria-hidden="true" />
            {t(message.status)} {t("notCounted")}
          </p>
        )}
      </div>
    </article>
  );
}

export const MessageItem = memo(function MessageItem(props: {
  message: Message;
  buyer: BuyerCard | undefined;
  cap: number;
  lang: string;
  /** more than one buyer is in the room: each line says who speaks as what */
  several: boolean;
  speaking: boolean;
  unsent: boolean;
}): ReactNode {
  const { message, buyer, cap, lang, several, speaking, unsent } = props;
  if (message.speaker === "trainee") return <Mine message={message} cap={cap} lang={lang} unsent={unsent} />;
  if (!buyer) return null;
  return <Theirs message={message} buyer={buyer} lang={lang} several={several} speaking={speaking} />;
});
