import type { Comparator, Filter, Target } from "./filter";

type Entry = Record<string, unknown>;

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a target names in a resource, or in one entry of a multi-valued attribute. */
function look(of: Entry, { attribute, part }: Target, inEntry: boolean): unknown {
  if (inEntry) return part === null ? undefined : of[part];
  const value = of[attribute];
  return part === null ? value : isEntry(value) ? value[part] : undefined;
}

/** Undefined and null are one: the attribute is unassigned. */
function compare(op: Comparator, actual: string | boolean | null, wanted: string | boolean | null): boolean {
  if (op === "eq") return actual === wanted;
  if (op === "ne") return actual !== wanted;
  if (typeof actual !== "string" || typeof wanted !== "string") return false;
  switch (op) {
    case "co":
      return actual.includes(wanted);
    case "sw":
      return actual.startsWith(wanted);
    case "ew":
      return actual.endsWith(wanted);
    case "gt":
      return actual > wanted;
    case "ge":
      return actual >= wanted;
    case "lt":
      return actual < wanted;
    case "le":
      return actual <= wanted;
  }
}

const comparable = (value: unknown, caseExact: boolean): string | boolean | null => {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  return caseExact ? value : value.toLowerCase();
};

/** Whether a resource meets a filter, or, with `inEntry`, one entry of the attribute in whose brackets it stands. */
export function matches(filter: Filter, of: Entry, inEntry = false): boolean {
  switch (filter.op) {
    case "and":
      return filter.filters.every((inner) => matches(inner, of, inEntry));
    case "or":
      return filter.filters.some((inner) => matches(inner, of, inEntry));
    case "not":
      return !matches(filter.filter, of, inEntry);
    case "any": {
      const entries = of[filter.attribute];
      return Array.isArray(entries) && entries.some((entry) => isEntry(entry) && matches(filter.filter, entry, true));
    }
    case "present": {
      const value = look(of, filter.on, inEntry);
      return value !== undefined && value !== null;
    }
    default: {
      const { op, on, value, caseExact, dateTime } = filter;
      const exact = caseExact || dateTime;
      return compare(op, comparable(look(of, on, inEntry), exact), comparable(value, exact));
    }
  }
}
