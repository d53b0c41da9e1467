"use client";

import { CircleCheck } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";

/**
 * What was just done, said aloud too; beside it the way to take it back. It takes the focus over when what was done took
 * away the control that did it.
 */
export function DoneNotice({ text, children }: { text: string | null; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (text && document.activeElement === document.body) box.current?.focus();
  });
  return (
    <div role="status" ref={box} tabIndex={-1} className="outline-none">
      {text && (
        <div className="notice acc mb-4 items-center">
          <CircleCheck className="mt-0!" aria-hidden="true" />
          <p className="min-w-0 flex-1 wrap-anywhere">{text}</p>
          {children}
        </div>
      )}
    </div>
  );
}
