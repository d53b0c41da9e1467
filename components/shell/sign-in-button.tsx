"use client";

import { ArrowRight } from "lucide-react";
import { useFormStatus } from "react-dom";

export function SignInButton({ label }: { label: string }) {
  const { pending } = useFormStatus();
  return (
    <button type="submit" className="btn primary big max-md:w-full" disabled={pending} aria-busy={pending}>
      {label}
      <ArrowRight aria-hidden="true" />
    </button>
  );
}
