"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";
import type { ActionResult } from "@/lib/contracts/action";
import { keptOfRemoved, longestRetention, shortestRetention, type RetentionPreview } from "@/lib/contracts/privacy";

const usual = [30, 90, 365];
const isValid = (days: number) => Number.isInteger(days) && days >= shortestRetention && days <= longestRetention;

type Choice = "forever" | "other" | `${number}`;

const choiceFor = (days: number | null): Choice =>
  days === null ? "forever" : usual.includes(days) ? `${days}` : "other";

/** What the next run would erase, in words. */
function Outlook({ preview }: { preview: RetentionPreview }) {
  const t = useTranslations("privacyConsole");
  const talks = preview.talks === null ? t("fewTalks") : t("wouldTalks", { count: preview.talks });
  const memories = preview.memories === null ? t("fewMemories") : t("wouldMemories", { count: preview.memories });
  return <p>{t("would", { talks, memories })}</p>;
}

/** After how many days practice is erased: chosen, looked at, then confirmed. */
export function PrivacyRetention({
  days: now,
  preview,
  keep,
}: {
  days: number | null;
  preview: (input: { days: number }) => Promise<ActionResult<RetentionPreview>>;
  keep: (input: { days: number | null }) => Promise<ActionResult<null>>;
}) {
  const t = useTranslations("privacyConsole");
  const common = useTranslations("common");
  const router = useRouter();
  const [choice, setChoice] = useState<Choice>(choiceFor(now));
  const [other, setOther] = useState(choiceFor(now) === "other" ? String(now) : "");
  const [outlook, setOutlook] = useState<RetentionPreview | null>(null);
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(false);
  const { act, pending, trouble } = useAct();
  const days = choice === "forever" ? null : Number(choice === "other" ? other : choice);
  const ready = days === null || isValid(days);
  const choose = (next: Choice) => {
    setChoice(next);
    setDone(false);
  };
  const look = () =>
    act<RetentionPreview | null>(
      async () => (days === null ? { ok: true, data: null } : preview({ days })),
      (found) => {
        setOutlook(found);
        setOpen(true);
      },
    );
  const set = () =>
    act(
      () => keep({ days }),
      () => {
        setOpen(false);
        setDone(true);
        router.refresh();
      },
    );
  const words = (one: Choice) =>
    one === "forever" ? t("forever") : one === "other" ? t("other") : t("days", { days: Number(one) });
  const choices: Choice[] = ["forever", ...usual.map((one): Choice => `${one}`), "other"];
  return (
    <>
      <p>
        {t("now")}: <b className="font-semibold">{now === null ? t("forever") : t("days", { days: now })}</b>
      </p>
      <fieldset className="mt-4">
        <legend className="text-sm font-medium">{t("choose")}</legend>
        {choices.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="days" checked={choice === one} onChange={() => choose(one)} />
            {words(one)}
          </label>
        ))}
        {choice === "other" && (
          <label className="ms-7 block text-sm">
            {t("otherHint", { least: shortestRetention, most: longestRetention })}
            <input
              className="mt-1 block min-h-(--control) w-32 rounded-sm border border-line-strong bg-surface px-3 text-sm tabular-nums"
              type="number"
              inputMode="numeric"
              min={shortestRetention}
              max={longestRetention}
              value={other}
              onChange={(event) => setOther(event.target.value)}
            />
          </label>
        )}
      </fieldset>
      <button type="button" className="btn line mt-4" onClick={look} disabled={pending || !ready || days === now}>
        {t(pending && !open ? "looking" : "look")}
      </button>
      <div className="mt-3" role="status">
        {done && <p className="notice">{t("done")}</p>}
      </div>
      {trouble && !open && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={days === null ? t("confirmTitleForever") : t("confirmTitle", { days })}
        closeLabel={common("close")}
        description={days === null ? t("wouldNothing", { days: keptOfRemoved }) : t("confirmText")}
      >
        {outlook && (
          <div className="notice warn mt-4">
            <Outlook preview={outlook} />
          </div>
        )}
        {trouble && (
          <div className="mt-3">
            <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
          </div>
        )}
        <div className="mt-5 flex flex-wrap gap-3">
          <button
            type="button"
            className={days === null ? "btn primary max-md:flex-1" : "btn danger max-md:flex-1"}
            onClick={set}
            disabled={pending}
          >
            {t(pending ? "setting" : "set")}
          </button>
          <button type="button" className="btn line max-md:flex-1" onClick={() => setOpen(false)}>
            {common("cancel")}
          </button>
        </div>
      </Sheet>
    </>
  );
}
