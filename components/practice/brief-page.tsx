import { ChevronLeft, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Brief } from "@/lib/contracts/session";
import { joined } from "@/components/ui/joined";
import { Monogram } from "@/components/ui/monogram";
import { Criteria } from "./criteria";
import { LastTalk } from "./last-talk";

function Section({ title, sub, children }: { title: string; sub?: string; children: ReactNode }) {
  return (
    <section className="sec">
      <header>
        <h2>{title}</h2>
        {sub && <p className="text-sm text-ink-2">{sub}</p>}
      </header>
      {children}
    </section>
  );
}

function People({ brief }: { brief: Brief }) {
  return (
    <div className={`grid gap-x-10 gap-y-6 ${brief.people.length > 1 ? "md:grid-cols-2" : ""}`}>
      {brief.people.map((person) => (
        <div key={person.id} className="flex items-start gap-3" lang={brief.locale}>
          <Monogram name={person.name} tint={person.tint} />
          <div>
            <h3>{person.name}</h3>
            <p className="text-sm text-ink-2">{joined(brief.locale, person.role, person.company)}</p>
            <p className="mt-2 max-w-[62ch] text-md">{person.manner}</p>
          </div>
        </div>
      ))}
    </div>
  );
}

/** Everything public about a scenario before the talk. `aside` holds the way in. */
export function BriefPage({ brief, aside, other }: { brief: Brief; aside: ReactNode; other?: ReactNode }) {
  const t = useTranslations("brief");
  const n = useTranslations("nav");
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-4">
        <Link className="link inline-flex min-h-8 items-center gap-1 text-sm max-md:min-h-11" href="/practice">
          <ChevronLeft className="ico s" aria-hidden="true" />
          {n("practice")}
        </Link>
        {other}
      </p>
      <div className="mt-2 grid grid-cols-[minmax(0,1fr)] items-start gap-x-16 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        <header className="min-w-0">
          <h1 className="text-3xl" lang={brief.locale}>
            {brief.title}
          </h1>
          <p className="mt-3 max-w-[62ch] text-lg text-pretty text-ink-2" lang={brief.locale}>
            {brief.situation}
          </p>
          <p className="mt-4 max-w-[62ch]" lang={brief.locale}>
            <b className="font-semibold text-accent">{t("goal")}</b> {brief.goal}
          </p>
        </header>
        <aside className="panel top-22 max-lg:mt-6 lg:sticky lg:row-span-2">{aside}</aside>
        <div className="min-w-0">
          <Section title={t("who")}>
            <People brief={brief} />
          </Section>
          <LastTalk brief={brief} />
          <Section title={t("known")} sub={t("knownFrom")}>
            <ul className="bullets max-w-[44rem]" lang={brief.locale}>
              {brief.known.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
            <p className="notice mt-4 max-w-[44rem]">
              <Lock aria-hidden="true" />
              <span>{t("sealed", { count: brief.people.length, name: brief.people[0]?.name ?? "" })}</span>
            </p>
          </Section>
          <Section title={t("offer")} sub={t("offerFrom")}>
            <ul className="bullets max-w-[44rem]" lang={brief.locale}>
              {brief.offer.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Section>
          <Criteria brief={brief} />
        </div>
      </div>
    </>
  );
}
