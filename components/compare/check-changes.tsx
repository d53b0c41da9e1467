import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComparedCheck, Comparison } from "@/lib/contracts/branches";

const looks = { gained: { Icon: Check, colour: "text-good" }, lost: { Icon: X, colour: "text-missed" } } as const;

function Changed({ check, kind, lang }: { check: ComparedCheck; kind: keyof typeof looks; lang: string }) {
  const t = useTranslations();
  const { Icon, colour } = looks[kind];
  return (
    <li className="border-b border-line py-3 first:pt-0">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className={`verdict ${colour}`}>
          <Icon className="ico s" aria-hidden="true" />
          {t(`compare.${kind}`)}
        </span>
        <span className="text-sm text-ink-2">
          {t("compare.weight", { skill: t(`skill.${check.skill}`), weight: check.weight })}
        </span>
      </p>
      <h3 lang={lang}>{check.title}</h3>
      {check.why && (
        <p className="text-sm text-ink-2" lang={lang}>
          {check.why}
        </p>
      )}
    </li>
  );
}

/** The checks that came out otherwise, gains before losses. Those not decided on both sides are counted, never guessed. */
export function CheckChanges({ comparison }: { comparison: Comparison }) {
  const t = useTranslations("compare");
  const { checks, left } = comparison;
  const of = (change: ComparedCheck["change"]) => checks.filter((check) => check.change === change);
  const [gained, lost] = [of("gained"), of("lost")];
  return (
    <section className="sec" id="checks">
      <header>
        <h2>{t("checks")}</h2>
        <p className="text-sm text-ink-2">
          {t("checksSub", { same: of("same").length, undecided: of("undecided").length })}
        </p>
      </header>
      {gained.length + lost.length === 0 ? (
        <p className="text-ink-2">{t("noChange")}</p>
      ) : (
        <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
          {[["gained", gained] as const, ["lost", lost] as const].map(
            ([kind, list]) =>
              list.length > 0 && (
                <ul key={kind}>
                  {list.map((check) => (
                    <Changed key={check.checkId} check={check} kind={kind} lang={left.session.locale} />
                  ))}
                </ul>
              ),
          )}
        </div>
      )}
    </section>
  );
}
