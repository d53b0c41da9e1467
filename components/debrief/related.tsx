import { GitBranch } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { RelatedTry } from "@/lib/contracts/branches";
import type { Debrief } from "@/lib/contracts/debrief";
import { useDates } from "@/components/ui/dates";

/** Where two tries are compared: the earlier one on the left. */
function compareHref(session: Debrief["session"], other: RelatedTry): `/compare/${string}/${string}` {
  const earlier = other.startedAt < session.startedAt;
  return earlier ? `/compare/${other.sessionId}/${session.id}` : `/compare/${session.id}/${other.sessionId}`;
}

/** Says that this is a second try, and leads to its comparison with the talk it came from. */
export function SecondTry({ debrief }: { debrief: Debrief }) {
  const t = useTranslations("debrief");
  const { branch } = debrief.session;
  if (!branch) return null;
  const parent = debrief.related.find(({ relation }) => relation === "parent");
  return (
    <>
      <span className="tag acc">
        <GitBranch aria-hidden="true" />
        {t("secondTry", { number: branch.fromMessage })}
      </span>
      {parent?.ended && (
        <Link
          className="link no-print inline-flex items-center max-md:min-h-11"
          href={compareHref(debrief.session, parent)}
        >
          {parent.fromMessage === null ? t("compareFirst") : t("compareSecond", { number: parent.fromMessage })}
        </Link>
      )}
    </>
  );
}

function Try({ other, session }: { other: RelatedTry; session: Debrief["session"] }) {
  const t = useTranslations("debrief");
  const date = useDates();
  const name = other.fromMessage === null ? t("firstPath") : t("secondTry", { number: other.fromMessage });
  const score = other.score === null ? t("relatedNoScore") : t("relatedScore", { score: other.score });
  return (
    <li className="grid items-center gap-x-6 gap-y-2 border-b border-line py-3 first:pt-0 md:grid-cols-[minmax(0,1fr)_auto]">
      <div>
        <p className="font-medium">{name}</p>
        <p className="text-sm text-ink-2">
          {t("relatedStarted", { date: date(other.startedAt, "day") })} · {other.ended ? score : t("relatedOpen")}
        </p>
      </div>
      <div className="flex flex-wrap gap-3 no-print">
        {other.ended ? (
          <>
            <Link className="btn line" href={compareHref(session, other)}>
              {other.fromMessage === null ? t("compareFirst") : t("compareSecond", { number: other.fromMessage })}
            </Link>
            <Link className="btn quiet" href={`/debrief/${other.sessionId}`}>
              {t("relatedRead")}
              <span className="sr-only">: {name}</span>
            </Link>
          </>
        ) : (
          <Link className="btn line" href={`/room/${other.sessionId}`}>
            {t("relatedContinue")}
            <span className="sr-only">: {name}</span>
          </Link>
        )}
      </div>
    </li>
  );
}

/** The other tries that share this one's beginning. */
export function Related({ debrief }: { debrief: Debrief }) {
  const t = useTranslations("debrief");
  const { related, session } = debrief;
  if (related.length === 0) return null;
  return (
    <section className="sec" id="tries">
      <header>
        <h2>{t("related")}</h2>
        <p className="text-sm text-ink-2">{t("relatedSub")}</p>
      </header>
      <ul>
        {related.map((other) => (
          <Try key={other.sessionId} other={other} session={session} />
        ))}
      </ul>
    </section>
  );
}
