import { Check, Lock, LockOpen, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Debrief, RevealedFact } from "@/lib/contracts/debrief";
import { Monogram } from "@/components/ui/monogram";
import { Receipt } from "@/components/ui/receipt";
import { speakerName, textOf } from "./people";

function Fact({ fact, debrief }: { fact: RevealedFact; debrief: Debrief }) {
  const t = useTranslations("debrief");
  const { locale } = debrief.session;
  return (
    <article className={`seal ${fact.earned ? "" : "shut"}`}>
      <div className="flex min-h-9 items-center justify-between gap-3">
        <span className={`verdict ${fact.earned ? "text-good" : "text-ink-2"}`}>
          {fact.earned ? (
            <LockOpen className="ico s" aria-hidden="true" />
          ) : (
            <Lock className="ico s" aria-hidden="true" />
          )}
          {fact.earned
            ? fact.receipt
              ? t("earnedAt", { number: fact.receipt.messageNumber })
              : t("earned")
            : t("sealed")}
        </span>
      </div>
      {fact.receipt ? (
        <div className="mt-3">
          <Receipt
            quote={fact.receipt}
            text={textOf(debrief, fact.receipt.messageId)}
            speaker={speakerName(debrief, fact.receipt.speaker, "")}
            lang={locale}
            tight
            link={false}
          />
        </div>
      ) : (
        <p className="mt-3 text-[1.0625rem] leading-[1.625rem]" lang={locale}>
          {fact.text}
        </p>
      )}
      {fact.conditions.length > 0 && (
        <>
          <p className="mt-4 mb-1.5 text-sm font-medium text-ink-2">{t(fact.earned ? "opened" : "wouldOpen")}</p>
          <ul className="cond">
            {fact.conditions.map((condition) => (
              <li key={condition.text}>
                {condition.held ? (
                  <Check className="ico s text-good" aria-label={t("held")} />
                ) : (
                  <X className="ico s text-missed" aria-label={t("notHeld")} />
                )}
                <span lang={locale}>{condition.text}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

function Facts({ facts, debrief }: { facts: RevealedFact[]; debrief: Debrief }) {
  return (
    <div className="sealed">
      {facts.map((fact) => (
        <Fact key={fact.factId} fact={fact} debrief={debrief} />
      ))}
    </div>
  );
}

/** Of several buyers, what each of them kept back stands under their own name. */
function ByPerson({ debrief }: { debrief: Debrief }) {
  const t = useTranslations("debrief");
  return debrief.buyers.map((buyer) => {
    const facts = debrief.hidden.filter(({ buyerId }) => buyerId === buyer.id);
    if (facts.length === 0) return null;
    return (
      <section key={buyer.id} className="not-first-of-type:mt-10" aria-label={buyer.name}>
        <div className="mb-4 flex items-center gap-3">
          <Monogram name={buyer.name} tint={buyer.tint} />
          <div className="min-w-0">
            <h3 className="leading-5" lang={debrief.session.locale}>
              {buyer.name}
            </h3>
            <p className="text-sm leading-5 text-ink-2">
              {t("hiddenOf", { earned: facts.filter((fact) => fact.earned).length, total: facts.length })}
            </p>
          </div>
        </div>
        <Facts facts={facts} debrief={debrief} />
      </section>
    );
  });
}

/** What the buyers kept back, shown only now, and what would have opened it. */
export function HiddenFacts({ debrief }: { debrief: Debrief }) {
  const t = useTranslations("debrief");
  const { hidden, buyers } = debrief;
  if (hidden.length === 0) return null;
  return (
    <section className="sec" id="hidden">
      <header>
        <h2>{t("hidden", { count: buyers.length, name: buyers[0]?.name ?? "" })}</h2>
        <p className="text-sm text-ink-2">
          {t("hiddenSub", { earned: hidden.filter((fact) => fact.earned).length, total: hidden.length })}
        </p>
      </header>
      {buyers.length > 1 ? <ByPerson debrief={debrief} /> : <Facts facts={hidden} debrief={debrief} />}
    </section>
  );
}
