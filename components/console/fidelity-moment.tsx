import { useTranslations } from "next-intl";
import type { FidelityMoment } from "@/lib/contracts/fidelity";
import { Finding } from "./fidelity-labels";

/** One reply with which something was the matter: what was stopped, and what stands. Words are shown as they are, as text. */
export function FidelityMomentItem({ moment, lang }: { moment: FidelityMoment; lang: string }) {
  const t = useTranslations("fidelity");
  return (
    <li className="panel">
      <h3 className="font-sans text-base tracking-normal">
        <span lang={lang}>{moment.buyer}</span>, {t("message", { number: moment.number })}
        <span className="ms-2 text-sm font-normal text-ink-2">{t("turn", { turn: moment.turn })}</span>
      </h3>
      {moment.tries.map((one, index) => (
        <div key={index} className="mt-3">
          <Finding {...one} />
          <p className="text-sm text-ink-2">{t("stoppedWords")}</p>
          <blockquote className="mt-1 border-s-2 border-line ps-3 break-words whitespace-pre-wrap" lang={lang}>
            {one.words || t("none")}
          </blockquote>
        </div>
      ))}
      <div className="mt-3">
        {moment.reached.map((one, index) => (
          <Finding key={index} {...one} />
        ))}
        <p className="text-sm text-ink-2">{t(moment.reached.length > 0 ? "gotThrough" : "standsWords")}</p>
        <blockquote className="mt-1 border-s-2 border-line ps-3 break-words whitespace-pre-wrap" lang={lang}>
          {moment.stands}
        </blockquote>
        {moment.failed && <p className="mt-2 text-sm text-ink-2">{t("safeLine")}</p>}
        {moment.unreviewed && <p className="mt-2 text-sm text-ink-2">{t("rulesAlone")}</p>}
      </div>
    </li>
  );
}
