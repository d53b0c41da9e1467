import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { FidelityTable } from "@/components/console/fidelity-table";
import { Blank } from "@/components/ui/blank";
import { listFidelity } from "@/lib/domain/fidelity";
import { orNotFound } from "@/app/there";
import { definePage } from "@/lib/platform/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("fidelity"))("title") };
}

/** Whether the buyers of this company's talks stayed themselves. Not there for whoever may not read it. */
export default definePage({
  access: "fidelity:read",
  render: async ({ ctx, query: { cursor } }) => {
    const t = await getTranslations("fidelity");
    if (cursor !== undefined && (typeof cursor !== "string" || !/^[0-9a-f-]{36}$/iu.test(cursor))) notFound();
    const page = await orNotFound(listFidelity(ctx, { cursor }));
    return (
      <>
        <h1>{t("title")}</h1>
        <p className="mt-2 mb-8 max-w-[62ch] text-lg text-ink-2">{t("lead")}</p>
        {page.items.length === 0 ? (
          <Blank title={t("emptyTitle")} text={t("empty")} />
        ) : (
          <FidelityTable reports={page.items} />
        )}
        {page.nextCursor && (
          <p className="mt-6">
            <Link className="btn line" href={`/console/fidelity?cursor=${page.nextCursor}`}>
              {t("more")}
            </Link>
          </p>
        )}
      </>
    );
  },
});
