import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PrivacyErasure } from "@/components/console/privacy-erasure";
import { PrivacyRetention } from "@/components/console/privacy-retention";
import { Words } from "@/components/ui/words";
import { getRetention } from "@/lib/domain/privacy-retention";
import { definePage } from "@/lib/platform/http/page";
import { eraseSomebody, findPerson, keepPractice, lookAhead } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacyConsole"))("title") };
}

/** How long practice is kept, and erasing somebody who asks for it. */
export default definePage({
  access: "privacy:manage",
  render: async ({ ctx }) => {
    const [t, { days }] = await Promise.all([getTranslations("privacyConsole"), getRetention(ctx)]);
    return (
      <div className="max-w-[46rem]">
        <h1>{t("title")}</h1>
        <p className="mt-2 mb-6 max-w-[62ch] text-lg text-ink-2">{t("lead")}</p>
        <Words of={["privacyConsole", "problem", "common"]}>
          <section className="sec" aria-labelledby="retention">
            <header>
              <h2 id="retention">{t("retention")}</h2>
            </header>
            <p className="mb-4 max-w-[66ch]">{t("retentionText")}</p>
            <PrivacyRetention days={days} preview={lookAhead} keep={keepPractice} />
          </section>
          <section className="sec" aria-labelledby="erasure">
            <header>
              <h2 id="erasure">{t("erase")}</h2>
            </header>
            <p className="mb-4 max-w-[66ch]">{t("eraseText")}</p>
            <PrivacyErasure find={findPerson} erase={eraseSomebody} />
          </section>
        </Words>
      </div>
    );
  },
});
