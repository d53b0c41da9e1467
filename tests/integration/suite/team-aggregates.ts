import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { withTenant } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import { teamAggregatesSchema } from "@/lib/contracts/privacy";
import { getTeamAggregates, lastClose } from "@/lib/domain/team-aggregates";
import { endSession } from "@/lib/domain/sessions";
import { signIn } from "@/tests/support/database";
import { aTalk, codeOf, play } from "./talk";

const close = lastClose(new Date());
const before = (days: number) => new Date(close.getTime() - days * 86_400_000).toISOString();

/** A talk that ended so many days before the last close, with a score for one skill when it got one. */
async function aJudgedTalk(ctx: Ctx, days: number, discovery: number | null): Promise<void> {
  const sessionId = await aTalk(ctx);
  await play(ctx, sessionId);
  await endSession(ctx, { sessionId });
  const result = JSON.stringify({
    skills: [
      { skill: "discovery", score: discovery },
      { skill: "value", score: null },
    ],
  });
  await withTenant(ctx, async (tx) => {
    await tx.execute(sql`update practice_sessions set ended_at = ${before(days)}::timestamptz where id = ${sessionId}`);
    await tx.execute(sql`update evaluations set status = ${discovery === null ? "unscorable" : "scored"},
      score = ${discovery}, result = ${result}::jsonb where session_id = ${sessionId}`);
  });
}

async function aTeam(ctx: Ctx, members: Ctx[], lead?: Ctx, since = 200): Promise<string> {
  const id = randomUUID();
  await withTenant(ctx, async (tx) => {
    await tx.execute(sql`insert into teams (id, tenant_id, name) values (${id}, ${ctx.tenantId}, ${id})`);
    for (const member of [...members, ...(lead ? [lead] : [])]) {
      await tx.execute(sql`insert into team_members (tenant_id, team_id, user_id, leads, created_at)
        values (${ctx.tenantId}, ${id}, ${member.actor.userId}, ${member === lead}, ${before(since)}::timestamptz)`);
    }
  });
  return id;
}

const tooFew = { value: null, withheld: "too_few" };

export function describeTeamAggregates(): void {
  describe("figures about a team", () => {
    let manager: Ctx;
    let admin: Ctx;
    let people: Ctx[];
    let team: string;
    const read = async (teamId: string, days: 30 | 90 = 30) => {
      const found = teamAggregatesSchema.parse(await getTeamAggregates(admin, { teamId }));
      const period = found.periods.find((one) => one.days === days);
      if (!period) throw new Error("no such period");
      return { ...period, discovery: period.skills.find(({ skill }) => skill === "discovery")?.median };
    };
    beforeAll(async () => {
      [manager, admin] = [await signIn("manager"), await signIn("admin")];
      people = await Promise.all([50, 51, 52, 53, 54, 55].map((n) => signIn(`trainee${n}`)));
      for (const [index, person] of people.slice(0, 5).entries()) {
        for (let n = 0; n < 4; n++) await aJudgedTalk(person, n + 1, 40 + index * 10);
      }
      team = await aTeam(manager, people.slice(0, 5), manager);
    });

    it("are shown, rounded, once five members are behind each", async () => {
      const figures = await read(team);
      expect(figures.practicesPerWeek).toEqual({ value: 5, withheld: null });
      expect(figures.shareScored).toEqual({ value: 100, withheld: null });
      expect(figures.discovery).toEqual({ value: 60, withheld: null });
      const value = figures.skills.find(({ skill }) => skill === "value");
      expect(value?.median).toEqual(tooFew);
    });

    it("are not there for four, nor for five of whom one did nothing, nor for one who joined since the close", async () => {
      const four = await read(await aTeam(manager, people.slice(1, 5)));
      const idle = await read(await aTeam(manager, [...people.slice(1, 5), ...people.slice(5)]));
      const joined = await read(await aTeam(manager, people.slice(0, 5), undefined, -8));
      for (const figures of [four, idle, joined]) {
        expect(figures).toMatchObject({ practicesPerWeek: tooFew, shareScored: tooFew, discovery: tooFew });
      }
    });

    it("do not count whoever leads the team, and end with the last whole week", async () => {
      const led = await read(await aTeam(manager, people.slice(0, 4), people[4]));
      expect(led.practicesPerWeek).toEqual(tooFew);
      const [first] = people;
      if (!first) throw new Error("there are people");
      const figures = await read(team);
      for (let n = 0; n < 9; n++) await aJudgedTalk(first, -1, 90);
      expect(await read(team)).toEqual(figures);
      expect(new Date(figures.until).getUTCDay()).toBe(1);
    });

    it("are withheld where an older team of the same people but for a few is shown", async () => {
      const [, , , , , sixth] = people;
      if (!sixth) throw new Error("there are six");
      for (let n = 0; n < 3; n++) await aJudgedTalk(sixth, 2, 90);
      const six = await aTeam(manager, people);
      expect(await read(six)).toMatchObject({
        practicesPerWeek: { value: null, withheld: "tells_apart" },
        discovery: { value: null, withheld: "tells_apart" },
      });
      expect((await read(team)).discovery).toEqual({ value: 60, withheld: null });
    });

    it("are a manager's for teams they lead, an administrator's and auditor's for all, and nobody else's", async () => {
      const input = { teamId: team };
      const foreign = await aTeam(manager, people);
      expect(await codeOf(getTeamAggregates(manager, input))).toBe("fine");
      expect(await codeOf(getTeamAggregates(manager, { teamId: foreign }))).toBe("not_found");
      expect(await codeOf(getTeamAggregates(await signIn("auditor"), { teamId: foreign }))).toBe("fine");
      for (const account of ["trainee", "author"]) {
        expect(await codeOf(getTeamAggregates(await signIn(account), input))).toBe("forbidden");
      }
      for (const account of ["manager", "admin", "auditor"]) {
        expect(await codeOf(getTeamAggregates(await signIn(account, "globex"), input))).toBe("not_found");
      }
    });
  });
}
