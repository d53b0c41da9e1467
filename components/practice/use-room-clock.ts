"use client";

import { useEffect, useState } from "react";

/** Milliseconds left, counted from the server's `now` at first so that both sides draw the same. */
export function useTimeLeft(expiresAt: string, now: string): number {
  const [at, setAt] = useState(() => Date.parse(now));
  useEffect(() => {
    const skew = Date.parse(now) - Date.now();
    // a reload from cache can be old: trust the skew only when small
    const drift = Math.abs(skew) < 60_000 ? skew : 0;
    const tick = () => setAt(Date.now() + drift);
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [now]);
  return Math.max(0, Date.parse(expiresAt) - at);
}

/** 12:40; over an hour 1:02:05. */
export function clockText(ms: number): string {
  const all = Math.ceil(ms / 1000);
  const [h, m, s] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
  const tail = `${String(m).padStart(h ? 2 : 1, "0")}:${String(s).padStart(2, "0")}`;
  return h ? `${h}:${tail}` : tail;
}

/** True while the browser has no network. */
export function useOffline(): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const read = () => setOffline(!navigator.onLine);
    read();
    window.addEventListener("online", read);
    window.addEventListener("offline", read);
    return () => {
      window.removeEventListener("online", read);
      window.removeEventListener("offline", read);
    };
  }, []);
  return offline;
}

/** The height left above an on-screen keyboard, for browsers that lay it over the page. */
export function useVisibleHeight(): string | undefined {
  const [height, setHeight] = useState<string>();
  useEffect(() => {
    const view = window.visualViewport;
    if (!view) return;
    const read = () => {
      const covered = window.innerHeight - view.height > 80 && view.scale === 1;
      setHeight(covered ? `${Math.round(view.height)}px` : undefined);
      if (covered) window.scrollTo(0, 0);
    };
    view.addEventListener("resize", read);
    return () => view.removeEventListener("resize", read);
  }, []);
  return height;
}
