"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode, type SubmitEvent } from "react";

/** What cannot be undone is confirmed by typing an address out. */
export function TypedConfirm({
  address,
  words,
  busy,
  onConfirm,
  onCancel,
  children,
}: {
  address: string;
  words: { label: string; confirm: string; busy: string; mismatch: string };
  busy: boolean;
  onConfirm: (typed: string) => void;
  onCancel: () => void;
  /** what went wrong, shown above the buttons */
  children?: ReactNode;
}) {
  const t = useTranslations("common");
  const id = useId();
  const [typed, setTyped] = useState("");
  const [wrong, setWrong] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const same = typed.trim().toLowerCase() === address.toLowerCase();
    setWrong(!same);
    if (same) onConfirm(typed);
  };
  return (
    <form className="mt-4" onSubmit={submit} noValidate>
      <label className="block text-sm font-medium break-words" htmlFor={id}>
        {words.label}
      </label>
      <input
        id={id}
        className="mt-1 block min-h-(--control) w-full min-w-0 rounded-sm border border-line-strong bg-surface px-3 text-sm"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
      />
      {wrong && (
        <p id={`${id}-wrong`} className="mt-1.5 text-sm text-missed" role="alert">
          {words.mismatch}
        </p>
      )}
      {children && <div className="mt-3">{children}</div>}
      <div className="mt-5 flex flex-wrap gap-3">
        <button type="submit" className="btn danger max-md:flex-1" disabled={busy}>
          {busy ? words.busy : words.confirm}
        </button>
        <button type="button" className="btn line max-md:flex-1" onClick={onCancel}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}
