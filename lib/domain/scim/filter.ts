import { parse, type Filter as Parsed } from "scim2-parse-filter";
import { z } from "zod";
import type { Attribute, ResourceKind } from "@/lib/contracts/scim/attributes";
import { findAttribute } from "@/lib/contracts/scim/attributes";
import { ScimError } from "@/lib/platform/http/scim-error";
import { readPath } from "./paths";

export type Comparator = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";

/** An attribute, or a part of one; within a value path the part of one entry. */
export interface Target {
  attribute: string;
  part: string | null;
}

/** A filter whose names are known and whose values fit them. `any`: one entry of a multi-valued attribute meets all. */
export type Filter =
  | { op: "and" | "or"; filters: Filter[] }
  | { op: "not"; filter: Filter }
  | { op: "any"; attribute: string; filter: Filter }
  | { op: "present"; on: Target }
  | { op: Comparator; on: Target; value: string | boolean | null; caseExact: boolean; dateTime: boolean };

const refuse = (detail: string) => new ScimError("invalidFilter", detail);
const literal = /"(?:[^"\\]|\\.)*"/gsu;
/** `A[f].b op v`: both must hold of one entry, so the second goes into the brackets. */
const afterBrackets = /\[([^[\]]*)\]\s*\.\s*(\w+)\s+(pr\b|(?:eq|ne|co|sw|ew|gt|lt|ge|le)\s+[^\s()[\]]+)/giu;
const most = 60;

interface Reading {
  kind: ResourceKind;
  /** the multi-valued attribute whose brackets one is in */
  within: string | null;
  literals: string[];
  nodes: number;
}

const notFiltered = new Set(["schemas", "location", "version", "$ref", "givenName", "familyName"]);
const asDate = z.iso.datetime({ offset: true });

type Compared = string | number | boolean | null;

function valueFor(definition: Attribute, op: Comparator, given: Compared, literals: string[]): string | boolean | null {
  const value = typeof given === "string" ? literals[Number(given)] : given;
  const misfit = refuse(`${definition.name} ${op} takes another kind of value.`);
  if (value === null) {
    if (op === "eq" || op === "ne") return null;
    throw misfit;
  }
  if (definition.type === "boolean") {
    const word = typeof value === "string" ? value.toLowerCase() : String(value);
    if ((op !== "eq" && op !== "ne") || (word !== "true" && word !== "false")) throw misfit;
    return word === "true";
  }
  if (typeof value !== "string" || value.includes("\u0000") || !value.isWellFormed()) throw misfit;
  if (definition.type !== "dateTime") return value;
  if (op === "co" || op === "sw" || op === "ew" || !asDate.safeParse(value).success) throw misfit;
  return new Date(value).toISOString();
}

interface Resolved {
  definition: Attribute;
  target: Target;
  /** to be met by any entry of this attribute */
  any: string | null;
  /** an attribute itself, not a part of it */
  whole: boolean;
}

function resolve(path: string, { kind, within }: Reading): Resolved {
  const unknown = refuse(`There is no attribute ${path.slice(0, 100)} to filter by.`);
  const place = within === null ? readPath(kind, path) : null;
  const attribute =
    within === null ? (place?.kind === "kept" ? place.attribute : undefined) : findAttribute(kind, within);
  if (!attribute || (place?.kind === "kept" && place.filter !== undefined)) throw unknown;
  const part = within !== null ? findAttribute(kind, within, path) : place?.kind === "kept" ? place.part : undefined;
  if (within !== null && !part) throw unknown;
  const entry = part ?? (attribute.multiValued ? findAttribute(kind, attribute.name, "value") : undefined);
  const definition = entry ?? attribute;
  if (notFiltered.has(definition.name)) throw unknown;
  const target = { attribute: attribute.name, part: entry?.name ?? null };
  return { definition, target, any: within === null && attribute.multiValued ? attribute.name : null, whole: !part };
}

const asAny = (any: string | null, filter: Filter): Filter =>
  any === null ? filter : { op: "any", attribute: any, filter };

function readPresence(path: string, reading: Reading): Filter {
  const { definition, target, any, whole } = resolve(path, reading);
  // A whole complex attribute is there when it has an entry, or, where there is one always, without looking.
  if (any !== null && whole) return asAny(any, { op: "and", filters: [] });
  if (definition.type === "complex") return { op: "and", filters: [] };
  return asAny(any, { op: "present", on: target });
}

function read(node: Parsed, reading: Reading): Filter {
  reading.nodes += 1;
  if (reading.nodes > most) throw refuse("The filter is too long.");
  switch (node.op) {
    case "and":
    case "or":
      return { op: node.op, filters: node.filters.map((filter) => read(filter, reading)) };
    case "not":
      return { op: "not", filter: read(node.filter, reading) };
    case "[]": {
      const place = readPath(reading.kind, node.attrPath);
      const usable =
        place.kind === "kept" && place.attribute.multiValued && place.attribute.subAttributes && !place.part;
      if (reading.within !== null || !usable) throw refuse(`${node.attrPath.slice(0, 100)} has no entries to filter.`);
      const inner = { ...reading, within: place.attribute.name };
      const filter = read(node.valFilter, inner);
      reading.nodes = inner.nodes;
      return { op: "any", attribute: place.attribute.name, filter };
    }
    case "pr":
      return readPresence(node.attrPath, reading);
    default: {
      const { definition, target: on, any } = resolve(node.attrPath, reading);
      if (definition.type === "complex") throw refuse(`${definition.name} is compared by its parts.`);
      const value = valueFor(definition, node.op, node.compValue, reading.literals);
      const dateTime = definition.type === "dateTime";
      return asAny(any, { op: node.op, on, value, caseExact: definition.caseExact, dateTime });
    }
  }
}

/** Strings are taken out before the grammar sees the text, and read as the JSON they are. */
function takeLiterals(text: string): { literals: string[]; rest: string } {
  const literals: string[] = [];
  const rest = text.replace(literal, (quoted) => {
    literals.push(z.string().parse(JSON.parse(quoted)));
    return `"${literals.length - 1}"`;
  });
  return { literals, rest };
}

/**
 * A filter of RFC 7644 §3.4.2.2, resolved against the attributes of a resource; `within` names the multi-valued
 * attribute whose brackets it stands in. Throws `invalidFilter`.
 */
export function parseFilter(kind: ResourceKind, text: string, within: string | null = null): Filter {
  let parsed: Parsed;
  let literals: string[];
  try {
    const taken = takeLiterals(text);
    ({ literals } = taken);
    parsed = parse(taken.rest.replaceAll(afterBrackets, "[($1) and $2 $3]"));
  } catch {
    throw refuse("The filter cannot be read.");
  }
  return read(parsed, { kind, within, literals, nodes: 0 });
}
