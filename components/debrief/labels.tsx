import { ArrowRight, Check, Minus, Split, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MarginNote } from "@/lib/contracts/debrief";
import type { CheckStatus } from "@/lib/contracts/vocabulary";

const looks = {
  met: { Icon: Check, colour: "text-good" },
  not_met: { Icon: X, colour: "text-missed" },
  contested: { Icon: Split, colour: "text-ink-2" },
  not_evidenced: { Icon: Minus, colour: "text-ink-2" },
  not_applicable: { Icon: Minus, colour: "text-ink-2" },
} as const;

/** A verdict: icon, word, colour. */
export function Verdict({ status }: { status: CheckStatus }) {
  const t = useTranslations("status");
  const { Icon, colour } = looks[status];
  return (
    <span className={`verdict ${colour}`}>
      <Icon className="ico s" aria-hidden="true" />
      {t(status)}
    </span>
  );
}

/** Words to say instead, in the trainee's register. */
export function TryThis({ text, lang }: { text: string; lang: string }) {
  const t = useTranslations("debrief");
  return (
    <p className="try">
      <ArrowRight className="ico s" aria-hidden="true" />
      <span>
        <b>{t("tryThis")}</b> <span lang={lang}>{text}</span>
      </span>
    </p>
  );
}

const noteLooks = {
  good: { Icon: Check, colour: "text-good", word: "noteGood" },
  missed: { Icon: X, colour: "text-missed", word: "noteMissed" },
  try: { Icon: ArrowRight, colour: "text-accent", word: "noteTry" },
  claim: { Icon: TriangleAlert, colour: "text-warn", word: "noteClaim" },
} as const;

/** A note in the margin of the transcript. */
export function Note({ kind, lang, children }: { kind: MarginNote["kind"]; lang: string; children: ReactNode }) {
  const t = useTranslations("debrief");
  const { Icon, colour, word } = noteLooks[kind];
  return (
    <div className="note">
      <b className={colour}>
        <Icon className="ico s" aria-hidden="true" />
        {t(word)}
      </b>
      <span lang={lang}>{children}</span>
    </div>
  );
}
