"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import type { ActionResult } from "@/lib/contracts/action";
import type { KeyHolder } from "@/lib/contracts/keys";
import type { Problem } from "@/lib/contracts/problem";
import { roles } from "@/lib/contracts/vocabulary";

export type FindHolders = (input: { q: string }) => Promise<ActionResult<KeyHolder[]>>;

/** How long typing rests before anybody is looked for, in milliseconds. */
const restMs = 250;

/** Whom a key acts as: oneself at first, others by part of their name or address. */
export function KeyHolderField({
  find,
  chosen,
  choose,
}: {
  find: FindHolders;
  chosen: KeyHolder | null;
  choose: (holder: KeyHolder) => void;
}) {
  const t = useTranslations();
  const [q, setQ] = useState("");
  const [found, setFound] = useState<KeyHolder[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pending, start] = useTransition();
  useEffect(() => {
    const timer = setTimeout(
      () =>
        start(async () => {
          const answer = await find({ q });
          setProblem(answer.ok ? null : answer.problem);
          if (!answer.ok) return;
          setFound(answer.data);
          const [self] = answer.data;
          if (!chosen && q === "" && self) choose(self);
        }),
      q === "" ? 0 : restMs,
    );
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- asked anew for other words alone
  }, [q]);
  const shown = chosen && found && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : (found ?? []);
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("keys.who")}</legend>
      <input
        className={fieldClass}
        type="search"
        value={q}
        maxLength={200}
        autoComplete="off"
        placeholder={t("keys.whoHint")}
        aria-label={t("keys.whoHint")}
        onChange={(event) => setQ(event.target.value)}
      />
      <div className="mt-1" aria-busy={pending}>
        {shown.map((holder) => (
          <label key={holder.id} className="flex min-h-11 cursor-pointer items-center gap-3 border-b border-line py-1">
            <input
              type="radio"
              name="holder"
              className="size-4 flex-none accent-(--color-accent)"
              checked={chosen?.id === holder.id}
              onChange={() => choose(holder)}
            />
            <span className="min-w-0 flex-1">
              <span className="wrap-anywhere">{holder.name}</span>
              {holder.self && <span className="text-ink-2"> ({t("keys.you")})</span>}
              <span className="block text-sm wrap-anywhere text-ink-2">
                {holder.email}, {roles.some((role) => role === holder.role) && t(`role.${holder.role}`)}
              </span>
            </span>
          </label>
        ))}
      </div>
      <p className="text-sm text-ink-2" role="status">
        {found?.length === 0 ? t("keys.noHolder") : found === null && !problem ? t("keys.searching") : ""}
      </p>
      {problem && <ProblemNotice code={problem.code} requestId={problem.requestId} />}
    </fieldset>
  );
}
