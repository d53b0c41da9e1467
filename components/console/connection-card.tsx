"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Connection, ConnectionInput, Probe } from "@/lib/contracts/sign-in";
import { CopyButton } from "@/components/ui/copy-button";
import { EraseButton } from "@/components/ui/erase-button";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";
import { ConnectionForm } from "./connection-form";
import { ProbeReport } from "./connection-probe";

export interface ConnectionActions {
  add: (input: ConnectionInput) => Promise<ActionResult<Connection>>;
  change: (input: ConnectionInput & { id: string }) => Promise<ActionResult<Connection>>;
  enable: (input: { id: string }) => Promise<ActionResult<null>>;
  disable: (input: { id: string }) => Promise<ActionResult<null>>;
  remove: (input: { id: string }) => Promise<ActionResult<null>>;
  test: (input: { id: string }) => Promise<ActionResult<Probe>>;
}

function EditButton({ connection, change }: { connection: Connection; change: ConnectionActions["change"] }) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { id, name } = connection;
  return (
    <>
      <button type="button" className="btn line" onClick={() => setOpen(true)} aria-haspopup="dialog">
        {t("signInSettings.edit")}
      </button>
      <Sheet
        open={open}
        onOpenChange={setOpen}
        title={t("signInSettings.editTitle", { name })}
        closeLabel={t("common.close")}
        description={t("signInSettings.editText")}
      >
        <ConnectionForm
          known={connection}
          save={(input) => change({ ...input, id })}
          onSaved={() => {
            setOpen(false);
            router.refresh();
          }}
          onCancel={() => setOpen(false)}
        />
      </Sheet>
    </>
  );
}

/** Tries it, and shows each step; switching it on tries it too. */
function TestButton({ connection: { id, name }, test }: { connection: Connection; test: ConnectionActions["test"] }) {
  const t = useTranslations();
  const [probe, setProbe] = useState<Probe | null>(null);
  const { act, pending, trouble } = useAct();
  return (
    <>
      <button
        type="button"
        className="btn line"
        disabled={pending}
        aria-busy={pending}
        aria-haspopup="dialog"
        onClick={() => act(() => test({ id }), setProbe)}
      >
        {t(pending ? "signInSettings.testing" : "signInSettings.test")}
      </button>
      {trouble && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
      <Sheet
        open={probe !== null}
        onOpenChange={() => setProbe(null)}
        title={t("signInSettings.testedTitle", { name })}
        closeLabel={t("common.close")}
      >
        {probe && <ProbeReport probe={probe} />}
      </Sheet>
    </>
  );
}

function SwitchButton({ connection, actions }: { connection: Connection; actions: ConnectionActions }) {
  const t = useTranslations("signInSettings");
  const router = useRouter();
  const { act, pending, trouble } = useAct();
  const { id, name, enabled } = connection;
  if (enabled) {
    const words = {
      button: t("switchOff"),
      label: `${t("switchOff")}: ${name}`,
      title: t("offTitle", { name }),
      text: t("offText"),
      confirm: t("switchOff"),
      busy: t("switching"),
    };
    return <EraseButton input={{ id }} erase={actions.disable} words={words} />;
  }
  return (
    <>
      <button
        type="button"
        className="btn primary"
        disabled={pending}
        onClick={() =>
          act(
            () => actions.enable({ id }),
            () => router.refresh(),
          )
        }
      >
        {t(pending ? "switching" : "switchOn")}
      </button>
      {trouble && (
        <div className="basis-full">
          <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
        </div>
      )}
    </>
  );
}

/** One identity provider of the tenant's own. */
export function ConnectionCard({ connection, actions }: { connection: Connection; actions: ConnectionActions }) {
  const t = useTranslations("signInSettings");
  const common = useTranslations("common");
  const { id, name, issuer, clientId, enabled, opens, callback } = connection;
  const removal = {
    button: t("remove"),
    label: t("removeLabel", { name }),
    title: t("removeTitle", { name }),
    text: t("removeText"),
    confirm: t("removeConfirm"),
    busy: t("removing"),
  };
  return (
    <li className="panel">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="min-w-0 wrap-anywhere">{name}</h3>
        <span className={enabled ? "tag acc" : "tag"}>{t(enabled ? "on" : "off")}</span>
      </div>
      <dl className="mt-2 grid gap-x-6 gap-y-1 text-sm md:grid-cols-[10rem_minmax(0,1fr)]">
        <dt className="text-ink-2">{t("issuerAddress")}</dt>
        <dd className="wrap-anywhere">{issuer}</dd>
        <dt className="text-ink-2">{t("clientId")}</dt>
        <dd className="wrap-anywhere">{clientId}</dd>
        <dt className="text-ink-2">{t("callback")}</dt>
        <dd className="wrap-anywhere">
          {callback}
          <span className="flex flex-wrap items-center gap-x-3 text-ink-2">
            {t("callbackHint")}
            <CopyButton value={callback} done={common("copied")} className="btn quiet px-0! text-sm!">
              {common("copy")}
            </CopyButton>
          </span>
        </dd>
      </dl>
      {!opens && <p className="notice warn mt-3">{t("lost")}</p>}
      <div className="mt-4 flex flex-wrap gap-3">
        <SwitchButton connection={connection} actions={actions} />
        <TestButton connection={connection} test={actions.test} />
        <EditButton connection={connection} change={actions.change} />
        <EraseButton key={id} input={{ id }} erase={actions.remove} words={removal} />
      </div>
    </li>
  );
}
