"use client";

import { ArrowUp, Lightbulb, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { maxTextLength } from "./limits";

/** Enter while an input method composes (Chinese, Japanese) chooses a word and must not send. */
function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}

export function Composer({
  name,
  several,
  lang,
  draft,
  onChange,
  onSend,
  onStop,
  onHint,
  live,
  waiting,
  children,
}: {
  name: string;
  /** more than one buyer hears it */
  several: boolean;
  lang: string;
  draft: string;
  onChange: (text: string) => void;
  onSend: () => void;
  onStop: () => void;
  /** null where the scenario has no hints */
  onHint: (() => void) | null;
  /** a reply is on its way */
  live: boolean;
  waiting: string;
  children?: ReactNode;
}) {
  const t = useTranslations("room");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (window.matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, []);
  const length = draft.trim().length;
  const over = length - maxTextLength;
  const sendable = length > 0 && over <= 0 && !live;
  const submit = () => {
    if (!sendable) return;
    onSend();
    field.current?.focus({ preventScroll: true });
  };
  const note = over > 0 ? t("tooLong", { count: over }) : live ? waiting : null;
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div>
        {children}
        <div className="box">
          <textarea
            ref={field}
            rows={1}
            lang={lang}
            value={draft}
            aria-label={t("say", { name })}
            aria-describedby="composer-note"
            aria-invalid={over > 0}
            placeholder={several ? t("sayAll") : t("say", { name })}
            enterKeyHint="send"
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
              event.preventDefault();
              submit();
            }}
          />
          {onHint ? (
            <button type="button" className="btn icon phone-only" aria-label={t("hint")} onClick={onHint}>
              <Lightbulb aria-hidden="true" />
            </button>
          ) : (
            <span className="phone-only" />
          )}
          {live ? (
            <button type="button" className="btn line icon" aria-label={t("stop")} title={t("stop")} onClick={onStop}>
              <Square className="size-3.5! fill-current" aria-hidden="true" />
            </button>
          ) : (
            <button type="submit" className="btn primary icon" aria-label={t("send")} aria-disabled={!sendable}>
              <ArrowUp aria-hidden="true" />
            </button>
          )}
        </div>
        <p id="composer-note" className={`mt-1.5 ps-1 text-xs ${over > 0 ? "text-missed" : "text-ink-3"}`}>
          <span className="desk-only">{over > 0 ? "" : `${t("keys")} `}</span>
          {note}
          {length > maxTextLength - 500 && over <= 0 && t("characters", { count: length })}
        </p>
      </div>
    </form>
  );
}
