"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import { ProblemNotice } from "./problem-notice";
import { Sheet } from "./sheet";
import { useAct } from "./use-act";

/** A bin, or a button in words, that asks before it erases, then shows the page anew. */
export function EraseButton<Input>({
  input,
  erase,
  words,
}: {
  input: Input;
  erase: (input: Input) => Promise<ActionResult<null>>;
  /** `button` shows words in place of the bin */
  words: { label: string; title: string; text: string; confirm: string; busy: string; button?: string };
}) {
  const t = useTranslations("common");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { act, pending, trouble } = useAct();
  const run = () =>
    act(
      () => erase(input),
      () => {
        setOpen(false);
        router.refresh();
      },
    );
  return (
    <>
      <button
        type="button"
        className={words.button ? "btn line" : "btn icon"}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label={words.label}
      >
        {words.button ?? <Trash2 aria-hidden="true" />}
      </button>
      <Sheet open={open} onOpenChange={setOpen} title={words.title} closeLabel={t("close")} description={words.text}>
        {trouble && (
          <div className="mt-3">
            <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
          </div>
        )}
        <div className="mt-5 flex flex-wrap gap-3">
          <button type="button" className="btn danger max-md:flex-1" onClick={run} disabled={pending}>
            {pending ? words.busy : words.confirm}
          </button>
          <button type="button" className="btn line max-md:flex-1" onClick={() => setOpen(false)}>
            {t("cancel")}
          </button>
        </div>
      </Sheet>
    </>
  );
}
