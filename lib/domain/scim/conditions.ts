import { and, not, or, sql, type SQL } from "drizzle-orm";
import { teamMembers, teams, users } from "@/db/schema";
import type { Attribute, ResourceKind } from "@/lib/contracts/scim/attributes";
import type { Comparator, Filter, Target } from "./filter";
import { ScimError } from "@/lib/platform/http/scim-error";

/** Where an attribute is kept. */
interface Column {
  value: SQL;
  nullable?: boolean;
}
/** The entries of a multi-valued attribute: their parts, and what says that one of them meets a condition. */
interface Entries {
  parts: Record<string, Column>;
  some: (condition: SQL) => SQL;
}

const text = (value: string): Column => ({ value: sql`${value}::text` });
const yes: Column = { value: sql`true` };
const toMillis = (value: SQL) => sql`date_trunc('milliseconds', ${value})`;
const idOf = (value: typeof users.id | typeof teams.id): Column => ({ value: sql`${value}::text` });

const single: Record<ResourceKind, Record<string, Column>> = {
  User: {
    id: idOf(users.id),
    externalId: { value: sql`${users.externalId}`, nullable: true },
    userName: { value: sql`${users.email}` },
    displayName: { value: sql`${users.name}` },
    "name.formatted": { value: sql`${users.name}` },
    active: { value: sql`(${users.disabledAt} is null)` },
    "meta.resourceType": text("User"),
    "meta.created": { value: toMillis(sql`${users.createdAt}`) },
    "meta.lastModified": { value: toMillis(sql`${users.updatedAt}`) },
  },
  Group: {
    id: idOf(teams.id),
    externalId: { value: sql`${teams.externalId}`, nullable: true },
    displayName: { value: sql`${teams.name}` },
    "meta.resourceType": text("Group"),
    "meta.created": { value: toMillis(sql`${teams.createdAt}`) },
    "meta.lastModified": { value: toMillis(sql`${teams.updatedAt}`) },
  },
};

const several: Record<string, Entries> = {
  emails: {
    parts: { value: { value: sql`${users.email}` }, type: text("work"), primary: yes },
    some: (condition) => condition,
  },
  roles: {
    parts: { value: { value: sql`${users.role}`, nullable: true }, primary: yes },
    some: (condition) => sql`(${users.role} is not null and ${condition})`,
  },
  groups: {
    parts: { value: idOf(teams.id), display: { value: sql`${teams.name}` }, type: text("direct") },
    some: (condition) => sql`exists (select from ${teamMembers} join ${teams} on ${teams.id} = ${teamMembers.teamId}
      where ${teamMembers.userId} = ${users.id} and ${condition})`,
  },
  members: {
    parts: { value: idOf(users.id), display: { value: sql`${users.name}` }, type: text("User") },
    some: (condition) => sql`exists (select from ${teamMembers} join ${users} on ${users.id} = ${teamMembers.userId}
      where ${teamMembers.teamId} = ${teams.id} and ${users.removedAt} is null and ${condition})`,
  },
};

function columnOf(kind: ResourceKind, { attribute, part }: Target): Column {
  const entries = several[attribute];
  const column = entries
    ? entries.parts[part ?? "value"]
    : single[kind][part === null ? attribute : `${attribute}.${part}`];
  if (!column) throw new ScimError("invalidFilter", `${attribute} cannot be filtered by.`);
  return column;
}

const signs = { gt: sql`>`, ge: sql`>=`, lt: sql`<`, le: sql`<=` } as const;

function compareText(op: Comparator, column: SQL, given: string, caseExact: boolean): SQL {
  const [kept, wanted] = caseExact
    ? [column, sql`${given}::text`]
    : [sql`lower(${column})`, sql`lower(${given}::text)`];
  switch (op) {
    case "eq":
    case "ne":
      return sql`${kept} = ${wanted}`;
    case "co":
      return sql`position(${wanted} in ${kept}) > 0`;
    case "sw":
      return sql`starts_with(${kept}, ${wanted})`;
    case "ew":
      return sql`right(${kept}, length(${wanted})) = ${wanted}`;
    default:
      return sql`${kept} collate "C" ${signs[op]} ${wanted} collate "C"`;
  }
}

function compareValue(filter: Extract<Filter, { value: unknown }>, column: SQL): SQL {
  const { op, value, caseExact, dateTime } = filter;
  if (typeof value === "boolean") return sql`${column} = ${value}`;
  if (!dateTime) return compareText(op, column, String(value), caseExact);
  const sign = op === "gt" || op === "ge" || op === "lt" || op === "le" ? signs[op] : sql`=`;
  return sql`${column} ${sign} ${String(value)}::timestamptz`;
}

/** True or false and never null, so that `not` turns it around. */
function comparison(kind: ResourceKind, filter: Extract<Filter, { value: unknown }>): SQL {
  const { value: column, nullable } = columnOf(kind, filter.on);
  if (filter.value === null) {
    if (!nullable) return filter.op === "ne" ? sql`true` : sql`false`;
    return filter.op === "ne" ? sql`(${column} is not null)` : sql`(${column} is null)`;
  }
  const holds = compareValue(filter, column);
  const total = nullable ? sql`(${column} is not null and ${holds})` : sql`(${holds})`;
  return filter.op === "ne" ? sql`(not ${total})` : total;
}

/** A filter as a condition on `users` or `teams`; every value travels as a parameter. */
export function conditionOf(kind: ResourceKind, filter: Filter): SQL {
  switch (filter.op) {
    case "and":
      return and(...filter.filters.map((inner) => conditionOf(kind, inner))) ?? sql`true`;
    case "or":
      return or(...filter.filters.map((inner) => conditionOf(kind, inner))) ?? sql`false`;
    case "not":
      return not(conditionOf(kind, filter.filter));
    case "any": {
      const entries = several[filter.attribute];
      if (!entries) throw new ScimError("invalidFilter", `${filter.attribute} has no entries to filter.`);
      return entries.some(conditionOf(kind, filter.filter));
    }
    case "present": {
      const { value, nullable } = columnOf(kind, filter.on);
      return nullable ? sql`(${value} is not null)` : sql`true`;
    }
    default:
      return comparison(kind, filter);
  }
}

/** What a list is sorted by: text without regard to case unless its attribute has one. Throws `invalidValue`. */
export function orderOf(kind: ResourceKind, attribute: Attribute, part: Attribute | undefined): SQL {
  const path = part ? `${attribute.name}.${part.name}` : attribute.name;
  // Of these nobody has more than one.
  const first = ["emails", "emails.value", "roles", "roles.value"].includes(path);
  const column = first ? several[attribute.name]?.parts.value : single[kind][path === "name" ? "displayName" : path];
  if (!column) throw new ScimError("invalidValue", `A list is not sorted by ${path}.`);
  const { type, caseExact } = part ?? attribute;
  if (type === "boolean" || type === "dateTime") return column.value;
  return caseExact ? sql`${column.value} collate "C"` : sql`lower(${column.value}) collate "C"`;
}
