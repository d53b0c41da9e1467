import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { orNotFound, uuidOr404 } from "@/app/there";
import { TeamAdd } from "@/components/console/team-add";
import { TeamAggregates } from "@/components/console/team-aggregates";
import { TeamMembers } from "@/components/console/team-members";
import { TeamSettings } from "@/components/console/team-settings";
import { Blank } from "@/components/ui/blank";
import { Words } from "@/components/ui/words";
import { uuid } from "@/lib/contracts/session";
import { getTeamAggregates } from "@/lib/domain/team-aggregates";
import { getTeam } from "@/lib/domain/teams";
import { holds } from "@/lib/platform/auth/allow";
import { definePage } from "@/lib/platform/http/page";
import { addMember, findPeople, removeMember, removeTeam, renameTeam, setLead } from "../actions";

/** Names no team: a title is read before anything is checked. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("teams"))("teamTitle") };
}

/** One team, its people, and what they did together. Of practice it shows nothing about anybody. */
export default definePage<{ id: string }>({
  access: "team:read_own",
  render: async ({ ctx, params, query }) => {
    const t = await getTranslations("teams");
    const id = uuidOr404(params.id);
    const cursor = uuid.safeParse(query.cursor).data;
    const team = await orNotFound(getTeam(ctx, { id, cursor }));
    const [manages, whole] = [holds(ctx, "team:manage"), holds(ctx, "user:read")];
    const aggregates = await orNotFound(getTeamAggregates(ctx, { teamId: id }));
    const here = `/console/teams/${id}`;
    return (
      <Words of={["teams", "people", "role", "problem", "common"]}>
        <p>
          <Link className="link inline-flex min-h-11 items-center" href="/console/teams">
            {t("back")}
          </Link>
        </p>
        <h1 className="wrap-anywhere">{team.name}</h1>
        <p className="mt-2 mb-6 max-w-[62ch] text-lg text-ink-2">
          {team.leads.length > 0
            ? t("ledByText", { names: team.leads.map(({ name }) => name).join(", ") })
            : t("ledByNobodyText")}
        </p>
        {team.provisioned && <p className="notice mb-6 max-w-[44rem]">{t("provisioned")}</p>}
        {manages && <TeamSettings team={team} actions={{ rename: renameTeam, remove: removeTeam }} />}
        <section className="sec">
          <header>
            <h2>{t("members", { count: team.members })}</h2>
            {manages && <TeamAdd teamId={id} find={findPeople} add={addMember} />}
          </header>
          <TeamMembers
            team={team}
            whole={whole}
            actions={manages ? { add: addMember, remove: removeMember, setLead } : null}
          />
          {team.people.length === 0 && <Blank title={t("nobodyTitle")} text={t(manages ? "nobody" : "nobodyRead")} />}
          {(cursor || team.nextCursor) && (
            <nav className="mt-6 flex flex-wrap gap-3" aria-label={t("memberPages")}>
              {cursor && (
                <Link className="btn line" href={here}>
                  {t("first")}
                </Link>
              )}
              {team.nextCursor && (
                <Link className="btn line" href={`${here}?cursor=${team.nextCursor}`}>
                  {t("moreMembers")}
                </Link>
              )}
            </nav>
          )}
          {!whole && <p className="mt-6 max-w-[62ch] text-sm text-ink-2">{t("namesAlone")}</p>}
        </section>
        <TeamAggregates aggregates={aggregates} />
      </Words>
    );
  },
});
