"use client";

import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";

type Kind = "not_met" | "met" | "other";
const first = 6;

/** Chooses among checks that the server has drawn. All are in the page, so print and search find every one. */
export function CheckFilter({ title, items }: { title: string; items: { id: string; kind: Kind; node: ReactNode }[] }) {
  const t = useTranslations("debrief");
  const [show, setShow] = useState<Kind | "all">("all");
  const [more, setMore] = useState(false);
  const count = (kind: Kind) => items.filter((item) => item.kind === kind).length;
  const kinds = (["not_met", "met", "other"] as const).filter((kind) => count(kind) > 0);
  const label = { not_met: "notMet", met: "met", other: "other" } as const;
  const chosen = items.filter((item) => show === "all" || item.kind === show);
  const hidden = show === "all" && !more ? Math.max(0, chosen.length - first) : 0;
  return (
    <section className="sec" id="checks">
      <header>
        <h2>{title}</h2>
        <div className="seg no-print" role="group" aria-label={t("show")}>
          <button type="button" aria-pressed={show === "all"} onClick={() => setShow("all")}>
            {t("all", { count: items.length })}
          </button>
          {kinds.map((kind) => (
            <button key={kind} type="button" aria-pressed={show === kind} onClick={() => setShow(kind)}>
              {t(label[kind], { count: count(kind) })}
            </button>
          ))}
        </div>
      </header>
      {items.map((item) => {
        const index = chosen.indexOf(item);
        const away = index < 0 || (hidden > 0 && index >= first);
        return (
          <div key={item.id} className={away ? "hidden print:block" : undefined}>
            {item.node}
          </div>
        );
      })}
      {hidden > 0 && (
        <button type="button" className="btn quiet -ms-2 mt-4 no-print" onClick={() => setMore(true)}>
          {t("more", { count: hidden })}
        </button>
      )}
    </section>
  );
}
