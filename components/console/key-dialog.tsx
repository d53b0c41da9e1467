"use client";

import { KeyRound, Plus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Sheet } from "@/components/ui/sheet";
import { useAct } from "@/components/ui/use-act";
import type { ActionResult } from "@/lib/contracts/action";
import { scopesFor, type CreatedKey, type CreateKey, type KeyHolder } from "@/lib/contracts/keys";
import type { Permission } from "@/lib/contracts/permissions";
import { KeyHolderField, type FindHolders } from "./key-holder";
import { KeyScopesField } from "./key-scopes";

interface Actions {
  findHolders: FindHolders;
  makeKey: (input: CreateKey) => Promise<ActionResult<CreatedKey>>;
}

const spans = [7, 30, 90, 365];

/** The key itself, this once. */
function Secret({ made, done }: { made: CreatedKey; done: () => void }) {
  const t = useTranslations();
  return (
    <div className="mt-3">
      <div className="notice">
        <TriangleAlert className="text-warn" aria-hidden="true" />
        <p>{t("keys.secretWarning", { name: made.actsAs.name })}</p>
      </div>
      <label className="mt-4 block text-sm font-medium" htmlFor="made-key">
        {t("keys.secretLabel")}
      </label>
      <div className="mt-1 flex flex-wrap gap-2">
        <input
          id="made-key"
          className="min-h-(--control) min-w-0 flex-1 basis-60 rounded-sm border border-line-strong bg-surface px-3 font-mono text-sm"
          readOnly
          autoComplete="off"
          value={made.secret}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton value={made.secret} done={t("common.copied")} className="btn line">
          {t("common.copy")}
        </CopyButton>
      </div>
      <p className="mt-2 text-sm text-ink-2">{t("keys.use")}</p>
      <button type="button" className="btn primary mt-5" onClick={done}>
        {t("keys.done")}
      </button>
    </div>
  );
}

function KeyForm({ actions, made }: { actions: Actions; made: (key: CreatedKey) => void }) {
  const t = useTranslations("keys");
  const [holder, setHolder] = useState<KeyHolder | null>(null);
  const [scopes, setScopes] = useState<Permission[]>([]);
  const [days, setDays] = useState(90);
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  // One key for this form, however often it is sent.
  const [submission] = useState(() => crypto.randomUUID());
  const { act, pending, trouble } = useAct();
  const wrong = !holder ? "pickWho" : name.trim() === "" ? "pickName" : scopes.length === 0 ? "pickScope" : null;
  const choose = (chosen: KeyHolder) => {
    setHolder(chosen);
    const offered = scopesFor(chosen.role, chosen.self ? "self" : "other");
    setScopes((before) => before.filter((scope) => offered.includes(scope)));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong || !holder) return;
    act(() => actions.makeKey({ name, userId: holder.id, scopes, days, submission }), made);
  };
  return (
    <form className="mt-4 grid gap-6" onSubmit={submit} noValidate>
      <KeyHolderField find={actions.findHolders} chosen={holder} choose={choose} />
      <label className="block text-sm font-medium">
        {t("name")}
        <input
          className={fieldClass}
          value={name}
          maxLength={100}
          autoComplete="off"
          placeholder={t("nameHint")}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {holder && <KeyScopesField holder={holder} chosen={scopes} choose={setScopes} />}
      <fieldset>
        <legend className="text-sm font-medium">{t("until")}</legend>
        <div className="seg mt-1.5 max-w-full flex-wrap">
          {spans.map((span) => (
            <label key={span}>
              <input
                type="radio"
                name="days"
                className="sr-only"
                checked={days === span}
                onChange={() => setDays(span)}
              />
              {t("days", { count: span })}
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <p role="status" className="mb-2 text-sm text-missed empty:hidden">
          {tried && wrong ? t(wrong) : ""}
        </p>
        {trouble && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
        <button type="submit" className="btn primary mt-2" disabled={pending}>
          {t(pending ? "creating" : "create")}
        </button>
      </div>
    </form>
  );
}

/** Makes a key: whom it acts as, what it may do, until when; then shows it once. */
export function KeyDialog({ actions }: { actions: Actions }) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<CreatedKey | null>(null);
  /** Shown even to somebody who closed the form while it was being made. */
  const show = (key: CreatedKey) => {
    setMade(key);
    setOpen(true);
  };
  const change = (next: boolean) => {
    setOpen(next);
    if (next || !made) return;
    setMade(null);
    router.refresh();
  };
  return (
    <>
      <p className="mb-6">
        <button type="button" className="btn primary" onClick={() => setOpen(true)} aria-haspopup="dialog">
          <Plus aria-hidden="true" />
          {t("keys.make")}
        </button>
      </p>
      <Sheet
        open={open}
        onOpenChange={change}
        title={t(made ? "keys.secretTitle" : "keys.dialogTitle")}
        icon={<KeyRound className="ico" aria-hidden="true" />}
        closeLabel={t("common.close")}
        held={made !== null}
        description={made ? undefined : t("keys.dialogText")}
      >
        {made ? <Secret made={made} done={() => change(false)} /> : <KeyForm actions={actions} made={show} />}
      </Sheet>
    </>
  );
}
