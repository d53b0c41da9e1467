"use client";

import { Printer } from "lucide-react";

export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className="btn line max-md:hidden" onClick={() => window.print()}>
      <Printer aria-hidden="true" />
      {label}
    </button>
  );
}
