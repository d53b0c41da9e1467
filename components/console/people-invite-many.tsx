"use client";

import { ListPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import { longestPaste, mostInvited, type InvitedPeople, type InvitePeople } from "@/lib/contracts/people";
import { roles, type Role } from "@/lib/contracts/vocabulary";
import { DoneNotice } from "@/components/ui/done-notice";
import { Field, fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";
import { RoleOptions } from "./people-labels";

/** Whom a paste invited, and for each other line why not. */
function Outcome({ result }: { result: InvitedPeople }) {
  const t = useTranslations("people");
  return (
    <>
      <DoneNotice text={t("manyInvited", { count: result.invited.length })} />
      {result.refused.length > 0 && (
        <>
          <h3 className="text-sm font-medium">{t("manyRefused", { count: result.refused.length })}</h3>
          <ul className="grid max-h-56 gap-2 overflow-auto text-sm" tabIndex={0} aria-label={t("manyRefusedList")}>
            {result.refused.map(({ line, text, why }, index) => (
              <li key={index} className="border-b border-line pb-2">
                <span className="wrap-anywhere">{text}</span>
                <span className="block text-ink-2">{t("manyLine", { line, why: t(`why_${why}`) })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Invites everybody whose address is pasted; afterwards only lines that invited nobody are left to be put right. */
export function InviteManyDialog({
  invite,
}: {
  invite: (input: InvitePeople) => Promise<ActionResult<InvitedPeople>>;
}) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [addresses, setAddresses] = useState("");
  const [role, setRole] = useState<Role>("trainee");
  const [result, setResult] = useState<InvitedPeople | null>(null);
  const { act, pending, trouble, forget } = useAct();
  const tooMany = trouble?.code === "invalid_request";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setResult(null);
    act(
      () => invite({ addresses, role }),
      (answer) => {
        setResult(answer);
        setAddresses(answer.refused.map(({ text }) => text).join("\n"));
        router.refresh();
      },
    );
  };
  const show = (next: boolean) => {
    setOpen(next);
    if (next) return;
    if (result) setAddresses("");
    setResult(null);
    forget();
  };
  return (
    <>
      <button type="button" className="btn line" onClick={() => show(true)} aria-haspopup="dialog">
        <ListPlus aria-hidden="true" />
        {t("people.inviteMany")}
      </button>
      <Sheet
        open={open}
        onOpenChange={show}
        title={t("people.inviteManyTitle")}
        closeLabel={t("common.close")}
        description={t("people.inviteManyText", { most: mostInvited })}
      >
        <form className="mt-4 grid gap-4" onSubmit={submit}>
          {result && <Outcome result={result} />}
          <Field label={t("people.addresses")} error={tooMany ? t("people.tooMany", { most: mostInvited }) : undefined}>
            {(control) => (
              <textarea
                {...control}
                className={`${fieldClass} min-h-36 py-2 font-mono`}
                required
                maxLength={longestPaste}
                spellCheck={false}
                placeholder={t("people.addressesExample")}
                value={addresses}
                onChange={(event) => setAddresses(event.target.value)}
              />
            )}
          </Field>
          <Field label={t("people.roleForAll")}>
            {(control) => (
              <select
                {...control}
                className={fieldClass}
                value={role}
                onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? role)}
              >
                <RoleOptions among={roles} />
              </select>
            )}
          </Field>
          {trouble && !tooMany && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
          <div className="flex flex-wrap gap-3">
            <button type="submit" className="btn primary max-md:flex-1" disabled={pending}>
              {t(pending ? "people.inviting" : "people.inviteAll")}
            </button>
            <button type="button" className="btn line max-md:flex-1" onClick={() => show(false)}>
              {t(result ? "common.close" : "common.cancel")}
            </button>
          </div>
        </form>
      </Sheet>
    </>
  );
}
