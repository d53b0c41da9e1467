import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GrantTable } from "@/components/console/grant-table";
import { Blank } from "@/components/ui/blank";
import { Words } from "@/components/ui/words";
import { listGrants } from "@/lib/domain/grants";
import { holds } from "@/lib/platform/auth/allow";
import { definePage } from "@/lib/platform/http/page";
import { endAccess } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("title") };
}

/** Which operators were let in, for what and until when. */
export default definePage({
  access: "grant:read",
  render: async ({ ctx }) => {
    const [t, grants] = await Promise.all([getTranslations("access"), listGrants(ctx)]);
    return (
      <Words of={["access", "common", "problem"]}>
        <h1>{t("title")}</h1>
        <p className="mt-2 mb-8 max-w-[62ch] text-lg text-ink-2">{t("lead")}</p>
        {grants.length === 0 ? (
          <Blank title={t("emptyTitle")} text={t("empty")} />
        ) : (
          <GrantTable grants={grants} end={holds(ctx, "grant:end") ? endAccess : null} />
        )}
      </Words>
    );
  },
});
