import {
  findAttribute,
  isPassedOver,
  urn,
  urnOf,
  type Attribute,
  type ResourceKind,
} from "@/lib/contracts/scim/attributes";

/** What an attribute path names: something kept, something standard that nothing is kept of, or nothing at all. */
export type Place =
  | { kind: "kept"; attribute: Attribute; part?: Attribute; filter?: string }
  | { kind: "passed_over" }
  | { kind: "unknown" };

const shape = /^(?:(urn:[^[\]"]+):)?([a-z$][\w$-]*)(?:\[(.*)\])?(?:\.([a-z$][\w$-]*))?$/isu;
const starts = (path: string, name: string) => path.toLowerCase().startsWith(name.toLowerCase());

/** Reads `userName`, `name.formatted`, `members[value eq "…"].display`, each with or without its schema's name. */
export function readPath(kind: ResourceKind, path: string): Place {
  const given = path.trim();
  if (kind === "User" && starts(given, urn.enterpriseUser)) return { kind: "passed_over" };
  const [, prefix, name = "", filter, partName] = shape.exec(given) ?? [];
  if (prefix !== undefined && prefix.toLowerCase() !== urnOf(kind).toLowerCase()) return { kind: "unknown" };
  if (isPassedOver(kind, name)) return { kind: "passed_over" };
  const attribute = findAttribute(kind, name);
  if (!attribute || (filter !== undefined && !(attribute.multiValued && attribute.subAttributes))) {
    return { kind: "unknown" };
  }
  const place = { kind: "kept" as const, attribute, ...(filter !== undefined && { filter }) };
  if (partName === undefined) return place;
  if (isPassedOver(kind, partName)) return { kind: "passed_over" };
  const part = findAttribute(kind, name, partName);
  return part ? { ...place, part } : { kind: "unknown" };
}
