"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type FormEvent } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Person, PeopleChoices, RemovePerson } from "@/lib/contracts/people";
import { keptOfRemoved } from "@/lib/contracts/privacy";
import { Field, fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";

export type Remove = (input: RemovePerson & { id: string }) => Promise<ActionResult<null>>;

const nobody = "nobody";

function PracticeChoice({ value, onChange }: { value: string; onChange: (value: RemovePerson["practice"]) => void }) {
  const t = useTranslations("people");
  const name = useId();
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("removePractice")}</legend>
      {(["erase", "keep"] as const).map((fate) => (
        <label key={fate} className="choice">
          <input
            type="radio"
            name={name}
            required
            value={fate}
            checked={value === fate}
            onChange={() => onChange(fate)}
          />
          <span className="font-medium">{t(`practice_${fate}`)}</span>
          <span className="col-start-2 text-sm text-ink-2">{t(`practice_${fate}Text`, { days: keptOfRemoved })}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Successor({
  person,
  leads,
  value,
  onChange,
}: {
  person: Person;
  leads: PeopleChoices;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("people");
  const led = person.teams.filter((team) => team.leads).map(({ name }) => name);
  return (
    <Field
      label={t("successor", { teams: led.join(", ") })}
      {...(leads.more && { hint: t("successorCut", { count: leads.people.length }) })}
    >
      {(control) => (
        <select
          {...control}
          className={fieldClass}
          required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t("choose")}</option>
          {leads.people
            .filter(({ id }) => id !== person.id)
            .map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name === email ? name : `${name} (${email})`}
              </option>
            ))}
          <option value={nobody}>{t("nobodyForNow")}</option>
        </select>
      )}
    </Field>
  );
}

/** Asks what becomes of what somebody leaves behind, then removes them. */
export function RemoveDialog({
  person,
  leads,
  remove,
  onClose,
  onRemoved,
}: {
  person: Person | null;
  leads: PeopleChoices;
  remove: Remove;
  onClose: () => void;
  onRemoved: (person: Person) => void;
}) {
  const t = useTranslations();
  return (
    <Sheet
      open={person !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("people.removeTitle", { name: person?.name ?? "" })}
      closeLabel={t("common.close")}
      description={t("people.removeText")}
    >
      {person && <RemoveForm {...{ person, leads, remove, onClose, onRemoved }} />}
    </Sheet>
  );
}

function RemoveForm({
  person,
  leads,
  remove,
  onClose,
  onRemoved,
}: {
  person: Person;
  leads: PeopleChoices;
  remove: Remove;
  onClose: () => void;
  onRemoved: (person: Person) => void;
}) {
  const t = useTranslations();
  const [practice, setPractice] = useState<RemovePerson["practice"] | "">("");
  const [successor, setSuccessor] = useState("");
  const { act, pending, trouble } = useAct();
  const asks = person.teams.some((team) => team.leads);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (practice === "") return;
    const successorId = asks && successor !== nobody ? successor : null;
    act(
      () => remove({ id: person.id, updatedAt: person.updatedAt, practice, successorId }),
      () => onRemoved(person),
    );
  };
  return (
    <form className="mt-4 grid gap-4" onSubmit={submit}>
      <PracticeChoice value={practice} onChange={setPractice} />
      {asks && <Successor person={person} leads={leads} value={successor} onChange={setSuccessor} />}
      <p className="text-sm text-ink-2">{t("people.removeBack")}</p>
      {trouble && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="btn danger max-md:flex-1" disabled={pending}>
          {t(pending ? "people.removing" : "people.removeConfirm")}
        </button>
        <button type="button" className="btn line max-md:flex-1" onClick={onClose}>
          {t("common.cancel")}
        </button>
      </div>
    </form>
  );
}
