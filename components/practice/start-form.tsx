"use client";

import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type ReactNode } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Difficulty } from "@/lib/contracts/vocabulary";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct } from "@/components/ui/use-act";

const levels: Difficulty[] = ["easy", "standard", "hard", "expert"];

/** The panel beside a brief: the facts of the talk, the level to choose, the way in. On a phone the button floats. */
export function StartForm({
  scenarioId,
  initial,
  start,
  children,
}: {
  scenarioId: string;
  initial: Difficulty;
  start: (input: { scenarioId: string; difficulty: Difficulty }) => Promise<ActionResult<{ sessionId: string }>>;
  children: ReactNode;
}) {
  const t = useTranslations();
  const router = useRouter();
  const [difficulty, setDifficulty] = useState(initial);
  const { act, pending, trouble } = useAct();
  const enter = () =>
    act(
      () => start({ scenarioId, difficulty }),
      (opened) => router.push(`/room/${opened.sessionId}`),
    );
  const label = t(pending ? "brief.entering" : "brief.enter");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      {children}
      <fieldset className="mt-4 border-t border-line pt-3">
        <legend className="float-left mb-1 w-full text-sm font-medium text-ink-2">{t("brief.level")}</legend>
        <div className="clear-both">
          {levels.map((level) => (
            <label key={level} className="choice min-h-10 max-md:min-h-11">
              <input
                type="radio"
                name="difficulty"
                value={level}
                checked={difficulty === level}
                onChange={() => setDifficulty(level)}
              />
              <span className="font-medium">{t(`difficulty.${level}`)}</span>
              <span className="col-start-2 text-sm text-ink-2">{t(`difficultyText.${level}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {trouble && (
        <div className="mt-3">
          <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
        </div>
      )}
      <div className="stickycta md:mt-5">
        <button type="submit" className="btn primary big w-full" disabled={pending} aria-busy={pending}>
          {label}
        </button>
      </div>
      <p className="mt-4 grid grid-cols-[1.1rem_minmax(0,1fr)] gap-2 text-xs text-ink-3">
        <ShieldCheck className="ico s" aria-hidden="true" />
        {t("brief.privacy")}
      </p>
    </form>
  );
}
