import { Download } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/console/audit-filters";
import { AuditTable } from "@/components/console/audit-table";
import { ChainState } from "@/components/console/chain-state";
import { PageLinks } from "@/components/console/page-links";
import { Blank } from "@/components/ui/blank";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Words } from "@/components/ui/words";
import { auditQuerySchema, type AuditPage } from "@/lib/contracts/audit";
import { listAudit, listAuditActions } from "@/lib/domain/audit-log";
import { definePage } from "@/lib/platform/http/page";
import { checkLog } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

/** What the form sent, without the fields left empty. */
const filled = (sent: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sent).flatMap(([key, value]) =>
      typeof value === "string" && value.trim() !== "" ? [[key, value]] : [],
    ),
  );

const none: AuditPage = { items: [], nextCursor: null };

/** Who did what, when. Not there for whoever may not read it. */
export default definePage({
  access: "audit:read",
  render: async ({ ctx, query: sent }) => {
    const t = await getTranslations("audit");
    const { cursor, ...given } = filled(sent);
    const query = auditQuerySchema.safeParse({ cursor, ...given });
    const [page, actions] = await Promise.all([
      query.success ? listAudit(ctx, query.data) : none,
      listAuditActions(ctx),
    ]);
    const filtered = Object.keys(given).length > 0;
    const address = (more: Record<string, string>) => new URLSearchParams({ ...given, ...more }).toString();
    return (
      <>
        <h1>{t("title")}</h1>
        <p className="mt-2 mb-6 max-w-[62ch] text-lg text-ink-2">{t("lead")}</p>
        <Words of={["audit", "problem", "common"]}>
          <ChainState check={checkLog} />
        </Words>
        <AuditFilters given={given} actions={actions} />
        {!query.success && (
          <Words of={["problem", "common"]}>
            <ProblemNotice code="invalid_request" />
          </Words>
        )}
        {query.success && page.items.length === 0 && (
          <Blank title={t(filtered ? "noMatchTitle" : "emptyTitle")} text={t(filtered ? "noMatch" : "empty")} />
        )}
        {page.items.length > 0 && (
          <>
            <p className="mb-2">
              <a className="btn line" href={`/api/v1/audit.csv?${address({})}`} download>
                <Download aria-hidden="true" />
                {t(filtered ? "exportFiltered" : "export")}
              </a>
            </p>
            <AuditTable events={page.items} />
          </>
        )}
        <PageLinks
          label={t("pages")}
          first={cursor ? { href: `/console/audit?${address({})}`, text: t("newest") } : null}
          next={
            page.nextCursor ? { href: `/console/audit?${address({ cursor: page.nextCursor })}`, text: t("more") } : null
          }
        />
      </>
    );
  },
});
