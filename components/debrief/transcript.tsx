import { useTranslations } from "next-intl";
import type { Debrief } from "@/lib/contracts/debrief";
import type { Message } from "@/lib/contracts/session";
import { Proof } from "@/components/ui/proof";
import { Note } from "./labels";
import { speakerName } from "./people";
import { RewindButton, type Rewind } from "./rewind-button";

function Line({ message, debrief, rewind }: { message: Message; debrief: Debrief; rewind: Rewind | null }) {
  const t = useTranslations();
  const { locale } = debrief.session;
  const notes = debrief.notes.filter((note) => note.messageId === message.id);
  const proved = debrief.checks
    .filter((check) => check.status === "met" || check.status === "not_met")
    .flatMap((check) => check.evidence);
  const spans = [...proved, ...notes.flatMap((note) => (note.quote ? [note.quote] : []))].filter(
    (quote) => quote.messageId === message.id && message.text.slice(quote.start, quote.end) === quote.quote,
  );
  const mine = message.speaker === "trainee";
  return (
    <li className="tline" id={`m${message.number}`}>
      <a
        className={`no ${notes.length ? "hit" : ""}`}
        href={`#m${message.number}`}
        aria-label={t("room.message", { number: message.number })}
      >
        {message.number}
      </a>
      <div>
        <div className={`sp ${mine ? "me" : ""}`} lang={mine ? undefined : locale}>
          {speakerName(debrief, message.speaker, t("common.you"))}
        </div>
        <q lang={locale}>
          <Proof text={message.text} spans={spans} />
        </q>
        {message.status !== "complete" && <p className="text-xs text-ink-3">{t("debrief.interrupted")}</p>}
        {message.reworded && <p className="text-xs text-ink-3">{t("debrief.reworded")}</p>}
        {mine && rewind && (
          <p>
            <RewindButton sessionId={debrief.session.id} message={message} lang={locale} rewind={rewind} />
          </p>
        )}
      </div>
      <div className="notes">
        {notes.map((note, index) => (
          <Note key={index} kind={note.kind} lang={locale}>
            {note.text}
          </Note>
        ))}
      </div>
    </li>
  );
}

/** The whole talk with its notes in the margin. */
export function Transcript({ debrief, rewind }: { debrief: Debrief; rewind: Rewind | null }) {
  const t = useTranslations("debrief");
  return (
    <section className="sec" id="talk">
      <header>
        <h2>{t("conversation")}</h2>
        {debrief.notes.length > 0 && <p className="text-sm text-ink-2">{t("conversationSub")}</p>}
      </header>
      <ol>
        {debrief.messages.map((message) => (
          <Line key={message.id} message={message} debrief={debrief} rewind={rewind} />
        ))}
      </ol>
    </section>
  );
}
