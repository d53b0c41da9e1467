import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/contracts/context";
import { getTeam } from "@/lib/domain/teams";
import {
  addTeamMembers,
  createTeam,
  removeTeam,
  removeTeamMember,
  renameTeam,
  setTeamLead,
} from "@/lib/domain/teams-managing";
import { changePerson, invitePerson, removePerson, setDisabled } from "@/lib/domain/users-changing";

type Act = { action: string; prepare: () => Promise<() => Promise<unknown>> };

/** One call of each audited verb about people and teams, by its name. `admin` is asked when the act is prepared. */
export function peopleActs(admin: () => Ctx): Record<string, Act> {
  const address = () => `${randomUUID()}@acme.example`;
  const invited = (role: "trainee" | "manager" = "trainee") => invitePerson(admin(), { email: address(), role });
  const aTeam = () => createTeam(admin(), { name: randomUUID() });
  const onPerson = (
    action: string,
    work: (person: { id: string; updatedAt: string }) => Promise<unknown>,
    disabled = false,
  ): Act => ({
    action,
    prepare: async () => {
      const { id, updatedAt } = await invited();
      const known = disabled ? await setDisabled(admin(), { id, updatedAt, disabled }) : { id, updatedAt };
      return () => work({ id, updatedAt: known.updatedAt });
    },
  });
  const onTeam = (
    action: string,
    work: (team: { id: string; updatedAt: string }, userId: string) => Promise<unknown>,
  ): Act => ({
    action,
    prepare: async () => {
      const [team, { id: userId }] = [await aTeam(), await invited("manager")];
      await addTeamMembers(admin(), { id: team.id, userIds: [userId] });
      const { id, updatedAt } = await getTeam(admin(), { id: team.id });
      return () => work({ id, updatedAt }, userId);
    },
  });
  return {
    "users.invite": { action: "user.invite", prepare: async () => () => invited() },
    "users.update": onPerson("user.update", (one) => changePerson(admin(), { ...one, role: "author" })),
    "users.disable": onPerson("user.disable", (one) => setDisabled(admin(), { ...one, disabled: true })),
    "users.enable": onPerson("user.enable", (one) => setDisabled(admin(), { ...one, disabled: false }), true),
    "users.remove": onPerson("user.remove", (one) =>
      removePerson(admin(), { ...one, practice: "erase", successorId: null }),
    ),
    "teams.create": { action: "team.create", prepare: async () => aTeam },
    "teams.rename": onTeam("team.update", ({ id, updatedAt }) =>
      renameTeam(admin(), { id, updatedAt, name: randomUUID() }),
    ),
    "teams.delete": onTeam("team.delete", ({ id }) => removeTeam(admin(), { id })),
    "teams.remove_member": onTeam("team.member_remove", ({ id }, userId) => removeTeamMember(admin(), { id, userId })),
    "teams.set_lead": onTeam("team.lead", ({ id }, userId) => setTeamLead(admin(), { id, userId, leads: true })),
  };
}
