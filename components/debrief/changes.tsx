import { useTranslations } from "next-intl";
import Link from "next/link";
import type { Debrief } from "@/lib/contracts/debrief";
import { useDates } from "@/components/ui/dates";
import { Verdict } from "./labels";

/** Checks that came out otherwise than last time. */
export function Changes({ debrief }: { debrief: Debrief }) {
  const t = useTranslations();
  const date = useDates();
  const { changes, lastTry, session } = debrief;
  if (!lastTry || changes.length === 0) return null;
  const second = session.branch !== null;
  return (
    <section className="sec" id="changes">
      <header>
        <h2>{t(second ? "debrief.changesFirst" : "debrief.changes")}</h2>
        <Link className="link text-sm" href={`/debrief/${lastTry.sessionId}`}>
          {second
            ? t("debrief.changesFirstSub", { score: lastTry.score })
            : t("debrief.changesSub", { score: lastTry.score, date: date(lastTry.endedAt, "day") })}
        </Link>
      </header>
      <ul>
        {changes.map((change) => (
          <li
            key={change.checkId}
            className="grid gap-x-6 gap-y-1 border-b border-line py-3 first:pt-0 md:grid-cols-[8.5rem_minmax(0,1fr)_auto] md:items-baseline"
          >
            <Verdict status={change.to} />
            <a className="hover:underline" href={`#c-${change.checkId}`} lang={session.locale}>
              {change.title}
            </a>
            <span className="text-sm text-ink-2">{t("debrief.from", { from: t(`status.${change.from}`) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
