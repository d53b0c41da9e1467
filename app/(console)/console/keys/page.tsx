import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { KeyDialog } from "@/components/console/key-dialog";
import { KeyTable } from "@/components/console/key-table";
import { Blank } from "@/components/ui/blank";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Words } from "@/components/ui/words";
import { listKeysQuerySchema, type ApiKeyPage } from "@/lib/contracts/keys";
import { listKeys } from "@/lib/domain/keys";
import { holds } from "@/lib/platform/auth/allow";
import { AppError } from "@/lib/platform/errors";
import { definePage } from "@/lib/platform/http/page";
import { endKey, findHolders, makeKey } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("keys"))("title") };
}

/** Keys of the company: whom each acts as, what it may do, and its end. */
export default definePage({
  access: "key:read",
  render: async ({ ctx, query: sent }) => {
    const t = await getTranslations("keys");
    const query = listKeysQuerySchema.safeParse(sent);
    const page = await listKeys(ctx, query.success ? query.data : {}).catch((error: unknown): ApiKeyPage | null => {
      if (error instanceof AppError && error.code === "invalid_request") return null;
      throw error;
    });
    const may = holds(ctx, "key:manage");
    const first = !sent.cursor;
    return (
      <Words of={["keys", "common", "problem", "role"]}>
        <h1>{t("title")}</h1>
        <p className="mt-2 mb-6 max-w-[62ch] text-lg text-ink-2">{t("lead")}</p>
        {may && <KeyDialog actions={{ findHolders, makeKey }} />}
        {!page && <ProblemNotice code="invalid_request" />}
        {page?.items.length === 0 && <Blank title={t("emptyTitle")} text={t(may ? "empty" : "emptyReader")} />}
        {page && page.items.length > 0 && <KeyTable keys={page.items} end={may ? endKey : null} />}
        {(!first || page?.nextCursor) && (
          <nav className="mt-6 flex flex-wrap gap-3" aria-label={t("pages")}>
            {!first && (
              <Link className="btn line" href="/console/keys">
                {t("newest")}
              </Link>
            )}
            {page?.nextCursor && (
              <Link className="btn line" href={`/console/keys?cursor=${encodeURIComponent(page.nextCursor)}`}>
                {t("more")}
              </Link>
            )}
          </nav>
        )}
      </Words>
    );
  },
});
