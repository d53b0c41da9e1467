import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Comparison } from "@/lib/contracts/branches";
import { CheckChanges } from "./check-changes";
import { isPending, sides } from "./names";
import { PathCard } from "./path-card";
import { StatePath } from "./state-path";
import { TalkColumn } from "./talk-column";
import { Waiting } from "./waiting";

/** Two tries with a common beginning: what each came to, what was gained and lost, how the buyers moved, what was said. */
export function CompareView({ comparison }: { comparison: Comparison }) {
  const t = useTranslations();
  const { forkMessage, left } = comparison;
  const pending = isPending(comparison);
  const failed = sides.some((side) => comparison[side].session.evaluation === "failed");
  return (
    <>
      <header>
        <p className="flex flex-wrap gap-x-3.5 text-sm text-ink-2">
          <span lang={left.session.locale}>{left.session.scenarioTitle}</span>
          <span>{t(`difficulty.${left.session.difficulty}`)}</span>
        </p>
        <h1 className="mt-2 text-3xl">{t("compare.title")}</h1>
        <p className="mt-2 max-w-[62ch] text-lg text-ink-2">
          {forkMessage === 1
            ? t("compare.leadFirst")
            : t("compare.lead", { last: forkMessage - 1, number: forkMessage })}
        </p>
      </header>
      <div className="mt-6 grid gap-6 md:grid-cols-2">
        {sides.map((side) => (
          <PathCard key={side} comparison={comparison} side={side} />
        ))}
      </div>
      {pending && <Waiting />}
      {failed && (
        <p className="notice mt-6">
          <Info aria-hidden="true" />
          <span>{t("compare.failed")}</span>
        </p>
      )}
      {!pending && !failed && <CheckChanges comparison={comparison} />}
      <StatePath comparison={comparison} />
      <section className="sec" id="talk">
        <header>
          <h2>{t("compare.talk")}</h2>
          <p className="text-sm text-ink-2">{t("compare.talkSub")}</p>
        </header>
        <div className="grid gap-x-12 gap-y-10 md:grid-cols-2">
          {sides.map((side) => (
            <TalkColumn key={side} comparison={comparison} side={side} />
          ))}
        </div>
      </section>
    </>
  );
}
