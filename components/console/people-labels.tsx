import { CircleSlash, MailPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PersonState } from "@/lib/contracts/people";
import type { Role } from "@/lib/contracts/vocabulary";

/** Invited and disabled in a word and a sign; being active goes without saying. */
export function StateTag({ state }: { state: PersonState }) {
  const t = useTranslations("people");
  if (state === "active") return <span className="text-sm">{t("state_active")}</span>;
  const Sign = state === "invited" ? MailPlus : CircleSlash;
  return (
    <span className={state === "disabled" ? "tag warn" : "tag"}>
      <Sign aria-hidden="true" />
      {t(`state_${state}`)}
    </span>
  );
}

export function RoleName({ role }: { role: Role | null }) {
  const t = useTranslations();
  return <>{role ? t(`role.${role}`) : t("people.noRole")}</>;
}

/** The roles to choose from in a form. */
export function RoleOptions({ among }: { among: readonly Role[] }) {
  const t = useTranslations("role");
  return (
    <>
      {among.map((role) => (
        <option key={role} value={role}>
          {t(role)}
        </option>
      ))}
    </>
  );
}
