"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Connection } from "@/lib/contracts/sign-in";
import { Blank } from "@/components/ui/blank";
import { DoneNotice } from "@/components/ui/done-notice";
import { Sheet } from "@/components/ui/sheet";
import { ConnectionCard, type ConnectionActions } from "./connection-card";
import { ConnectionForm } from "./connection-form";

/** The tenant's own identity providers, with all that can be done about them. */
export function ConnectionList({ connections, actions }: { connections: Connection[]; actions: ConnectionActions }) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  return (
    <>
      <DoneNotice text={done} />
      {connections.length === 0 ? (
        <Blank title={t("signInSettings.emptyTitle")} text={t("signInSettings.empty")} />
      ) : (
        <ul className="grid gap-4">
          {connections.map((connection) => (
            <ConnectionCard key={connection.id} connection={connection} actions={actions} />
          ))}
        </ul>
      )}
      <button type="button" className="btn line mt-4" onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Plus aria-hidden="true" />
        {t("signInSettings.add")}
      </button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t("signInSettings.addTitle")}
        closeLabel={t("common.close")}
        description={t("signInSettings.addText")}
      >
        <ConnectionForm
          known={null}
          save={actions.add}
          onSaved={() => {
            setOpen(false);
            setDone(t("signInSettings.added"));
            router.refresh();
          }}
          onCancel={() => setOpen(false)}
        />
      </Sheet>
    </>
  );
}
