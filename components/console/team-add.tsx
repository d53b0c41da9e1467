"use client";

import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Person } from "@/lib/contracts/people";
import { Field, fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";
import type { MemberActions } from "./team-members";

type Find = (input: { q?: string }) => Promise<ActionResult<{ people: Person[]; more: boolean }>>;

/** People that were found, each with the way into the team. */
function Found({
  teamId,
  people,
  pending,
  onAdd,
}: {
  teamId: string;
  people: Person[];
  pending: boolean;
  onAdd: (person: Person) => void;
}) {
  const t = useTranslations("teams");
  return (
    <ul className="grid">
      {people.map((person) => (
        <li key={person.id} className="flex min-h-12 items-center gap-3 border-b border-line py-1.5">
          <span className="min-w-0 flex-1 wrap-anywhere">
            {person.name}
            {person.email !== person.name && <span className="block text-sm text-ink-2">{person.email}</span>}
          </span>
          {person.teams.some(({ id }) => id === teamId) ? (
            <span className="tag">{t("isIn")}</span>
          ) : (
            <button type="button" className="btn line" disabled={pending} onClick={() => onAdd(person)}>
              {t("add")}
              <span className="sr-only">: {person.name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Looks for people by name or address and puts them into the team, one after the other. */
export function TeamAdd({ teamId, find, add }: { teamId: string; find: Find; add: MemberActions["add"] }) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [q, setQ] = useState("");
  const [found, setFound] = useState<{ people: Person[]; more: boolean } | null>(null);
  const [said, setSaid] = useState("");
  const { act, pending, trouble, forget } = useAct();
  const look = () => act(() => find(q.trim() ? { q: q.trim() } : {}), setFound);
  const show = (next: boolean) => {
    setOpen(next);
    if (next) return look();
    setSaid("");
    setFound(null);
    setQ("");
    forget();
    router.refresh();
  };
  const put = (person: Person) =>
    act(
      () => add({ id: teamId, userId: person.id, leads: false }),
      () => {
        setSaid(t("teams.wasPutIn", { name: person.name }));
        look();
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaid("");
    look();
  };
  return (
    <>
      <button type="button" className="btn primary" onClick={() => show(true)} aria-haspopup="dialog">
        <UserPlus aria-hidden="true" />
        {t("teams.addPeople")}
      </button>
      <Sheet
        open={open}
        onOpenChange={show}
        title={t("teams.addTitle")}
        closeLabel={t("common.close")}
        description={t("teams.addText")}
      >
        <form className="mt-4 flex flex-wrap items-end gap-3" role="search" onSubmit={submit}>
          <div className="min-w-40 flex-1">
            <Field label={t("people.search")}>
              {(control) => (
                <input
                  {...control}
                  className={fieldClass}
                  type="search"
                  maxLength={200}
                  autoComplete="off"
                  value={q}
                  onChange={(event) => setQ(event.target.value)}
                />
              )}
            </Field>
          </div>
          <button type="submit" className="btn line" disabled={pending}>
            {t("people.show")}
          </button>
        </form>
        <p role="status" className="mt-3 text-sm text-ink-2">
          {said}
        </p>
        {trouble && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
        <div className="mt-2" aria-busy={pending}>
          {found && found.people.length > 0 && (
            <Found teamId={teamId} people={found.people} pending={pending} onAdd={put} />
          )}
          {found && found.people.length === 0 && <p>{t("teams.foundNobody")}</p>}
          {found?.more && <p className="mt-3 text-sm text-ink-2">{t("teams.foundMore")}</p>}
        </div>
      </Sheet>
    </>
  );
}
