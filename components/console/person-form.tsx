"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { PersonDetail, Person } from "@/lib/contracts/people";
import { roles, type Role } from "@/lib/contracts/vocabulary";
import { DoneNotice } from "@/components/ui/done-notice";
import { Field, fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";
import { RoleOptions } from "./people-labels";

type Change = (input: { id: string; name?: string; role?: Role; updatedAt: string }) => Promise<ActionResult<Person>>;

/** Whoever takes the administration from themselves is asked once more. */
function StepBack({ open, onClose, onGo }: { open: boolean; onClose: () => void; onGo: () => void }) {
  const t = useTranslations();
  return (
    <Sheet
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t("people.stepBackTitle")}
      closeLabel={t("common.close")}
      description={t("people.stepBackText")}
    >
      <div className="mt-5 flex flex-wrap gap-3">
        <button type="button" className="btn danger max-md:flex-1" onClick={onGo}>
          {t("people.stepBackConfirm")}
        </button>
        <button type="button" className="btn line max-md:flex-1" onClick={onClose}>
          {t("common.cancel")}
        </button>
      </div>
    </Sheet>
  );
}

/** Name and role of a person. What was typed stays when it cannot be saved. */
export function PersonForm({ person, oneself, change }: { person: PersonDetail; oneself: boolean; change: Change }) {
  const t = useTranslations();
  const router = useRouter();
  // Null until touched: the rest is shown as it stands now and not sent, lest it undo what a colleague changed.
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Role | null>(null);
  const [saved, setSaved] = useState<Person | null>(null);
  // What was saved stands until the page is read anew.
  const now = saved && saved.updatedAt > person.updatedAt ? saved : person;
  if (typed === now.name) setTyped(null);
  if (chosen !== null && chosen === now.role) setChosen(null);
  const name = typed ?? now.name;
  const role = chosen ?? now.role;
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const { act, pending, trouble, forget } = useAct();
  const untouched = name.trim() === now.name && role === now.role;
  const save = () => {
    setAsking(false);
    setDone(false);
    const { id, updatedAt } = now;
    const changed = {
      ...(name.trim() !== now.name && { name: name.trim() }),
      ...(chosen && chosen !== now.role && { role: chosen }),
    };
    act(
      () => change({ id, updatedAt, ...changed }),
      (kept) => {
        setSaved(kept);
        setTyped(null);
        setChosen(null);
        setDone(true);
        // Without the administration this page is not theirs any more.
        if (oneself && role !== "admin") router.push("/console");
        router.refresh();
      },
    );
  };
  /** What was typed stays; what it is held against is read anew. */
  const again = () => {
    forget();
    router.refresh();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (oneself && now.role === "admin" && role !== "admin") setAsking(true);
    else save();
  };
  return (
    <form className="grid max-w-[36rem] gap-4" onSubmit={submit}>
      <DoneNotice text={done && untouched ? t("people.saved") : null} />
      <Field label={t("people.name")}>
        {(control) => (
          <input
            {...control}
            className={fieldClass}
            required
            maxLength={200}
            autoComplete="off"
            value={name}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Field label={t("people.role")} hint={t("people.roleClaims")}>
        {(control) => (
          <select
            {...control}
            className={fieldClass}
            required
            value={role ?? ""}
            onChange={(event) => setChosen(roles.find((one) => one === event.target.value) ?? null)}
          >
            {role === null && <option value="">{t("people.noRole")}</option>}
            <RoleOptions among={roles} />
          </select>
        )}
      </Field>
      {trouble && (
        <ProblemNotice code={trouble.code} requestId={trouble.requestId}>
          {trouble.code === "version_conflict" && (
            <button type="button" className="btn quiet px-0!" onClick={again}>
              {t("people.loadAgain")}
            </button>
          )}
        </ProblemNotice>
      )}
      <div>
        <button type="submit" className="btn primary max-md:w-full" disabled={pending || untouched}>
          {t(pending ? "people.saving" : "people.save")}
        </button>
      </div>
      <StepBack open={asking} onClose={() => setAsking(false)} onGo={save} />
    </form>
  );
}
