import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { filled } from "@/app/asked";
import { InviteDialog } from "@/components/console/people-invite";
import { InviteManyDialog } from "@/components/console/people-invite-many";
import { PeopleFilters } from "@/components/console/people-filters";
import { PeopleList } from "@/components/console/people-list";
import { PageLinks } from "@/components/console/page-links";
import { Blank } from "@/components/ui/blank";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { Words } from "@/components/ui/words";
import { listPeopleQuerySchema, type PeopleChoices, type PeoplePage } from "@/lib/contracts/people";
import { listTeams } from "@/lib/domain/teams";
import { listLeads, listPeople } from "@/lib/domain/users-reading";
import { holds } from "@/lib/platform/auth/allow";
import { definePage } from "@/lib/platform/http/page";
import { invitePeople, invitePerson, removePerson, setDisabled } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

const none: PeoplePage = { items: [], nextCursor: null };
const nobody: PeopleChoices = { people: [], more: false };

/** Who belongs to the company. Auditors read; administrators change. */
export default definePage({
  access: "user:read",
  render: async ({ ctx, query: sent }) => {
    const t = await getTranslations("people");
    const { cursor, ...given } = filled(sent);
    const query = listPeopleQuerySchema.safeParse({ cursor, ...given });
    const manages = holds(ctx, "user:manage");
    const page = query.success ? await listPeople(ctx, query.data) : none;
    const teams = await listTeams(ctx, { limit: 100 });
    const leads = manages ? await listLeads(ctx, undefined) : nobody;
    const address = (more: Record<string, string>) => `/console/people?${new URLSearchParams({ ...given, ...more })}`;
    const alone = page.items.length === 1 && !cursor && Object.keys(given).length === 0;
    return (
      <>
        <h1>{t("title")}</h1>
        <p className="mt-2 mb-6 max-w-[62ch] text-lg text-ink-2">{t(manages ? "lead" : "leadAuditor")}</p>
        <Words of={["people", "role", "problem", "common"]}>
          {manages && (
            <div className="mb-6 flex flex-wrap gap-3">
              <InviteDialog invite={invitePerson} />
              <InviteManyDialog invite={invitePeople} />
            </div>
          )}
          <PeopleFilters given={given} teams={teams.items} more={teams.nextCursor !== null} />
          {!query.success && <ProblemNotice code="invalid_request" />}
          {page.items.length > 0 && (
            <PeopleList
              people={page.items}
              managing={
                manages ? { me: ctx.actor.userId, leads, actions: { setDisabled, remove: removePerson } } : null
              }
            />
          )}
          {query.success && page.items.length === 0 && (
            <Blank title={t("noMatchTitle")} text={t("noMatch")}>
              <Link className="btn line" href="/console/people">
                {t("clear")}
              </Link>
            </Blank>
          )}
        </Words>
        {alone && (
          <div className="mt-6">
            <Blank title={t("aloneTitle")} text={t("alone")} />
          </div>
        )}
        <PageLinks
          label={t("pages")}
          first={cursor ? { href: address({}), text: t("first") } : null}
          next={page.nextCursor ? { href: address({ cursor: page.nextCursor }), text: t("more") } : null}
        />
      </>
    );
  },
});
