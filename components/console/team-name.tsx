"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent, type ReactNode } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Team } from "@/lib/contracts/teams";
import { Field, fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";

/** Asks for the name of a team, new or other than it was. What was typed stays when it is taken. */
export function TeamNameDialog({
  initial,
  className,
  label,
  words,
  save,
  onSaved,
}: {
  initial: string;
  className: string;
  label: ReactNode;
  words: { title: string; text?: string; submit: string };
  save: (name: string) => Promise<ActionResult<Team>>;
  onSaved: (team: Team) => void;
}) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(initial);
  const { act, pending, trouble, forget } = useAct();
  const taken = trouble?.code === "already_exists";
  const show = (next: boolean) => {
    setOpen(next);
    if (next) setName(initial);
    forget();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act(
      () => save(name.trim()),
      (team) => {
        show(false);
        onSaved(team);
      },
    );
  };
  return (
    <>
      <button type="button" className={className} onClick={() => show(true)} aria-haspopup="dialog">
        {label}
      </button>
      <Sheet
        open={open}
        onOpenChange={show}
        title={words.title}
        closeLabel={t("common.close")}
        {...(words.text && { description: words.text })}
      >
        <form className="mt-4 grid gap-4" onSubmit={submit}>
          <Field label={t("teams.name")} error={taken ? t("teams.nameTaken") : undefined}>
            {(control) => (
              <input
                {...control}
                className={fieldClass}
                required
                maxLength={100}
                autoComplete="off"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          {trouble && !taken && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
          <div className="flex flex-wrap gap-3">
            <button type="submit" className="btn primary max-md:flex-1" disabled={pending}>
              {pending ? t("people.saving") : words.submit}
            </button>
            <button type="button" className="btn line max-md:flex-1" onClick={() => show(false)}>
              {t("common.cancel")}
            </button>
          </div>
        </form>
      </Sheet>
    </>
  );
}
