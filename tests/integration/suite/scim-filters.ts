import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/contracts/context";
import type { ResourceKind } from "@/lib/contracts/scim/attributes";
import { searchSchema } from "@/lib/contracts/scim/messages";
import { parseFilter } from "@/lib/domain/scim/filter";
import { createScimGroup, listScimGroups } from "@/lib/domain/scim/groups";
import { matches } from "@/lib/domain/scim/matching";
import { createScimUser, listScimUsers } from "@/lib/domain/scim/users";
import { signIn } from "@/tests/support/database";

const quoted = (text: string) => JSON.stringify(text);
/** Words that occur in what is searched, and signs that mean something to SQL, LIKE or the grammar itself. */
const words = ["", "a", "A", "an", "Ann", "ann@", "%", "_", "\\", "'", "''; --", '"', "(", "] and", "林", "a%'", "z9"];

interface Names {
  text: string[];
  exact: string[];
  flags: string[];
  dates: string[];
  lists: Record<string, { text: string[]; flags: string[] }>;
}

const names: Record<ResourceKind, Names> = {
  User: {
    text: ["userName", "displayName", "name.formatted", "emails", "emails.value", "groups.display", "roles.value"],
    exact: ["externalId", "id", "groups.value"],
    flags: ["active", "emails.primary", "roles.primary"],
    dates: ["meta.created", "meta.lastModified"],
    lists: {
      emails: { text: ["value", "type"], flags: ["primary"] },
      roles: { text: ["value"], flags: ["primary"] },
      groups: { text: ["display", "type", "value"], flags: [] },
    },
  },
  Group: {
    text: ["displayName", "members.display", "members.type"],
    exact: ["externalId", "id", "members.value", "members"],
    flags: [],
    dates: ["meta.created", "meta.lastModified"],
    lists: { members: { text: ["display", "type", "value"], flags: [] } },
  },
};

/** Filters as text, of every operator, name and nesting; `ids` are values that some resource has. */
function filters(kind: ResourceKind, ids: string[], dates: string[]): fc.Arbitrary<string> {
  const { text, exact, flags, dates: moments, lists } = names[kind];
  const anyCase = (name: string) => fc.constantFrom(name, name.toUpperCase(), name.toLowerCase());
  const attribute = (of: string[]) => fc.constantFrom(...of).chain(anyCase);
  const word = fc.oneof(
    fc.constantFrom(...words, ...ids),
    fc.constantFrom(...ids).map((id) => id.slice(2, 9)),
  );
  const operator = fc.constantFrom("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
  const onText = (of: string[]) =>
    fc.tuple(attribute(of), operator, word).map(([name, op, value]) => `${name} ${op} ${quoted(value)}`);
  const onFlag = (of: string[]) =>
    fc
      .tuple(attribute(of), fc.constantFrom("eq", "ne"), fc.constantFrom("true", "false", '"False"'))
      .map(([name, op, value]) => `${name} ${op} ${value}`);
  const onDate = fc
    .tuple(attribute(moments), fc.constantFrom("eq", "ne", "gt", "ge", "lt", "le"), fc.constantFrom(...dates))
    .map(([name, op, value]) => `${name} ${op} ${quoted(value)}`);
  const onNothing = fc
    .tuple(attribute([...text, ...exact]), fc.constantFrom("eq null", "ne null", "pr"))
    .map(([name, op]) => `${name} ${op}`);
  const inBrackets = fc.constantFrom(...Object.entries(lists)).chain(([list, parts]) => {
    const one = fc.oneof(onText(parts.text), ...(parts.flags.length > 0 ? [onFlag(parts.flags)] : []));
    const both = fc.oneof(
      one,
      fc.tuple(one, fc.constantFrom("and", "or"), one).map((three) => three.join(" ")),
      one.map((inner) => `not (${inner})`),
    );
    return fc
      .tuple(both, fc.constantFrom("", `.${parts.text[0]} co "a"`))
      .map(([inner, after]) => `${list}[${inner}]${after}`);
  });
  const leaf = fc.oneof(
    onText([...text, ...exact]),
    ...(flags.length > 0 ? [onFlag(flags)] : []),
    onDate,
    onNothing,
    inBrackets,
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.tuple(tie("tree"), fc.constantFrom("and", "or", "AND", "oR"), tie("tree")).map((three) => three.join(" ")),
      tie("tree").map((inner) => `(${inner})`),
      tie("tree").map((inner) => `not (${inner})`),
    ),
  }));
  return tree;
}

export function describeScimFilters(): void {
  describe("a filter of provisioning", () => {
    let ctx: Ctx;
    let run: string;
    beforeAll(async () => {
      ctx = await signIn("admin", "globex");
      run = randomUUID().slice(0, 6);
      const made: string[] = [];
      for (const [at, name] of ["Ann", "ann%", "Bo_b", "Çelik 林", "a\\b", "o'Hara", 'the "A"'].entries()) {
        const more = { displayName: name, active: at % 2 === 0, ...(at % 3 > 0 && { externalId: `${run}-${name}` }) };
        const roles = [{ value: at % 2 === 0 ? "author" : "trainee" }];
        made.push((await createScimUser(ctx, { userName: `Ann${at}.${run}@x.example`, roles, ...more })).id);
      }
      for (const [at, name] of ["Ann", "A%", "z_9"].entries()) {
        const members = made.slice(0, at * 2).map((value) => ({ value }));
        const more = at > 0 ? { externalId: `${run}-g${at}` } : {};
        await createScimGroup(ctx, { displayName: `${name} ${run}`, members, ...more });
      }
    });

    const list = {
      User: (filter?: string) =>
        listScimUsers(ctx, { ...searchSchema.parse({ filter, count: 200 }), shows: () => true }),
      Group: (filter?: string) =>
        listScimGroups(ctx, { ...searchSchema.parse({ filter, count: 200 }), shows: () => true }),
    };

    it("takes signs that mean something to SQL for what they are", async () => {
      const { resources } = await list.User();
      const everything = resources.map((resource) => ({ ...resource }));
      for (const name of ["displayName", "externalId"]) {
        for (const op of ["eq", "co", "sw", "ew"]) {
          for (const word of ["%", "_", "\\", "'", '"', "a%", "b_", "n%", "''; --", "a\\b"]) {
            const text = `${name} ${op} ${quoted(word)}`;
            const expected = everything.filter((one) => matches(parseFilter("User", text), one)).map(({ id }) => id);
            expect(
              (await list.User(text)).resources.map(({ id }) => id),
              text,
            ).toEqual(expected);
          }
        }
      }
    });

    it.each(["User", "Group"] as const)("picks of each %s in the database what it picks in memory", async (kind) => {
      const { resources } = await list[kind]();
      const everything = resources.map((resource) => ({ ...resource }));
      const ids = everything.flatMap(({ id, externalId }) => [id, ...(externalId ? [externalId] : [])]);
      const dates = everything.flatMap(({ meta }) => [meta.created, meta.lastModified]);
      let some = 0;
      await fc.assert(
        fc.asyncProperty(filters(kind, ids, dates), async (text) => {
          fc.pre(text.length <= 2000);
          const parsed = parseFilter(kind, text);
          const expected = everything.filter((resource) => matches(parsed, resource)).map(({ id }) => id);
          const found = (await list[kind](text)).resources.map(({ id }) => id);
          if (expected.length > 0 && expected.length < everything.length) some += 1;
          expect(found).toEqual(expected);
        }),
        { numRuns: 200 },
      );
      // A property that always picks all or none would prove nothing.
      expect(some).toBeGreaterThan(25);
    });
  });
}
