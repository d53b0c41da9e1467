import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { orNotFound, uuidOr404 } from "@/app/there";
import { PersonFacts } from "@/components/console/person-facts";
import { PersonForm } from "@/components/console/person-form";
import { PersonStanding } from "@/components/console/person-standing";
import { PersonTeams } from "@/components/console/person-teams";
import { Words } from "@/components/ui/words";
import type { PeopleChoices } from "@/lib/contracts/people";
import type { TeamsPage } from "@/lib/contracts/teams";
import { listTeams } from "@/lib/domain/teams";
import { getPerson, listLeads } from "@/lib/domain/users-reading";
import { holds } from "@/lib/platform/auth/allow";
import { definePage } from "@/lib/platform/http/page";
import { addMember, removeMember, setLead } from "../../teams/actions";
import { changePerson, removePerson, setDisabled } from "../actions";

const nobody: PeopleChoices = { people: [], more: false };
const noTeams: TeamsPage = { items: [], nextCursor: null };

/** Names nobody: a title is read before anything is checked. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("personTitle") };
}

/** One person: what is known, what they may do, where they belong, and how they go. */
export default definePage<{ id: string }>({
  access: "user:read",
  render: async ({ ctx, params }) => {
    const t = await getTranslations("people");
    const person = await orNotFound(getPerson(ctx, { id: uuidOr404(params.id) }));
    const manages = holds(ctx, "user:manage");
    const oneself = person.id === ctx.actor.userId;
    const teams = manages ? await listTeams(ctx, { limit: 100 }) : noTeams;
    const leads = manages ? await listLeads(ctx, undefined) : nobody;
    const choices = teams.items.filter(({ id }) => !person.teams.some((team) => team.id === id));
    return (
      <Words of={["people", "teams", "role", "problem", "common"]}>
        <p>
          <Link className="link inline-flex min-h-11 items-center" href="/console/people">
            {t("back")}
          </Link>
        </p>
        <h1 className="wrap-anywhere">{person.name}</h1>
        <PersonFacts
          person={person}
          oneself={oneself}
          links={{
            logins: holds(ctx, "login:manage") ? `/console/logins?user=${person.id}` : null,
            keys: holds(ctx, "key:read") ? "/console/keys" : null,
          }}
        />
        {manages && (
          <section className="sec">
            <header>
              <h2>{t("nameAndRole")}</h2>
            </header>
            <PersonForm person={person} oneself={oneself} change={changePerson} />
          </section>
        )}
        <section className="sec">
          <header>
            <h2>{t("teams")}</h2>
          </header>
          <PersonTeams
            person={person}
            choices={choices.map(({ id, name }) => ({ id, name }))}
            more={teams.nextCursor !== null}
            actions={manages ? { add: addMember, remove: removeMember, setLead } : null}
          />
        </section>
        {manages && !oneself && (
          <section className="sec">
            <header>
              <h2>{t("standing")}</h2>
            </header>
            <PersonStanding person={person} leads={leads} actions={{ setDisabled, remove: removePerson }} />
          </section>
        )}
      </Words>
    );
  },
});
