"use client";

import { MailPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { InvitePerson, Person } from "@/lib/contracts/people";
import { roles } from "@/lib/contracts/vocabulary";
import { DoneNotice } from "@/components/ui/done-notice";
import { Field, fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";
import { RoleOptions } from "./people-labels";

const blank: InvitePerson = { email: "", name: "", role: "trainee" };

/** Invites one person; what was typed stays until it was taken, and the next can follow at once. */
export function InviteDialog({ invite }: { invite: (input: InvitePerson) => Promise<ActionResult<Person>> }) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(blank);
  const [done, setDone] = useState<string | null>(null);
  const { act, pending, trouble, forget } = useAct();
  const known = trouble?.code === "already_exists";
  const refused = trouble?.code === "invalid_request" && trouble.fields?.email !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDone(null);
    const { email, name, role } = typed;
    act(
      () => invite({ email: email.trim(), role, ...(name?.trim() && { name: name.trim() }) }),
      (person) => {
        setDone(t("people.invited", { email: person.email }));
        setTyped({ ...blank, role });
        router.refresh();
      },
    );
  };
  const show = (next: boolean) => {
    setOpen(next);
    if (next) return;
    setDone(null);
    forget();
  };
  return (
    <>
      <button type="button" className="btn primary" onClick={() => show(true)} aria-haspopup="dialog">
        <MailPlus aria-hidden="true" />
        {t("people.invite")}
      </button>
      <Sheet
        open={open}
        onOpenChange={show}
        title={t("people.inviteTitle")}
        closeLabel={t("common.close")}
        description={t("people.inviteText")}
      >
        <form className="mt-4 grid gap-4" onSubmit={submit}>
          <DoneNotice text={done} />
          <Field
            label={t("people.email")}
            error={known ? t("people.emailKnown") : refused ? t("people.emailRefused") : undefined}
          >
            {(control) => (
              <input
                {...control}
                className={fieldClass}
                type="email"
                required
                maxLength={320}
                autoComplete="off"
                value={typed.email}
                onChange={(event) => setTyped({ ...typed, email: event.target.value })}
              />
            )}
          </Field>
          <Field label={t("people.nameOptional")} hint={t("people.nameHint")}>
            {(control) => (
              <input
                {...control}
                className={fieldClass}
                maxLength={200}
                autoComplete="off"
                value={typed.name}
                onChange={(event) => setTyped({ ...typed, name: event.target.value })}
              />
            )}
          </Field>
          <Field label={t("people.role")} hint={t("people.roleHint")}>
            {(control) => (
              <select
                {...control}
                className={fieldClass}
                value={typed.role}
                onChange={(event) =>
                  setTyped({ ...typed, role: roles.find((role) => role === event.target.value) ?? typed.role })
                }
              >
                <RoleOptions among={roles} />
              </select>
            )}
          </Field>
          {trouble && !known && !refused && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
          <div className="flex flex-wrap gap-3">
            <button type="submit" className="btn primary max-md:flex-1" disabled={pending}>
              {t(pending ? "people.inviting" : "people.invite")}
            </button>
            <button type="button" className="btn line max-md:flex-1" onClick={() => show(false)}>
              {t(done ? "common.close" : "common.cancel")}
            </button>
          </div>
        </form>
      </Sheet>
    </>
  );
}
