import type { ReactNode } from "react";

/** An empty list: why it is empty, and the next action. */
export function Blank({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="blank">
      <h2 className="font-sans text-base leading-6 tracking-normal">{title}</h2>
      <p className="mt-1 text-sm text-ink-2">{text}</p>
      {children && <div className="mt-4 flex flex-wrap gap-3">{children}</div>}
    </div>
  );
}
