"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { fieldClass } from "@/components/ui/field";
import { roles, type Role } from "@/lib/contracts/vocabulary";
import { RoleOptions } from "./people-labels";

export interface Pair {
  /** tells rows apart while they are typed */
  key: string;
  value: string;
  role: Role;
}

const roleOf = (text: string): Role => roles.find((role) => role === text) ?? "trainee";
export const newPair = (): Pair => ({ key: crypto.randomUUID(), value: "", role: "trainee" });
export const toPairs = (given: Record<string, Role>): Pair[] =>
  Object.entries(given).map(([value, role]) => ({ ...newPair(), value, role }));
/** Rows that were filled in; of two with the same value the last counts. */
export const fromPairs = (pairs: Pair[]): Record<string, Role> =>
  Object.fromEntries(pairs.flatMap(({ value, role }) => (value.trim() ? [[value.trim(), role]] : [])));

/** Words that stand for roles: rows to fill in, add and remove. */
export function PairsField({
  legend,
  hint,
  valueLabel,
  pairs,
  onChange,
}: {
  legend: string;
  hint?: string;
  valueLabel: string;
  pairs: Pair[];
  onChange: (pairs: Pair[]) => void;
}) {
  const t = useTranslations("signInSettings");
  const id = useId();
  const change = (key: string, what: Partial<Pair>) =>
    onChange(pairs.map((pair) => (pair.key === key ? { ...pair, ...what } : pair)));
  return (
    <fieldset className="min-w-0" aria-describedby={hint && `${id}-hint`}>
      <legend className="text-sm font-medium">{legend}</legend>
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-2">
          {hint}
        </p>
      )}
      {pairs.map(({ key, value, role }) => (
        <div key={key} className="mt-1 flex items-end gap-2">
          <input
            className={`${fieldClass} flex-1`}
            aria-label={valueLabel}
            maxLength={200}
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={(event) => change(key, { value: event.target.value })}
          />
          <select
            className={`${fieldClass} w-auto! max-w-40 flex-none`}
            aria-label={t("role")}
            value={role}
            onChange={(event) => change(key, { role: roleOf(event.target.value) })}
          >
            <RoleOptions among={roles} />
          </select>
          <button
            type="button"
            className="btn icon"
            aria-label={value ? t("removeRow", { value }) : t("removeEmptyRow")}
            onClick={() => onChange(pairs.filter((pair) => pair.key !== key))}
          >
            <X aria-hidden="true" />
          </button>
        </div>
      ))}
      {pairs.length < 50 && (
        <button type="button" className="btn quiet px-0!" onClick={() => onChange([...pairs, newPair()])}>
          <Plus aria-hidden="true" />
          {t("addRow")}
        </button>
      )}
    </fieldset>
  );
}
