import { Lightbulb } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { CheckResult, Debrief } from "@/lib/contracts/debrief";
import { useDates } from "@/components/ui/dates";
import { Changes } from "./changes";
import { CheckFilter } from "./check-filter";
import { CheckItem } from "./check-item";
import { FocusCard } from "./focus-card";
import { HiddenFacts } from "./hidden-facts";
import { NotScored } from "./not-scored";
import { Reading } from "./reading";
import { Related, SecondTry } from "./related";
import type { Rewind } from "./rewind-button";
import { Score } from "./score";
import { Skills } from "./skills";
import { Transcript } from "./transcript";

const order = { not_met: 0, met: 1, contested: 2, not_evidenced: 3, not_applicable: 4 };

/** Not met first, heaviest first: what to work on stands on top. */
function sortChecks(checks: CheckResult[]): CheckResult[] {
  return checks.toSorted((a, b) => order[a.status] - order[b.status] || b.weight - a.weight);
}

function Head({ debrief, tools }: { debrief: Debrief; tools: ReactNode }) {
  const t = useTranslations();
  const date = useDates();
  const { session } = debrief;
  return (
    <header className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0 flex-[1_1_30rem]">
        <p className="flex flex-wrap items-center gap-x-3.5 gap-y-1 text-sm text-ink-2">
          <span lang={session.locale}>{session.scenarioTitle}</span>
          <span>{date(session.startedAt, "full")}</span>
          <span>{t("debrief.messages", { count: debrief.messages.length })}</span>
          <span>{t(`difficulty.${session.difficulty}`)}</span>
          <SecondTry debrief={debrief} />
          {session.assisted && (
            <span className="tag">
              <Lightbulb aria-hidden="true" />
              {t("debrief.hints")}
            </span>
          )}
        </p>
        <h1 className="mt-2 max-w-[34ch] text-3xl" lang={debrief.headline ? session.locale : undefined}>
          {debrief.headline ?? t("debrief.title")}
        </h1>
      </div>
      {tools && <div className="flex flex-wrap gap-3 no-print">{tools}</div>}
    </header>
  );
}

function Jumps({ debrief }: { debrief: Debrief }) {
  const t = useTranslations("debrief");
  const links: [string, string][] = [
    ["skills", t("skills")],
    ["checks", t("checks")],
    ["talk", t("conversation")],
    ["hidden", t("hidden", { count: debrief.buyers.length, name: debrief.buyers[0]?.name ?? "" })],
  ];
  return (
    <nav className="jump no-print" aria-label={t("sections")}>
      {links.map(([id, label]) => (
        <a key={id} className="link" href={`#${id}`}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function Next({ next, lang }: { next: NonNullable<Debrief["next"]>; lang: string }) {
  const t = useTranslations();
  return (
    <section className="sec no-print" id="next">
      <header>
        <h2>{t("debrief.next")}</h2>
      </header>
      <div className="grid items-center gap-x-6 gap-y-3 border-b border-line pb-4 md:grid-cols-[minmax(0,1fr)_auto]">
        <div lang={lang}>
          <h3>{next.title}</h3>
          <p className="text-sm text-ink-2">{next.why}</p>
        </div>
        <Link className="btn line" href={`/practice/${next.scenarioId}`}>
          {t("common.seeBrief")}
        </Link>
      </div>
    </section>
  );
}

/** The debrief: one sentence, then the number, then what to change, then the proof of all of it. */
export function DebriefView({
  debrief,
  tools,
  retry,
  rewind,
}: {
  debrief: Debrief;
  tools: ReactNode;
  retry: ReactNode;
  rewind: Rewind | null;
}) {
  const t = useTranslations("debrief");
  const { status, score, session } = debrief;
  const waiting = status === "queued" || status === "judging";
  const kindOf = (check: CheckResult) =>
    check.status === "met" || check.status === "not_met" ? check.status : ("other" as const);
  return (
    <>
      <Head debrief={debrief} tools={waiting ? null : tools} />
      {waiting ? (
        <div className="pt-8">
          <Reading status={status} progress={debrief.progress} />
        </div>
      ) : score === null ? (
        <div className="pt-8">
          <NotScored debrief={debrief} retry={retry} />
          <Related debrief={debrief} />
        </div>
      ) : (
        <>
          <div className="hero">
            <Score debrief={debrief} score={score} />
            <FocusCard debrief={debrief} rewind={rewind} />
          </div>
          <Jumps debrief={debrief} />
          <Changes debrief={debrief} />
          <Related debrief={debrief} />
          <Skills debrief={debrief} />
        </>
      )}
      {!waiting && debrief.checks.length > 0 && (
        <CheckFilter
          title={t("checks")}
          items={sortChecks(debrief.checks).map((check) => ({
            id: check.checkId,
            kind: kindOf(check),
            node: <CheckItem check={check} debrief={debrief} />,
          }))}
        />
      )}
      <Transcript debrief={debrief} rewind={rewind} />
      {!waiting && <HiddenFacts debrief={debrief} />}
      {debrief.next && <Next next={debrief.next} lang={session.locale} />}
    </>
  );
}
