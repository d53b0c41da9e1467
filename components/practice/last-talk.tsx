import { useTranslations } from "next-intl";
import Link from "next/link";
import type { Memory } from "@/lib/contracts/memory";
import type { Brief } from "@/lib/contracts/session";
import type { Locale } from "@/lib/contracts/vocabulary";
import { useDates } from "@/components/ui/dates";
import { ownWords } from "./own-words";

/** One buyer's memory: when, how it ended, what the trainee undertook, what was left open. */
function Remembered({ memory, locale }: { memory: Memory; locale: Locale }) {
  const t = useTranslations();
  const date = useDates();
  return (
    <div className="max-w-[44rem]">
      <p>
        {t("memory.ended", { date: date(memory.endedAt, "day"), outcome: t(`outcome.${memory.outcome}`) })}{" "}
        <Link
          className="link inline-flex min-h-8 items-center max-md:min-h-11"
          href={`/debrief/${memory.sourceSessionId}`}
        >
          {t("memory.toDebrief")}
        </Link>
      </p>
      {memory.promises.length > 0 ? (
        <>
          <h3 className="mt-3">{t("memory.promised")}</h3>
          <dl className="mt-1 grid md:grid-cols-[7rem_minmax(0,1fr)] md:gap-x-4">
            {memory.promises.map((promise) => (
              <div key={`${promise.messageNumber} ${promise.kind} ${promise.quote}`} className="contents">
                <dt className="text-sm leading-6 font-medium text-ink-2">{t(`memory.kind_${promise.kind}`)}</dt>
                <dd className="mb-2 min-w-0 break-words" lang={locale}>
                  <q>{ownWords(promise.quote)}</q>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p className="mt-2 text-ink-2">{t("memory.promisedNone")}</p>
      )}
      {memory.open.length > 0 && (
        <>
          <h3 className="mt-4">{t("memory.open")}</h3>
          <ul className="bullets mt-1" lang={locale}>
            {memory.open.map(({ objectionId, surface }) => (
              <li key={objectionId}>
                <q>{surface}</q>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="mt-3 text-sm text-ink-2">{t("memory.told", { count: memory.told.length })}</p>
      {memory.faded && <p className="mt-1 text-sm text-ink-2">{t("memory.faded")}</p>}
    </div>
  );
}

/** In the brief of a follow-up: what its buyers know of this trainee, or that they know nobody yet. */
export function LastTalk({ brief }: { brief: Brief }) {
  const t = useTranslations("memory");
  const { lastTalk, people, locale } = brief;
  if (!lastTalk) return null;
  const { memories, first } = lastTalk;
  const whom = { count: people.length, name: people[0]?.name ?? "" };
  return (
    <section className="sec" id="last-talk">
      <header>
        <h2>{t("remembers", whom)}</h2>
        {memories.length > 0 && <p className="text-sm text-ink-2">{t("remembersSub")}</p>}
      </header>
      {memories.map((memory) => (
        <div key={memory.id} className="grid gap-2 not-first:mt-6">
          {people.length > 1 && <p className="font-semibold">{memory.buyerName}</p>}
          <Remembered memory={memory} locale={locale} />
        </div>
      ))}
      {memories.length === 0 && (
        <div className="max-w-[44rem]">
          <p>{t("none", whom)}</p>
          <p className="mt-1 text-ink-2">{t("noneText")}</p>
          {first && (
            <Link
              className="btn line mt-4 max-w-full py-2 text-start whitespace-normal!"
              href={`/practice/${first.scenarioId}`}
            >
              {t("first", { title: first.title })}
            </Link>
          )}
        </div>
      )}
    </section>
  );
}
