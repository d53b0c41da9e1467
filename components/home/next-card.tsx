import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ScenarioCard, SessionSummary } from "@/lib/contracts/session";
import { joined } from "@/components/ui/joined";
import { Monogram } from "@/components/ui/monogram";

function Whom({ card }: { card: ScenarioCard }) {
  const t = useTranslations("home");
  return (
    <div>
      <p className="mb-3 text-sm font-medium text-ink-2">{t("whom")}</p>
      <div className="grid gap-4" lang={card.locale}>
        {card.buyers.map((buyer) => (
          <div key={buyer.id} className="flex items-start gap-3">
            <Monogram name={buyer.name} tint={buyer.tint} />
            <div>
              <h3>{buyer.name}</h3>
              <p className="text-sm text-ink-2">{joined(card.locale, buyer.role, buyer.company)}</p>
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

const frame =
  "grid items-center gap-x-12 gap-y-6 rounded-md bg-surface p-6 shadow-float md:p-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]";

/** A talk still open: where it stands and the way back in. */
export function ContinueCard({ talk, card }: { talk: SessionSummary; card: ScenarioCard | undefined }) {
  const t = useTranslations();
  return (
    <section className={frame} aria-labelledby="next">
      <div>
        <p className="text-sm font-semibold text-accent">{t("home.continueLabel")}</p>
        <h2 id="next" className="mt-1 mb-1.5" lang={talk.locale}>
          {talk.scenarioTitle}
        </h2>
        <p className="text-ink-2">
          {t("home.continueText", {
            turn: Math.max(1, talk.turn),
            maxTurns: talk.maxTurns,
            stage: t(`stage.${talk.stage}`),
          })}
        </p>
        <Link className="btn primary big mt-5 max-md:w-full" href={`/room/${talk.id}`}>
          {t("home.continue")}
        </Link>
      </div>
      {card && <Whom card={card} />}
    </section>
  );
}

/** The scenario to take next, and why. */
export function RecommendedCard({ card, first }: { card: ScenarioCard; first: boolean }) {
  const t = useTranslations();
  const score = card.tries.find((attempt) => attempt.score !== null && !attempt.second)?.score;
  const why =
    score !== undefined && score !== null
      ? t("home.recommendedAgain", { score })
      : card.tries.length
        ? t("home.again")
        : t("home.recommendedNew");
  return (
    <section className={frame} aria-labelledby="next">
      <div>
        <p className="text-sm font-semibold text-accent">
          {t(first ? "home.firstTitle" : "home.recommended")}
          <span className="font-normal text-ink-2">
            {" "}
            · {why} · {t("common.minutes", { count: card.minutes })}
          </span>
        </p>
        <h2 id="next" className="mt-1 mb-1.5" lang={card.locale}>
          {card.title}
        </h2>
        <p className="text-pretty text-ink-2" lang={card.locale}>
          {card.summary}
        </p>
        <Link className="btn primary big mt-5 max-md:w-full" href={`/practice/${card.id}`}>
          {t("home.practise")}
        </Link>
      </div>
      <Whom card={card} />
    </section>
  );
}
