import { GitBranch } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import type { ReactNode } from "react";
import type { SessionView } from "@/lib/contracts/session";

type Branch = NonNullable<SessionView["branch"]>;

/** Says above the talk that this is a second try, and that the first path is kept. */
export function SecondTryNotice({ branch }: { branch: Branch }) {
  const t = useTranslations("room");
  return (
    <p className="second-try">
      <GitBranch className="ico s" aria-hidden="true" />
      <b className="font-semibold">{t("second", { number: branch.fromMessage })}</b>{" "}
      {t(branch.parentId ? "secondKept" : "secondGone")}{" "}
      {branch.parentId && (
        <Link className="link" href={`/debrief/${branch.parentId}`} prefetch={false}>
          {t("secondSee")}
          <span className="sr-only">: {t("secondKept")}</span>
        </Link>
      )}
    </p>
  );
}

/** What was said before the fork, set apart as carried over. */
export function Carried({ count, children }: { count: number; children: ReactNode }) {
  const t = useTranslations("room");
  return (
    <section className="carried" aria-label={t("carried", { count })}>
      <p className="text-xs text-ink-2" aria-hidden="true">
        {t("carried", { count })}
      </p>
      {children}
    </section>
  );
}

/** Where the second try begins. */
export function ForkHere({ number }: { number: number }) {
  const t = useTranslations("room");
  return (
    <div className="fork-here">
      <p>
        <b className="font-semibold">{t("forkHere")}.</b> {t("forkText", { number })}
      </p>
    </div>
  );
}
