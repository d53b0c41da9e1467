"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { PersonDetail } from "@/lib/contracts/people";
import { DoneNotice } from "@/components/ui/done-notice";
import { Field, fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct } from "@/components/ui/use-act";
import type { MemberActions } from "./team-members";

type Membership = PersonDetail["teams"][number];

/** The teams somebody is in; with `actions`, in and out of them. */
export function PersonTeams({
  person,
  choices,
  more,
  actions,
}: {
  person: PersonDetail;
  /** teams they are not in */
  choices: { id: string; name: string }[];
  /** there are teams beside these */
  more: boolean;
  actions: MemberActions | null;
}) {
  const t = useTranslations();
  const router = useRouter();
  const [chosen, setChosen] = useState("");
  const [done, setDone] = useState<{ text: string; undo?: Membership } | null>(null);
  const { act, pending, trouble } = useAct();
  const finish = (text: string, undo?: Membership) => () => {
    setDone({ text, ...(undo && { undo }) });
    setChosen("");
    router.refresh();
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    const team = choices.find(({ id }) => id === chosen);
    if (!actions || !team) return;
    act(
      () => actions.add({ id: team.id, userId: person.id, leads: false }),
      finish(t("teams.wasAdded", { name: person.name, team: team.name })),
    );
  };
  const leave = (team: Membership) => {
    if (!actions) return;
    const text = t("teams.wasTakenOut", { name: person.name, team: team.name });
    act(() => actions.remove({ id: team.id, userId: person.id }), finish(text, team));
  };
  const putBack = (team: Membership) => {
    if (!actions) return;
    const text = t("teams.wasAdded", { name: person.name, team: team.name });
    act(() => actions.add({ id: team.id, userId: person.id, leads: team.leads }), finish(text));
  };
  return (
    <>
      <DoneNotice text={done?.text ?? null}>
        {done?.undo && (
          <button
            type="button"
            className="btn quiet"
            disabled={pending}
            onClick={() => done.undo && putBack(done.undo)}
          >
            {t("people.undo")}
          </button>
        )}
      </DoneNotice>
      {person.teams.length === 0 ? (
        <p className="text-ink-2">{t("people.noTeams")}</p>
      ) : (
        <ul className="grid max-w-[36rem]">
          {person.teams.map((team) => (
            <li key={team.id} className="flex min-h-11 items-center gap-3 border-b border-line py-1">
              <Link className="link plain min-w-0 flex-1 wrap-anywhere" href={`/console/teams/${team.id}`}>
                {team.name}
              </Link>
              {team.leads && <span className="tag acc">{t("teams.leads")}</span>}
              {actions && (
                <button type="button" className="btn quiet" disabled={pending} onClick={() => leave(team)}>
                  {t("teams.takeOut")}
                  <span className="sr-only">: {team.name}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {trouble && (
        <div className="mt-3">
          <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
        </div>
      )}
      {actions && (choices.length > 0 || more) && (
        <form className="mt-4 flex max-w-[36rem] flex-wrap items-end gap-3" onSubmit={add}>
          <div className="min-w-48 flex-1">
            <Field label={t("people.addToTeam")} {...(more && { hint: t("people.addCut") })}>
              {(control) => (
                <select
                  {...control}
                  className={fieldClass}
                  required
                  value={chosen}
                  onChange={(event) => setChosen(event.target.value)}
                >
                  <option value="">{t("people.choose")}</option>
                  {choices.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <button type="submit" className="btn line" disabled={pending}>
            {t("teams.add")}
          </button>
        </form>
      )}
    </>
  );
}
