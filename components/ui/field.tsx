import { useId, type ReactNode } from "react";

/** How a control of a form looks. */
export const fieldClass =
  "mt-1 block min-h-(--control) w-full min-w-0 rounded-sm border border-line-strong bg-surface px-3 text-sm";

/** A control with its label, what to know about it, and what is wrong with what stands in it. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** is handed the control's id and what describes it */
  children: (control: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode;
}) {
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label className="text-sm font-medium" htmlFor={id}>
        {label}
      </label>
      {children({ id, ...(about && { "aria-describedby": about }), ...(error && { "aria-invalid": true }) })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-ink-2">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm text-missed" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
