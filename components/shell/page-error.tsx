"use client";

import { Hourglass, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";
import { CopyButton } from "@/components/ui/copy-button";

/** An error page cannot ask the server for words, so it carries its few in both languages. */
const words = {
  en: {
    title: "This page could not be loaded",
    text: "Nothing is lost. Load it again; if it happens once more, give your administrator the number below.",
    busy: "Too many pages at once",
    wait: (seconds: number) =>
      seconds > 0 ? `Nothing is lost. You can go on in ${seconds} s.` : "Nothing is lost. You can go on now.",
    again: "Load again",
    home: "Go home",
    copy: "Copy",
    copied: "Copied",
  },
  "zh-CN": {
    title: "这一页没能加载",
    text: "内容没有丢失。重新加载；还不行就把下面的编号告诉管理员。",
    busy: "一下子打开的页面太多",
    wait: (seconds: number) =>
      seconds > 0 ? `内容没有丢失。${seconds} 秒后可以继续。` : "内容没有丢失。现在可以继续。",
    again: "重新加载",
    home: "回首页",
    copy: "复制",
    copied: "已复制",
  },
};
type Said = (typeof words)["en"];

// A page that failed on the server comes back from there alone.
const reload = () => window.location.reload();

/** Counts down to zero, second by second. */
function useCountdown(from: number): number {
  const [left, setLeft] = useState(from);
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return left;
}

function Wait({ seconds, said }: { seconds: number; said: Said }) {
  const left = useCountdown(seconds);
  return (
    <div className="panel mx-auto mt-8 max-w-[34rem]" role="alert">
      <Hourglass className="ico text-warn" aria-hidden="true" />
      <h1 className="mt-3">{said.busy}</h1>
      <p className="mt-2 text-ink-2 tabular-nums" aria-live="off">
        {said.wait(left)}
      </p>
      <button type="button" className="btn primary mt-6" onClick={reload} disabled={left > 0}>
        {said.again}
      </button>
    </div>
  );
}

/** What went wrong with a page: over a limit with how long to wait, else the number to tell. */
export function PageError({ digest }: { digest?: string }) {
  const locale = typeof document !== "undefined" && document.documentElement.lang === "zh-CN" ? "zh-CN" : "en";
  const said = words[locale];
  const limited = /^rate_limited;(\d{1,5})$/u.exec(digest ?? "");
  if (limited) return <Wait seconds={Number(limited[1])} said={said} />;
  return (
    <div className="panel mx-auto mt-8 max-w-[34rem]" role="alert">
      <TriangleAlert className="ico text-missed" aria-hidden="true" />
      <h1 className="mt-3">{said.title}</h1>
      <p className="mt-2 text-ink-2">{said.text}</p>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <button type="button" className="btn primary" onClick={reload}>
          {said.again}
        </button>
        <Link className="btn line" href="/">
          {said.home}
        </Link>
        {digest && (
          <CopyButton value={digest} className="btn quiet text-xs! font-normal! text-ink-2!" done={said.copied}>
            {digest}
          </CopyButton>
        )}
      </div>
    </div>
  );
}
