"use client";

import { ArrowDown, DoorOpen } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import type { BuyerCard, Message, SessionView } from "@/lib/contracts/session";
import { Carried, ForkHere } from "./second-try";
import { MessageItem } from "./message-item";
import type { RoomState } from "./turn-state";

/** The transcript. Follows the newest line unless the reader has scrolled up. */
export function Conversation({
  state,
  buyers,
  cap,
  lang,
  branch,
  children,
}: {
  state: RoomState;
  buyers: BuyerCard[];
  cap: number;
  lang: string;
  branch: SessionView["branch"];
  children?: ReactNode;
}) {
  const t = useTranslations("room");
  const log = useRef<HTMLDivElement>(null);
  const stuck = useRef(true);
  const [away, setAway] = useState(false);
  const { messages, live, trouble } = state;
  const whom = { count: buyers.length, name: useFormatter().list(buyers.map((buyer) => buyer.name)) };

  useLayoutEffect(() => {
    if (stuck.current && log.current) log.current.scrollTop = log.current.scrollHeight;
  });

  // a turned phone or an opened keyboard moves the end away without anybody scrolling
  useEffect(() => {
    const box = log.current;
    if (!box) return undefined;
    const watch = new ResizeObserver(() => {
      if (stuck.current) box.scrollTop = box.scrollHeight;
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, []);

  const follow = () => {
    const box = log.current;
    if (!box) return;
    stuck.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
    setAway(!stuck.current);
  };
  const toNewest = () => {
    stuck.current = true;
    log.current?.scrollTo({ top: log.current.scrollHeight });
  };
  const item = (message: Message) => (
    <MessageItem
      key={message.id}
      message={message}
      buyer={buyers.find(({ id }) => id === message.speaker)}
      cap={cap}
      lang={lang}
      several={buyers.length > 1}
      speaking={live?.speaker?.messageId === message.id}
      unsent={trouble?.status === "undelivered" && trouble.turnId === message.turnId}
    />
  );
  const isCarried = ({ turn }: Message) => branch !== null && turn < branch.fromTurn;
  const thinking = live && !live.speaker;
  return (
    <div className="relative min-h-0">
      <section className="log h-full" ref={log} tabIndex={0} aria-label={t("log")} onScroll={follow}>
        <div className="log-in">
          {messages.length === 0 && (
            <div className="blank mt-6">
              <h3 className="flex items-center gap-2">
                <DoorOpen className="ico text-accent" aria-hidden="true" />
                {t("opened")}
              </h3>
              <p className="mt-1 text-sm text-ink-2">{t("openedText", whom)}</p>
            </div>
          )}
          {branch && branch.fromMessage > 1 && (
            <>
              <Carried count={branch.fromMessage - 1}>{messages.filter(isCarried).map(item)}</Carried>
              <ForkHere number={branch.fromMessage} />
            </>
          )}
          {messages.filter((message) => !isCarried(message)).map(item)}
          {thinking && (
            <p className="flex items-center gap-2 ps-12 text-sm text-ink-2 max-desk:ps-10">
              {t(live.delivered ? "thinking" : "listening", whom)}
              <span className="caret" />
            </p>
          )}
          {children}
        </div>
      </section>
      {away && (
        <button
          type="button"
          className="btn line absolute bottom-2 left-1/2 -translate-x-1/2 text-sm"
          onClick={toNewest}
        >
          <ArrowDown aria-hidden="true" />
          {t("jumpDown")}
        </button>
      )}
    </div>
  );
}
