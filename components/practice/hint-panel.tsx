"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Hint, SessionView } from "@/lib/contracts/session";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct, type Trouble } from "@/components/ui/use-act";

export interface Hints {
  budget: number;
  used: number;
  given: SessionView["hints"]["given"];
  asking: boolean;
  trouble: Trouble | null;
  ask: () => void;
}

/** Hints asked for so far, and asking for one more. `add` is used by the stream too. */
export function useHints(
  view: SessionView,
  askHint: (input: { sessionId: string }) => Promise<ActionResult<Hint>>,
): Hints {
  const [hints, setHints] = useState(view.hints);
  const { act, pending, trouble } = useAct();
  const ask = () =>
    act(
      () => askHint({ sessionId: view.id }),
      ({ turn, text, used, budget }) =>
        setHints((before) => ({ budget, used, given: [...before.given, { turn, text }] })),
    );
  return { ...hints, asking: pending, trouble, ask };
}

/** What a hint costs is said before it is asked for. */
export function HintPanel({ hints, lang }: { hints: Hints; lang: string }) {
  const t = useTranslations("room");
  if (hints.budget === 0) return <p className="text-sm text-ink-2">{t("hintNone")}</p>;
  const last = hints.given.at(-1);
  const left = hints.budget - hints.used;
  return (
    <div>
      <div aria-live="polite" className="grid gap-2">
        {hints.given.slice(0, -1).map((hint, index) => (
          <p key={index} className="text-sm text-ink-2" lang={lang}>
            {hint.text}
          </p>
        ))}
        {last ? <p lang={lang}>{last.text}</p> : <p className="text-sm text-ink-2">{t("hintIntro")}</p>}
      </div>
      <p className="mt-2.5 mb-2 text-xs text-ink-3">
        {t("hintUsed", {
          used: hints.used,
          budget: hints.budget,
          cost: t(hints.used > 0 ? "hintCosted" : "hintCost"),
        })}
      </p>
      {hints.trouble && <ProblemNotice code={hints.trouble.code} requestId={hints.trouble.requestId} />}
      {left > 0 && (
        <button
          type="button"
          className="btn quiet -ms-2"
          onClick={hints.ask}
          disabled={hints.asking}
          aria-busy={hints.asking}
        >
          {t(hints.asking ? "hintAsking" : last ? "hintAnother" : "hintAsk")}
        </button>
      )}
    </div>
  );
}
