"use client";

import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { CopyButton } from "@/components/ui/copy-button";

/** An error page cannot ask the server for words, so it carries its few in both languages. */
const words = {
  en: {
    title: "This page could not be loaded",
    text: "Nothing is lost. Load it again; if it happens once more, give your administrator the number below.",
    again: "Load again",
    home: "Go home",
    copy: "Copy",
    copied: "Copied",
  },
  "zh-CN": {
    title: "这一页没能加载",
    text: "内容没有丢失。重新加载；还不行就把下面的编号告诉管理员。",
    again: "重新加载",
    home: "回首页",
    copy: "复制",
    copied: "已复制",
  },
};

export function PageError({ digest, retry }: { digest?: string; retry: () => void }) {
  const locale = typeof document !== "undefined" && document.documentElement.lang === "zh-CN" ? "zh-CN" : "en";
  const said = words[locale];
  return (
    <div className="panel mx-auto mt-8 max-w-[34rem]" role="alert">
      <TriangleAlert className="ico text-missed" aria-hidden="true" />
      <h1 className="mt-3">{said.title}</h1>
      <p className="mt-2 text-ink-2">{said.text}</p>
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <button type="button" className="btn primary" onClick={retry}>
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
