import { GitBranch } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ActionResult } from "@/lib/contracts/action";
import type { SessionSummary } from "@/lib/contracts/session";
import { useDates } from "@/components/ui/dates";
import { DeleteTalk } from "./delete-talk";

/** The number, or the word that stands where no number may. */
export function ScoreCell({ talk }: { talk: SessionSummary }) {
  const t = useTranslations();
  if (talk.score !== null) return <b className="font-semibold">{talk.score}</b>;
  if (talk.evaluation === "queued" || talk.evaluation === "judging")
    return <span className="text-sm text-ink-2">{t(`scoreWord.${talk.evaluation}`)}</span>;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("scoreWord.none")}</span>
    </>
  );
}

function endedText(talk: SessionSummary, t: ReturnType<typeof useTranslations<never>>): string {
  if (!talk.outcome) return t("home.open");
  if (talk.evaluation === "unscorable" && talk.unscorable === "buyer_failed") return t("unscorable.buyer_failed");
  if (talk.evaluation === "unscorable" && talk.unscorable === "too_short") return t("unscorable.too_short");
  if (talk.evaluation === "failed") return t("scoreWord.failed");
  return t(`outcome.${talk.outcome}`);
}

type Remove = (input: { sessionId: string }) => Promise<ActionResult<null>>;

function TalkActions({ talk, remove }: { talk: SessionSummary; remove: Remove }) {
  const t = useTranslations("history");
  const date = useDates();
  return (
    <span className="inline-flex items-center justify-end gap-1 max-md:w-full max-md:justify-between">
      <Link className="btn quiet -ms-2" href={talk.outcome ? `/practice/${talk.scenarioId}` : `/room/${talk.id}`}>
        {t(talk.outcome ? "again" : "continue")}
        <span className="sr-only">: {talk.scenarioTitle}</span>
      </Link>
      <DeleteTalk sessionId={talk.id} title={talk.scenarioTitle} date={date(talk.startedAt, "day")} remove={remove} />
    </span>
  );
}

/** Marks a talk that began in the middle of another, with the way to both side by side. */
function SecondTry({ talk }: { talk: SessionSummary }) {
  const t = useTranslations("history");
  const { branch } = talk;
  if (!branch) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-3 text-sm font-normal text-ink-2">
      <span className="inline-flex items-center gap-1.5">
        <GitBranch className="ico s" aria-hidden="true" />
        {t("second", { number: branch.fromMessage })}
      </span>
      {branch.parentId && talk.outcome && (
        <Link className="link inline-flex items-center max-md:min-h-11" href={`/compare/${branch.parentId}/${talk.id}`}>
          {t("compare")}
          <span className="sr-only">: {talk.scenarioTitle}</span>
        </Link>
      )}
    </span>
  );
}

/** Talks as a table, as cards on a phone. With `remove`, a last column to try again or delete. */
export function TalksTable({ talks, remove }: { talks: SessionSummary[]; remove?: Remove }) {
  const t = useTranslations();
  const date = useDates();
  return (
    <table className="tbl cards">
      <thead>
        <tr>
          <th scope="col">{t("home.scenario")}</th>
          <th scope="col">{t("home.when")}</th>
          <th scope="col" className="r">
            {t("home.score")}
          </th>
          <th scope="col">{t("home.ended")}</th>
          <th scope="col">{t("home.counts")}</th>
          {remove && (
            <th scope="col" className="r">
              <span className="sr-only">{t("history.actions")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {talks.map((talk) => (
          <tr key={talk.id}>
            <th scope="row">
              <Link
                className="link plain"
                href={talk.outcome ? `/debrief/${talk.id}` : `/room/${talk.id}`}
                lang={talk.locale}
              >
                {talk.scenarioTitle}
              </Link>
              <SecondTry talk={talk} />
            </th>
            <td data-l={t("home.when")} className="whitespace-nowrap tabular-nums">
              {date(talk.startedAt, "short")}
            </td>
            <td data-l={t("home.score")} className="r">
              <span>
                <ScoreCell talk={talk} />
              </span>
            </td>
            <td data-l={t("home.ended")}>
              <span>{endedText(talk, t)}</span>
            </td>
            <td data-l={t("home.counts")}>
              <span className="text-sm text-ink-2">
                {talk.outcome && talk.evaluation !== "scored" && talk.score === null
                  ? t("home.doesNotCount")
                  : t(talk.assisted ? "common.assisted" : "common.unassisted")}
              </span>
            </td>
            {remove && (
              <td className="r">
                <TalkActions talk={talk} remove={remove} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
