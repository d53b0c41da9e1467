"use client";

import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ActionResult } from "@/lib/contracts/action";
import { leadingRoles } from "@/lib/contracts/people";
import type { TeamDetail, TeamMember } from "@/lib/contracts/teams";
import { DoneNotice } from "@/components/ui/done-notice";
import { ProblemNotice } from "@/components/ui/problem-notice";
import { useAct } from "@/components/ui/use-act";
import { RoleName, StateTag } from "./people-labels";

interface Membership {
  id: string;
  userId: string;
}

export interface MemberActions {
  /** into a team; `leads` puts back whoever led it */
  add: (input: Membership & { leads: boolean }) => Promise<ActionResult<null>>;
  remove: (input: Membership) => Promise<ActionResult<null>>;
  setLead: (input: Membership & { leads: boolean }) => Promise<ActionResult<null>>;
}

const mayLead = ({ role, state }: TeamMember) => state !== "disabled" && leadingRoles.some((one) => one === role);

function MemberActs({
  member,
  pending,
  onLead,
  onTakeOut,
}: {
  member: TeamMember;
  pending: boolean;
  onLead: () => void;
  onTakeOut: () => void;
}) {
  const t = useTranslations("teams");
  const whose = <span className="sr-only">: {member.name}</span>;
  return (
    <span className="inline-flex flex-wrap justify-end gap-1">
      {(member.leads || mayLead(member)) && (
        <button type="button" className="btn quiet" disabled={pending} onClick={onLead}>
          {t(member.leads ? "stopLeading" : "makeLead")}
          {whose}
        </button>
      )}
      <button type="button" className="btn quiet" disabled={pending} onClick={onTakeOut}>
        {t("takeOut")}
        {whose}
      </button>
    </span>
  );
}

/** One member. Whoever leads the team is told names alone. */
function Member({ member, whole, acts }: { member: TeamMember; whole: boolean; acts: React.ReactNode }) {
  const t = useTranslations();
  return (
    <tr>
      <th scope="row">
        <span className="inline-flex flex-wrap items-center gap-2">
          {whole ? (
            <Link className="link plain wrap-anywhere" href={`/console/people/${member.id}`}>
              {member.name}
            </Link>
          ) : (
            <span className="wrap-anywhere">{member.name}</span>
          )}
          {member.leads && <span className="tag acc">{t("teams.leads")}</span>}
        </span>
        {member.email && member.email !== member.name && (
          <span className="block text-sm font-normal wrap-anywhere text-ink-2">{member.email}</span>
        )}
      </th>
      {whole && (
        <td data-l={t("people.role")}>
          <RoleName role={member.role} />
        </td>
      )}
      {whole && <td data-l={t("people.state")}>{member.state && <StateTag state={member.state} />}</td>}
      {acts && <td className="r max-md:justify-end!">{acts}</td>}
    </tr>
  );
}

/** A team's people as a table, as cards on a phone. */
export function TeamMembers({
  team,
  whole,
  actions,
}: {
  team: TeamDetail;
  /** addresses, roles and states too */
  whole: boolean;
  actions: MemberActions | null;
}) {
  const t = useTranslations();
  const router = useRouter();
  const [done, setDone] = useState<{ text: string; undo?: TeamMember } | null>(null);
  const { act, pending, trouble } = useAct();
  const finish = (text: string, undo?: TeamMember) => () => {
    setDone({ text, ...(undo && { undo }) });
    router.refresh();
  };
  const of = ({ id }: TeamMember) => ({ id: team.id, userId: id });
  const lead = (member: TeamMember) => {
    const leads = !member.leads;
    const text = t(leads ? "teams.nowLeads" : "teams.leadsNoMore", { name: member.name, team: team.name });
    if (actions) act(() => actions.setLead({ ...of(member), leads }), finish(text));
  };
  const takeOut = (member: TeamMember) => {
    const text = t("teams.wasTakenOut", { name: member.name, team: team.name });
    if (actions) act(() => actions.remove(of(member)), finish(text, member));
  };
  const putBack = (member: TeamMember) => {
    const text = t("teams.wasAdded", { name: member.name, team: team.name });
    if (actions) act(() => actions.add({ ...of(member), leads: member.leads }), finish(text));
  };
  return (
    <>
      <DoneNotice text={done?.text ?? null}>
        {done?.undo && (
          <button
            type="button"
            className="btn quiet"
            disabled={pending}
            onClick={() => done.undo && putBack(done.undo)}
          >
            {t("people.undo")}
          </button>
        )}
      </DoneNotice>
      {trouble && (
        <div className="mb-4">
          <ProblemNotice code={trouble.code} requestId={trouble.requestId} />
        </div>
      )}
      {team.people.length > 0 && (
        <table className="tbl cards">
          <thead>
            <tr>
              <th scope="col">{t("people.person")}</th>
              {whole && <th scope="col">{t("people.role")}</th>}
              {whole && <th scope="col">{t("people.state")}</th>}
              {actions && (
                <th scope="col" className="r">
                  <span className="sr-only">{t("people.actions")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {team.people.map((member) => (
              <Member
                key={member.id}
                member={member}
                whole={whole}
                acts={
                  actions && (
                    <MemberActs
                      member={member}
                      pending={pending}
                      onLead={() => lead(member)}
                      onTakeOut={() => takeOut(member)}
                    />
                  )
                }
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
