import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";

/** Not there, or not yours: the same page and words for both. */
export function NotThere() {
  const t = useTranslations("notFound");
  return (
    <div className="panel mx-auto mt-8 max-w-[34rem]">
      <Lock className="ico text-ink-2" aria-hidden="true" />
      <h1 className="mt-3">{t("title")}</h1>
      <p className="mt-2 text-ink-2">{t("text")}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        <Link className="btn primary" href="/practice">
          {t("back")}
        </Link>
        <Link className="btn line" href="/">
          {t("home")}
        </Link>
      </div>
    </div>
  );
}
