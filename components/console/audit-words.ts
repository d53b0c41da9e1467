import { useTranslations } from "next-intl";
import { auditActions } from "@/lib/contracts/audit";

/** An action in plain words; one that this version has no words for as it is written. */
export function useActionWords(): (action: string) => string {
  const t = useTranslations("audit");
  return (action) => {
    const known = auditActions.find((one) => one === action);
    return known ? t(`does.${known}`) : action;
  };
}
