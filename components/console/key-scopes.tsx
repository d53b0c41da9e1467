"use client";

import { useTranslations } from "next-intl";
import { isPowerful, scopeGroups, scopesFor, type KeyHolder, type ScopeGroup } from "@/lib/contracts/keys";
import type { Permission } from "@/lib/contracts/permissions";
import { useScopeWords } from "./key-words";

// Sound: the keys of the object itself.
const groups = Object.keys(scopeGroups) as ScopeGroup[];

const inGroup = (scope: Permission, group: ScopeGroup) =>
  scopeGroups[group].some((resource) => scope.startsWith(`${resource}:`));

const box = "mt-1 size-4 flex-none accent-(--color-accent)";

/** What a key may do, in groups; only what its person may do and the maker may give. */
export function KeyScopesField({
  holder,
  chosen,
  choose,
}: {
  holder: KeyHolder;
  chosen: readonly Permission[];
  choose: (scopes: Permission[]) => void;
}) {
  const t = useTranslations("keys");
  const words = useScopeWords();
  const offered = scopesFor(holder.role, holder.self ? "self" : "other");
  const tick = (scopes: Permission[], on: boolean) =>
    choose([...chosen.filter((scope) => !scopes.includes(scope)), ...(on ? scopes : [])]);
  return (
    <fieldset>
      <legend className="text-sm font-medium">{t("what")}</legend>
      <p className="text-sm text-ink-2">{holder.self ? t("whatSelf") : t("whatOther", { name: holder.name })}</p>
      {offered.length === 0 && <p className="mt-2 text-sm">{t("nothing", { name: holder.name })}</p>}
      {groups.map((group) => {
        const scopes = offered.filter((scope) => inGroup(scope, group));
        const all = scopes.every((scope) => chosen.includes(scope));
        if (scopes.length === 0) return null;
        return (
          <fieldset key={group} className="mt-4 border-t border-line pt-2">
            <legend className="sr-only">{t(`group_${group}`)}</legend>
            <div className="flex items-baseline justify-between gap-3">
              <span className="text-sm font-medium" aria-hidden="true">
                {t(`group_${group}`)}
              </span>
              {scopes.length > 1 && (
                <label className="flex min-h-8 cursor-pointer items-center gap-2 text-sm max-md:min-h-11">
                  <input
                    type="checkbox"
                    className="size-4 accent-(--color-accent)"
                    checked={all}
                    onChange={() => tick(scopes, !all)}
                  />
                  {t("all")}
                  <span className="sr-only">: {t(`group_${group}`)}</span>
                </label>
              )}
            </div>
            {scopes.map((scope) => (
              <label key={scope} className="flex min-h-8 cursor-pointer items-start gap-3 py-1 max-md:min-h-11">
                <input
                  type="checkbox"
                  className={box}
                  checked={chosen.includes(scope)}
                  onChange={(event) => tick([scope], event.target.checked)}
                />
                <span className="min-w-0 flex-1">
                  {words(scope)}
                  <code className="block font-mono text-xs text-ink-2">{scope}</code>
                  {isPowerful(scope) && <span className="block text-sm text-warn">{t("powerful")}</span>}
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </fieldset>
  );
}
