import { ChevronLeft } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { FidelityVerdict } from "@/components/console/fidelity-labels";
import { FidelityMomentItem } from "@/components/console/fidelity-moment";
import { getFidelity } from "@/lib/domain/fidelity";
import { orNotFound, uuidOr404 } from "@/app/there";
import { definePage } from "@/lib/platform/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fidelity"))("title") };
}

/** One report, in the buyers' words alone. */
export default definePage<{ evaluationId: string }>({
  access: "fidelity:read",
  render: async ({ ctx, params: { evaluationId } }) => {
    const t = await getTranslations("fidelity");
    const report = await orNotFound(getFidelity(ctx, { evaluationId: uuidOr404(evaluationId) }));
    const { scenario, verdict, moments } = report;
    return (
      <>
        <p className="mb-4">
          <Link
            className="link inline-flex min-h-8 items-center gap-1 text-sm max-md:min-h-11"
            href="/console/fidelity"
          >
            <ChevronLeft className="ico s" aria-hidden="true" />
            {t("back")}
          </Link>
        </p>
        <h1 lang={scenario.locale}>{scenario.title}</h1>
        <p className="mt-2 text-ink-2">
          {t("version", { version: scenario.version })} · {t("replies", { count: report.replies })}
        </p>
        <p className="mt-4">
          <FidelityVerdict verdict={verdict} />
        </p>
        <p className="mt-1 max-w-[62ch] text-ink-2">{t(`verdictText_${verdict}`)}</p>
        <section className="sec">
          <header>
            <h2>{t("found")}</h2>
            {moments.length > 0 && <p className="text-sm text-ink-2">{t("hiddenNote")}</p>}
          </header>
          {moments.length === 0 ? (
            <p className="text-ink-2">{t("clean")}</p>
          ) : (
            <ol className="grid max-w-[52rem] gap-4">
              {moments.map((moment) => (
                <FidelityMomentItem key={moment.number} moment={moment} lang={scenario.locale} />
              ))}
            </ol>
          )}
        </section>
      </>
    );
  },
});
