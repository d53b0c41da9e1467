import { useTranslations } from "next-intl";
import type { Comparison, Path } from "@/lib/contracts/branches";

export type Side = "left" | "right";
export const sides: readonly Side[] = ["left", "right"];

/** What to call a path: the first one, or a second try by where it began. */
export function usePathName(): (path: Pick<Path, "session">) => string {
  const t = useTranslations("compare");
  return ({ session: { branch } }) => (branch ? t("second", { number: branch.fromMessage }) : t("first"));
}

/** Whether a side is still to be judged. */
export function isPending({ left, right }: Pick<Comparison, Side>): boolean {
  const waiting = ({ session }: Path) => session.evaluation === "queued" || session.evaluation === "judging";
  return waiting(left) || waiting(right);
}
