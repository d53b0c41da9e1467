"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";

/** Copies `value`; shows `done` for a moment. */
export function CopyButton({
  value,
  children,
  done,
  className,
}: {
  value: string;
  children: string;
  done: string;
  className?: string;
}) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button type="button" className={className ?? "btn quiet text-sm"} onClick={() => void copy()}>
      {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
      <span aria-live="polite">{copied ? done : children}</span>
    </button>
  );
}
