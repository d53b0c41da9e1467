import { useTranslations } from "next-intl";
import type { KeyScope } from "@/lib/contracts/keys";
import { permissions } from "@/lib/contracts/permissions";

type Key<P extends string> = P extends `${infer What}:${infer Act}` ? `${What}__${Act}` : never;

/** A permission in plain words; one that this version has no words for as it is written. */
export function useScopeWords(): (scope: string) => string {
  const t = useTranslations("keys");
  return (scope) => {
    if (!permissions.some((one) => one === scope)) return scope;
    // Sound: the colon is all that differs, and `has` asks before.
    const key = `scope.${scope.replace(":", "__") as Key<KeyScope>}` as const;
    return t.has(key) ? t(key) : scope;
  };
}
