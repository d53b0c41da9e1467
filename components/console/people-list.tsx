"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Person, PeopleChoices } from "@/lib/contracts/people";
import { useDates } from "@/components/ui/dates";
import { DoneNotice } from "@/components/ui/done-notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct } from "@/components/ui/use-act";
import { RoleName, StateTag } from "./people-labels";
import { PersonMenu } from "./people-menu";
import { RemoveDialog, type Remove } from "./people-remove";

export interface PeopleActions {
  setDisabled: (input: { id: string; disabled: boolean; updatedAt: string }) => Promise<ActionResult<Person>>;
  remove: Remove;
}

interface Managing {
  /** who looks at it: nobody shuts themselves out */
  me: string;
  leads: PeopleChoices;
  actions: PeopleActions;
}

function Row({ person, menu }: { person: Person; menu: React.ReactNode }) {
  const t = useTranslations("people");
  const date = useDates();
  return (
    <tr className="max-md:relative">
      <th scope="row" className={menu ? "max-md:pe-12!" : undefined}>
        <Link className="link plain wrap-anywhere" href={`/console/people/${person.id}`}>
          {person.name}
        </Link>
        {person.name !== person.email && (
          <span className="block text-sm font-normal wrap-anywhere text-ink-2">{person.email}</span>
        )}
      </th>
      <td data-l={t("role")}>
        <RoleName role={person.role} />
      </td>
      <td data-l={t("state")}>
        <StateTag state={person.state} />
      </td>
      <td data-l={t("teams")} className={person.teams.length === 0 ? "max-md:hidden!" : undefined}>
        <span className="min-w-0 wrap-anywhere">{person.teams.map(({ name }) => name).join(", ") || "–"}</span>
      </td>
      <td data-l={t("lastSeen")} className="whitespace-nowrap">
        {person.lastSeenAt ? date(person.lastSeenAt, "day") : t("never")}
      </td>
      {menu && <td className="r max-md:absolute! max-md:end-2 max-md:top-2 max-md:p-0!">{menu}</td>}
    </tr>
  );
}

/** People as a table, as cards on a phone; with `managing`, a menu for each. */
export function PeopleList({ people, managing }: { people: Person[]; managing: Managing | null }) {
  const t = useTranslations("people");
  const router = useRouter();
  const [removing, setRemoving] = useState<Person | null>(null);
  const [done, setDone] = useState<{ text: string; undo?: Person } | null>(null);
  const { act, pending, trouble } = useAct();
  const switchTo = (person: Person, disabled: boolean, undone = false) => {
    if (!managing) return;
    const { id, updatedAt } = person;
    act(
      () => managing.actions.setDisabled({ id, disabled, updatedAt }),
      (changed) => {
        const text = t(disabled ? "wasDisabled" : "wasEnabled", { name: changed.name });
        setDone({ text, ...(disabled && !undone && { undo: changed }) });
        router.refresh();
      },
    );
  };
  const removed = ({ name }: Person) => {
    setRemoving(null);
    setDone({ text: t("wasRemoved", { name }) });
    router.refresh();
  };
  return (
    <>
      <DoneNotice text={done?.text ?? null}>
        {done?.undo && (
          <button
            type="button"
            className="btn quiet"
            disabled={pending}
            onClick={() => done.undo && switchTo(done.undo, false, true)}
          >
            {t("undo")}
          </button>
        )}
      </DoneNotice>
      {trouble && (
        <div className="mb-4">
          <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
        </div>
      )}
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("role")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("teams")}</th>
            <th scope="col">{t("lastSeen")}</th>
            {managing && (
              <th scope="col" className="r">
                <span className="sr-only">{t("actions")}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row
              key={person.id}
              person={person}
              menu={
                managing && (
                  <PersonMenu
                    person={person}
                    oneself={person.id === managing.me}
                    onSwitch={() => switchTo(person, person.state !== "disabled")}
                    onRemove={() => setRemoving(person)}
                  />
                )
              }
            />
          ))}
        </tbody>
      </table>
      {managing && (
        <RemoveDialog
          person={removing}
          leads={managing.leads}
          remove={managing.actions.remove}
          onClose={() => setRemoving(null)}
          onRemoved={removed}
        />
      )}
    </>
  );
}
