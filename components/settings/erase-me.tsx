"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemNotice, type NoticeCode } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { TypedConfirm } from "@/components/ui/typed-confirm";
import { problemSchema } from "@/lib/contracts/problem";

interface Trouble {
  code: NoticeCode;
  requestId?: string;
}

async function sendErasure(confirm: string): Promise<Trouble | null> {
  try {
    const answer = await fetch("/api/v1/me", {
      method: "DELETE",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ confirm }),
    });
    if (answer.ok) return null;
    const problem = problemSchema.safeParse(await answer.json());
    return problem.success ? { code: problem.data.code, requestId: problem.data.requestId } : { code: "internal" };
  } catch {
    return { code: "network" };
  }
}

/** Erases the reader after they have typed their address. What is left of the page then says so and leads nowhere. */
export function EraseMe({ email }: { email: string }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [erased, setErased] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const run = async (typed: string) => {
    setBusy(true);
    const found = await sendErasure(typed);
    setBusy(false);
    setTrouble(found);
    if (found) return;
    // Drafts of this browser; the answer asks for it too, which not every browser heeds.
    localStorage.clear();
    sessionStorage.clear();
    setErased(true);
  };
  const words = {
    label: t("privacy.eraseConfirmLabel", { email }),
    confirm: t("privacy.eraseConfirm"),
    busy: t("privacy.erasing"),
    mismatch: t("privacy.eraseMismatch"),
  };
  return (
    <>
      <p className="max-w-[66ch]">{t("privacy.eraseText")}</p>
      <p className="mt-2 max-w-[66ch] text-ink-2">{t("privacy.eraseAgain")}</p>
      <button type="button" className="btn danger mt-4" onClick={() => setOpen(true)} aria-haspopup="dialog">
        {t("privacy.eraseOpen")}
      </button>
      <Sheet
        open={open || erased}
        onOpenChange={(next) => (erased ? location.assign("/sign-in") : setOpen(next))}
        title={t(erased ? "privacy.erasedTitle" : "privacy.eraseTitle")}
        closeLabel={t("common.close")}
        description={t(erased ? "privacy.erasedText" : "privacy.eraseText")}
      >
        {!erased && (
          <TypedConfirm
            address={email}
            words={words}
            busy={busy}
            onConfirm={(typed) => void run(typed)}
            onCancel={() => setOpen(false)}
          >
            {trouble && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
          </TypedConfirm>
        )}
      </Sheet>
    </>
  );
}
