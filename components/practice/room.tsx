"use client";

import { ChevronLeft, Clock, Ellipsis, Info, Lightbulb, TriangleAlert, WifiOff } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Hint, SessionView } from "@/lib/contracts/session";
import { useAct } from "@/components/ui/use-act";
import { BriefPanel } from "./brief-panel";
import { Composer } from "./composer";
import { Conversation } from "./conversation";
import { EndedCard } from "./ended-card";
import { HintPanel, useHints } from "./hint-panel";
import { MoodBar, PeoplePanel } from "./people-panel";
import type { Panel } from "./room-sheets";
import { SecondTryNotice } from "./second-try";
import { StageTrack } from "./stage-track";
import { TurnTrouble } from "./turn-trouble";
import { useDraft } from "./use-draft";
import { clockText, useOffline, useTimeLeft, useVisibleHeight } from "./use-room-clock";
import { useTurn } from "./use-turn";

export interface RoomActions {
  end: (input: { sessionId: string }) => Promise<ActionResult<null>>;
  askHint: (input: { sessionId: string }) => Promise<ActionResult<Hint>>;
}

// only once something is asked for: the talk itself needs none of it
const RoomSheets = dynamic(() => import("./room-sheets").then((module) => module.RoomSheets), { ssr: false });

/** The practice room. */
export function Room({ view, now, actions }: { view: SessionView; now: string; actions: RoomActions }) {
  const t = useTranslations("room");
  const router = useRouter();
  const [panel, showPanel] = useState<Panel>(null);
  const [asked, setAsked] = useState(false);
  const setPanel = (next: Panel) => {
    showPanel(next);
    if (next) setAsked(true);
  };
  const ending = useAct();
  const words = useDraft(
    view.id,
    (turnId) => view.pending?.turnId === turnId || view.messages.some((message) => message.turnId === turnId),
  );
  const turn = useTurn(view, words.markDelivered);
  const hints = useHints(view, actions.askHint);
  const timeLeft = useTimeLeft(view.expiresAt, now);
  const offline = useOffline();
  const height = useVisibleHeight();
  const { state } = turn;
  const ended = state.outcome !== null || state.stage === "ended";
  const { brief } = view;
  const names = useFormatter().list(brief.buyers.map((buyer) => buyer.name));
  const debrief = `/debrief/${view.id}` as const;

  useEffect(() => {
    if (ended) router.prefetch(debrief);
  }, [ended, router, debrief]);

  const end = () =>
    ending.act<null>(
      async () => {
        const answer = await actions.end({ sessionId: view.id });
        return !answer.ok && answer.problem.code === "session_ended" ? { ok: true, data: null } : answer;
      },
      () => router.push(debrief),
    );
  const send = () => {
    const text = words.draft.trim();
    // words that never arrived give way to the new ones, but are not lost
    words.change(state.trouble?.status === "undelivered" ? state.trouble.text : "");
    words.markSent(turn.send(text), text);
  };
  const clock = clockText(timeLeft);
  const speaker = brief.buyers.find(({ id }) => id === state.live?.speaker?.id);

  return (
    <div className="room" style={{ height }}>
      <header className="room-top">
        <Link className="btn icon" href="/" prefetch={false} aria-label={t("leave")}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <h1 className="min-w-0 flex-1 truncate font-sans text-base tracking-normal" lang={view.locale}>
          {view.scenarioTitle}
        </h1>
        <span className="desk-only text-sm whitespace-nowrap text-ink-2 tabular-nums">
          {t("turn", { turn: Math.max(1, state.turn), max: view.maxTurns })}
        </span>
        <span
          className="flex items-center gap-1.5 text-md font-semibold whitespace-nowrap tabular-nums"
          role="timer"
          aria-label={t("leftLabel", { time: clock })}
        >
          <Clock className="ico s text-ink-2" aria-hidden="true" />
          {t("left", { time: clock })}
        </span>
        <button
          type="button"
          className="btn icon phone-only or-tablet"
          aria-label={t("more")}
          aria-haspopup="dialog"
          onClick={() => setPanel("brief")}
        >
          <Ellipsis aria-hidden="true" />
        </button>
        {ended ? (
          <Link className="btn line desk-only" href={debrief}>
            {t("debrief")}
          </Link>
        ) : (
          <button type="button" className="btn line desk-only" onClick={() => setPanel("end")}>
            {t("end")}
          </button>
        )}
      </header>
      <div className="room-grid">
        <aside className="room-side brief-side" aria-label={t("brief")}>
          <h2 className="mb-1.5 font-sans text-base tracking-normal">{t("brief")}</h2>
          <BriefPanel brief={brief} />
        </aside>
        <main className="room-mid" aria-label={t("title")}>
          <div>
            {view.branch && <SecondTryNotice branch={view.branch} />}
            <StageTrack stage={state.reached} turn={state.turn} max={view.maxTurns} />
          </div>
          <MoodBar buyers={brief.buyers} moods={state.moods} lang={view.locale} onOpen={() => setPanel("people")} />
          <Conversation state={state} buyers={brief.buyers} cap={brief.cap} lang={view.locale} branch={view.branch}>
            {state.trouble && (
              <TurnTrouble
                trouble={state.trouble}
                onRetry={turn.retry}
                onEdit={() => words.change([turn.forget(), words.draft].filter(Boolean).join("\n"))}
              />
            )}
            {ended && <EndedCard state={state} buyers={brief.buyers} href={debrief} />}
          </Conversation>
          {ended ? null : (
            <Composer
              name={names}
              several={brief.buyers.length > 1}
              lang={view.locale}
              draft={words.draft}
              onChange={words.change}
              onSend={send}
              onStop={turn.stop}
              onHint={hints.budget > 0 ? () => setPanel("hint") : null}
              live={state.live !== null}
              waiting={t("wait", { count: speaker ? 1 : brief.buyers.length, name: speaker?.name ?? names })}
            >
              <Notices
                offline={offline}
                reconnecting={state.reconnecting}
                degraded={state.degraded}
                timeUp={timeLeft === 0}
              />
            </Composer>
          )}
        </main>
        <aside className="room-side people-side" aria-label={t("inRoom")}>
          <h2 className="mb-4 font-sans text-base tracking-normal">{t("inRoom")}</h2>
          <PeoplePanel buyers={brief.buyers} moods={state.moods} lang={view.locale} />
          {!ended && (
            <section className="hint-card" aria-labelledby="hint-title">
              <h3 id="hint-title" className="mb-1.5 flex items-center gap-2">
                <Lightbulb className="ico text-accent" aria-hidden="true" />
                {t("hint")}
              </h3>
              <HintPanel hints={hints} lang={view.locale} />
            </section>
          )}
        </aside>
      </div>
      <p className="sr-only" aria-live="polite">
        {state.spoken &&
          t("live", {
            name: brief.buyers.find(({ id }) => id === state.spoken?.speaker)?.name ?? names,
            text: state.spoken.text,
          })}
      </p>
      {asked && (
        <RoomSheets
          panel={panel}
          onPanel={setPanel}
          brief={brief}
          moods={state.moods}
          hints={hints}
          end={{
            run: end,
            ending: ending.pending,
            trouble: ending.trouble,
            turn: state.turn,
            max: view.maxTurns,
            ended,
          }}
        />
      )}
    </div>
  );
}

/** At most one line above the composer: the worst news first. */
function Notices(props: {
  offline: boolean;
  reconnecting: boolean;
  degraded: "budget" | "fault" | null;
  timeUp: boolean;
}) {
  const t = useTranslations("room");
  if (props.offline)
    return (
      <p className="notice warn mb-2" role="status">
        <WifiOff aria-hidden="true" />
        <span>
          <b className="font-semibold">{t("offline")}</b> {t("offlineText")}
        </span>
      </p>
    );
  if (props.timeUp)
    return (
      <p className="notice warn mb-2" role="status">
        <TriangleAlert aria-hidden="true" />
        <span>{t("timeUp")}</span>
      </p>
    );
  if (props.reconnecting || props.degraded)
    return (
      <p className="notice mb-2" role="status">
        <Info aria-hidden="true" />
        {props.reconnecting ? (
          <span>{t("reconnecting")}</span>
        ) : (
          <span>
            <b className="font-semibold">{t(props.degraded === "budget" ? "spent" : "degraded")}</b>{" "}
            {t(props.degraded === "budget" ? "spentText" : "degradedText")}
          </span>
        )}
      </p>
    );
  return null;
}
