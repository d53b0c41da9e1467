import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { filled } from "@/app/asked";
import { TeamCreate } from "@/components/console/team-create";
import { TeamTable } from "@/components/console/team-table";
import { PageLinks } from "@/components/console/page-links";
import { Blank } from "@/components/ui/blank";
import { fieldClass } from "@/components/ui/field";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Words } from "@/components/ui/words";
import { listTeamsQuerySchema, type TeamsPage } from "@/lib/contracts/teams";
import { listTeams } from "@/lib/domain/teams";
import { holds } from "@/lib/platform/auth/allow";
import { definePage } from "@/lib/platform/http/page";
import { createTeam } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("teams"))("title") };
}

const none: TeamsPage = { items: [], nextCursor: null };

/** Who works together. A manager is shown the teams they lead. */
export default definePage({
  access: "team:read_own",
  render: async ({ ctx, query: sent }) => {
    const t = await getTranslations("teams");
    const { cursor, ...given } = filled(sent);
    const query = listTeamsQuerySchema.safeParse({ cursor, ...given });
    const page = query.success ? await listTeams(ctx, query.data) : none;
    const [manages, whole] = [holds(ctx, "team:manage"), holds(ctx, "user:read")];
    const searched = given.q !== undefined;
    const address = (more: Record<string, string>) => `/console/teams?${new URLSearchParams({ ...given, ...more })}`;
    return (
      <Words of={["teams", "people", "problem", "common"]}>
        <h1>{t("title")}</h1>
        <p className="mt-2 mb-6 max-w-[62ch] text-lg text-ink-2">{t(whole ? "lead" : "leadManager")}</p>
        {manages && (
          <p className="mb-6">
            <TeamCreate create={createTeam} />
          </p>
        )}
        {(whole || searched) && (
          <form
            className="mb-6 flex max-w-[36rem] flex-wrap items-end gap-3"
            action="/console/teams"
            role="search"
            aria-label={t("filter")}
          >
            <label className="min-w-40 flex-1 text-sm font-medium">
              {t("search")}
              <input
                className={fieldClass}
                type="search"
                name="q"
                maxLength={200}
                defaultValue={given.q}
                autoComplete="off"
              />
            </label>
            <button type="submit" className="btn line">
              {t("show")}
            </button>
          </form>
        )}
        {!query.success && <ProblemNotice code="invalid_request" />}
        {page.items.length > 0 && <TeamTable teams={page.items} />}
        {query.success && page.items.length === 0 && searched && (
          <Blank title={t("noMatchTitle")} text={t("noMatch")}>
            <Link className="btn line" href="/console/teams">
              {t("clear")}
            </Link>
          </Blank>
        )}
        {query.success && page.items.length === 0 && !searched && (
          <Blank title={t("emptyTitle")} text={t(manages ? "empty" : whole ? "emptyAuditor" : "emptyManager")} />
        )}
        <PageLinks
          label={t("pages")}
          first={cursor ? { href: address({}), text: t("first") } : null}
          next={page.nextCursor ? { href: address({ cursor: page.nextCursor }), text: t("more") } : null}
        />
      </Words>
    );
  },
});
