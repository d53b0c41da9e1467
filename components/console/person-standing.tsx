"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { PeopleChoices, PersonDetail } from "@/lib/contracts/people";
import { DoneNotice } from "@/components/ui/done-notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct } from "@/components/ui/use-act";
import type { PeopleActions } from "./people-list";
import { RemoveDialog } from "./people-remove";

/** Shutting somebody out for now or for good. */
export function PersonStanding({
  person,
  leads,
  actions,
}: {
  person: PersonDetail;
  leads: PeopleChoices;
  actions: PeopleActions;
}) {
  const t = useTranslations("people");
  const router = useRouter();
  const [removing, setRemoving] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const { act, pending, trouble } = useAct();
  const disabled = person.state === "disabled";
  const flip = () =>
    act(
      () => actions.setDisabled({ id: person.id, disabled: !disabled, updatedAt: person.updatedAt }),
      ({ name }) => {
        setDone(t(disabled ? "wasEnabled" : "wasDisabled", { name }));
        router.refresh();
      },
    );
  return (
    <>
      <DoneNotice text={done} />
      <p className="max-w-[62ch]">{t(disabled ? "enableText" : "disableText")}</p>
      {trouble && (
        <div className="mt-3">
          <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
        </div>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <button type="button" className="btn line" onClick={flip} disabled={pending}>
          {t(disabled ? "enable" : "disable")}
        </button>
        <button type="button" className="btn danger" onClick={() => setRemoving(true)} aria-haspopup="dialog">
          {t("remove")}
        </button>
      </div>
      <RemoveDialog
        person={removing ? person : null}
        leads={leads}
        remove={actions.remove}
        onClose={() => setRemoving(false)}
        onRemoved={() => router.push("/console/people")}
      />
    </>
  );
}
