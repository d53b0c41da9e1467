"use client";

import { ArrowRight } from "lucide-react";
import { useState } from "react";
import { useFormStatus } from "react-dom";
import type { ActionResult } from "@/lib/contracts/action";
import { ProblemNotice } from "@/components/ui/problem-notice";
import type { Trouble } from "@/components/ui/use-act";

export type BeginSignIn = (input: {
  connectionId?: string;
  returnTo?: string;
}) => Promise<ActionResult<{ address: string }>>;

function GoButton({ label, plain }: { label: string; plain?: boolean }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      className={`btn ${plain ? "line" : "primary"} big w-full wrap-anywhere whitespace-normal!`}
      disabled={pending}
      aria-busy={pending}
    >
      {label}
      <ArrowRight aria-hidden="true" />
    </button>
  );
}

/** Asks for the identity provider's address and goes there. */
export function SignInForm({
  label,
  connectionId,
  returnTo,
  plain,
  begin,
}: {
  label: string;
  /** of the tenant's own connection; without one the deployment's issuer is asked */
  connectionId?: string;
  returnTo?: string;
  /** one among several ways */
  plain?: boolean;
  begin: BeginSignIn;
}) {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const go = async () => {
    const answer = await begin({ connectionId, returnTo }).catch(() => null);
    if (!answer) return setTrouble({ code: "network" });
    if (!answer.ok) return setTrouble(answer.problem);
    window.location.assign(answer.data.address);
    // The button stays busy until the other page is there.
    await new Promise(() => {});
  };
  return (
    <form action={go} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <GoButton label={label} plain={plain} />
      {trouble && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
    </form>
  );
}
