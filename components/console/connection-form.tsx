"use client";

import { useTranslations } from "next-intl";
import { useState, type FormEvent, type HTMLInputTypeAttribute } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import type { Connection, ConnectionInput } from "@/lib/contracts/sign-in";
import { roles } from "@/lib/contracts/vocabulary";
import { Field, fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct, type Trouble } from "@/components/ui/use-act";
import { fromPairs, PairsField, toPairs } from "./pairs-field";
import { RoleOptions } from "./people-labels";

const blank = { name: "", issuer: "", clientId: "", scopes: "openid profile email", roleClaim: "role" };
type Texts = typeof blank;

const issuerFaults = ["not_https", "credentials", "query"] as const;

/** What the server said of a field, in the words of the page. */
function useFaults(trouble: Trouble | null): { issuer?: string; scopes?: string; whole?: string } {
  const t = useTranslations("signInSettings");
  if (trouble?.code === "already_exists") return { whole: t("known") };
  if (trouble?.code === "unprocessable") return { whole: t(trouble.fields?.issuer ? "onlyWay" : "tooMany") };
  const { issuer, scopes } = trouble?.fields ?? {};
  const known = issuerFaults.find((fault) => fault === issuer);
  return {
    ...(issuer && { issuer: known ? t(`fieldIssuer_${known}`) : t("fieldIssuer") }),
    ...(scopes && { scopes: t("fieldScopes") }),
  };
}

/** All that is set of an identity provider; what was typed stays until it was taken. */
export function ConnectionForm({
  known,
  save,
  onSaved,
  onCancel,
}: {
  known: Connection | null;
  save: (input: ConnectionInput) => Promise<ActionResult<Connection>>;
  onSaved: (saved: Connection) => void;
  onCancel: () => void;
}) {
  const t = useTranslations();
  const [texts, setTexts] = useState<Texts>(known ?? blank);
  const [secret, setSecret] = useState("");
  const [pairs, setPairs] = useState(() => toPairs(known?.roles ?? {}));
  const [defaultRole, setDefaultRole] = useState(known?.defaultRole ?? null);
  const { act, pending, trouble } = useAct();
  const faults = useFaults(trouble);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { name, issuer, clientId, scopes, roleClaim } = texts;
    const input = { name, issuer: issuer.trim(), clientId, scopes, roleClaim, roles: fromPairs(pairs), defaultRole };
    act(() => save({ ...input, ...(secret && { clientSecret: secret }) }), onSaved);
  };
  const text = (name: keyof Texts, maxLength: number, more: { hint?: string; type?: HTMLInputTypeAttribute } = {}) => (
    <Field
      label={t(`signInSettings.${name === "issuer" ? "issuerAddress" : name}`)}
      hint={more.hint}
      error={name === "issuer" ? faults.issuer : name === "scopes" ? faults.scopes : undefined}
    >
      {(control) => (
        <input
          {...control}
          className={fieldClass}
          type={more.type ?? "text"}
          required
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          value={texts[name]}
          onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="mt-4 grid gap-4" onSubmit={submit}>
      {text("name", 80, { hint: t("signInSettings.nameHint") })}
      {text("issuer", 500, { hint: t("signInSettings.issuerHint"), type: "url" })}
      {text("clientId", 300)}
      <Field
        label={t("signInSettings.clientSecret")}
        hint={t(known ? "signInSettings.secretKept" : "signInSettings.secretHint")}
      >
        {(control) => (
          <input
            {...control}
            className={fieldClass}
            type="password"
            required={!known}
            maxLength={2000}
            autoComplete="new-password"
            value={secret}
            onChange={(event) => setSecret(event.target.value)}
          />
        )}
      </Field>
      {text("scopes", 300)}
      {text("roleClaim", 200)}
      <PairsField
        legend={t("signInSettings.rolesField")}
        valueLabel={t("signInSettings.value")}
        pairs={pairs}
        onChange={setPairs}
      />
      <Field label={t("signInSettings.defaultRole")} hint={t("signInSettings.defaultHint")}>
        {(control) => (
          <select
            {...control}
            className={fieldClass}
            value={defaultRole ?? ""}
            onChange={(event) => setDefaultRole(roles.find((role) => role === event.target.value) ?? null)}
          >
            <option value="">{t("signInSettings.noDefault")}</option>
            <RoleOptions among={roles} />
          </select>
        )}
      </Field>
      {faults.whole && (
        <p className="text-sm text-missed" role="alert">
          {faults.whole}
        </p>
      )}
      {trouble && Object.keys(faults).length === 0 && (
        <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
      )}
      <div className="flex flex-wrap gap-3">
        <button type="submit" className="btn primary max-md:flex-1" disabled={pending}>
          {t(pending ? "signInSettings.saving" : "signInSettings.save")}
        </button>
        <button type="button" className="btn line max-md:flex-1" onClick={onCancel}>
          {t("common.cancel")}
        </button>
      </div>
    </form>
  );
}
