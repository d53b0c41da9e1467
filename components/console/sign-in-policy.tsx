"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState, type FormEvent } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import { domainSchema, type SignInPolicy } from "@/lib/contracts/sign-in";
import { DoneNotice } from "@/components/ui/done-notice";
import { Field, fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct } from "@/components/ui/use-act";
import { fromPairs, PairsField, toPairs } from "./pairs-field";

const linesOf = (text: string) => text.split(/[\s,;]+/u).filter(Boolean);

/** Which verified domains may sign in, and which role each brings somebody new. */
export function SignInPolicyForm({
  policy,
  save,
}: {
  policy: SignInPolicy;
  save: (policy: SignInPolicy) => Promise<ActionResult<SignInPolicy>>;
}) {
  const t = useTranslations("signInSettings");
  const router = useRouter();
  const [domains, setDomains] = useState(policy.allowedDomains.join("\n"));
  const [pairs, setPairs] = useState(() => toPairs(policy.domainRoles));
  const [wrong, setWrong] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const { act, pending, trouble } = useAct();
  const shutOut = trouble?.code === "unprocessable";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setDone(null);
    const allowedDomains = linesOf(domains);
    const domainRoles = fromPairs(pairs);
    const odd = [...allowedDomains, ...Object.keys(domainRoles)].find((one) => !domainSchema.safeParse(one).success);
    setWrong(odd ? t("fieldDomain", { domain: odd }) : null);
    if (odd) return;
    act(
      () => save({ allowedDomains, domainRoles }),
      (saved) => {
        setDomains(saved.allowedDomains.join("\n"));
        setDone(t("saved"));
        router.refresh();
      },
    );
  };
  return (
    <form className="grid max-w-[34rem] gap-4" onSubmit={submit}>
      <DoneNotice text={done} />
      <Field label={t("allowed")} hint={t("allowedHint")} error={wrong ?? (shutOut ? t("ownDomain") : undefined)}>
        {(control) => (
          <textarea
            {...control}
            className={`${fieldClass} py-2`}
            rows={3}
            maxLength={5000}
            spellCheck={false}
            autoComplete="off"
            placeholder={t("allowedExample")}
            value={domains}
            onChange={(event) => setDomains(event.target.value)}
          />
        )}
      </Field>
      <PairsField
        legend={t("domainRoles")}
        hint={t("domainRolesHint")}
        valueLabel={t("domain")}
        pairs={pairs}
        onChange={setPairs}
      />
      {trouble && !shutOut && <ProblemNotice code={trouble.code} requestId={trouble.requestId} />}
      <div>
        <button type="submit" className="btn primary" disabled={pending}>
          {t(pending ? "saving" : "savePolicy")}
        </button>
      </div>
    </form>
  );
}
