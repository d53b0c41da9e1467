import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { TalksTable } from "@/components/practice/talks-table";
import { Blank } from "@/components/ui/blank";
import { Words } from "@/components/ui/words";
import { listSessions } from "@/lib/domain/sessions";
import { orNotFound } from "@/app/there";
import { definePage } from "@/lib/platform/http/page";
import { deleteTalk } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

export default definePage({
  access: "session:read_own",
  render: async ({ ctx, query: { cursor } }) => {
    const t = await getTranslations("history");
    const page = await orNotFound(
      listSessions(ctx, { limit: 30, ...(typeof cursor === "string" && cursor && { cursor }) }),
    );
    return (
      <Words of={["history", "common", "problem"]}>
        <h1>{t("title")}</h1>
        <p className="mt-2 mb-8 max-w-[62ch] text-lg text-ink-2">{t("lead")}</p>
        {page.items.length === 0 ? (
          <Blank title={t("emptyTitle")} text={t("empty")}>
            <Link className="btn primary" href="/practice">
              {t("find")}
            </Link>
          </Blank>
        ) : (
          <TalksTable talks={page.items} remove={deleteTalk} />
        )}
        {page.nextCursor && (
          <p className="mt-6">
            <Link className="btn line" href={`/history?cursor=${encodeURIComponent(page.nextCursor)}`}>
              {t("more")}
            </Link>
          </p>
        )}
      </Words>
    );
  },
});
