"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct } from "@/components/ui/use-act";
import type { ActionResult } from "@/lib/contracts/action";
import type { KeyHolder } from "@/lib/contracts/keys";
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
  const { act, pending, trouble } = useAct();
  useEffect(() => {
    const timer = setTimeout(
      () =>
        act(
          () => find({ q }),
          (people) => {
            setFound(people);
            const [self] = people;
            if (!chosen && q === "" && self) choose(self);
          },
        ),
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
        {found?.length === 0 ? t("keys.noHolder") : found === null && !trouble ? t("keys.searching") : ""}
      </p>
      {trouble && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
    </fieldset>
  );
}
