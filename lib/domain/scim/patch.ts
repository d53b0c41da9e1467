import type { Attribute, ResourceKind } from "@/lib/contracts/scim/attributes";
import { patchSchema, type PatchOperation } from "@/lib/contracts/scim/messages";
import { ScimError } from "@/lib/platform/http/scim-error";
import { canonicalValue, isObject, type Json } from "./canonical";
import { parseFilter, type Filter } from "./filter";
import { matches } from "./matching";
import { readPath, type Place } from "./paths";

type Kept = Extract<Place, { kind: "kept" }>;
type Op = PatchOperation["op"];

const refuse = (type: "noTarget" | "invalidPath" | "mutability" | "invalidValue", detail: string) =>
  new ScimError(type, detail);

const entriesOf = (resource: Json, { name }: Attribute): Json[] => {
  const entries = resource[name];
  return Array.isArray(entries) ? entries.filter(isObject) : [];
};

/** Two entries are one when they name the same value. */
const same = (a: Json, b: Json) => String(a.value).toLowerCase() === String(b.value).toLowerCase();

/** Only one entry of a list is the primary one. */
function join(entries: Json[], more: Json[]): Json[] {
  const fresh = more.filter((entry, at) => more.findIndex((other) => same(entry, other)) === at);
  const takesOver = fresh.some(({ primary }) => primary === true);
  const kept = entries
    .filter((entry) => !fresh.some((other) => same(entry, other)))
    .map((entry) => (takesOver && entry.primary === true ? { ...entry, primary: false } : entry));
  return [...kept, ...fresh];
}

/** What an entry must hold to meet a filter of plain equations; null when the filter says more than that. */
function equations(filter: Filter): Json | null {
  if (filter.op === "eq" && filter.on.part !== null) return { [filter.on.part]: filter.value };
  if (filter.op !== "and") return null;
  const all = filter.filters.map(equations);
  return all.some((part) => part === null) ? null : Object.assign({}, ...all);
}

function assertWritable({ attribute, part }: Kept, op: Op): void {
  const [name, required] = part
    ? [`${attribute.name}.${part.name}`, part.required]
    : [attribute.name, attribute.required];
  if (attribute.mutability === "readOnly" || part?.mutability === "readOnly") {
    throw refuse("mutability", `${name} is given by the service.`);
  }
  if (part?.mutability === "immutable") throw refuse("mutability", `${name} stays: add or remove the entry.`);
  // Without it a person would be active again.
  if (op === "remove" && (required || name === "active")) throw refuse("mutability", `${name} has to be there.`);
}

/** The entries that a path's brackets pick, changed by `change`; `[]` picks none. */
function withPicked(resource: Json, { attribute, part }: Kept, filter: Filter, op: Op, value: unknown): Json[] {
  const entries = entriesOf(resource, attribute);
  const picked = entries.filter((entry) => matches(filter, entry, true));
  if (op === "remove") {
    if (!part) return entries.filter((entry) => !picked.includes(entry));
    return entries.map((entry) => (picked.includes(entry) ? { ...entry, [part.name]: undefined } : entry));
  }
  const told = part ? { [part.name]: value } : value;
  if (!isObject(told)) throw refuse("invalidValue", `${attribute.name} takes an object.`);
  if (picked.length > 0) return entries.map((entry) => (picked.includes(entry) ? { ...entry, ...told } : entry));
  const made = op === "add" ? equations(filter) : null;
  if (!made) throw refuse("noTarget", `No entry of ${attribute.name} is meant by this path.`);
  return join(entries, [{ ...made, ...told }]);
}

function withoutNamed(resource: Json, attribute: Attribute, value: unknown): Json[] | undefined {
  if (value === undefined || value === null) return undefined;
  const named = canonicalValue(attribute, value);
  const gone = Array.isArray(named) ? named.filter(isObject) : [];
  return entriesOf(resource, attribute).filter((entry) => !gone.some((other) => same(entry, other)));
}

function changeList(resource: Json, place: Kept, op: Op, value: unknown): unknown {
  const { attribute, part, filter } = place;
  const entries = entriesOf(resource, attribute);
  if (part) {
    if (op === "remove") return entries.map((entry) => ({ ...entry, [part.name]: undefined }));
    if (entries.length === 0) return [{ [part.name]: value }];
    return entries.map((entry) => ({ ...entry, [part.name]: value }));
  }
  if (filter !== undefined) throw new TypeError("brackets are read before");
  if (op === "remove") return withoutNamed(resource, attribute, value);
  const told = canonicalValue(attribute, value);
  const list = Array.isArray(told) ? told : [];
  if (!list.every(isObject)) throw refuse("invalidValue", `${attribute.name} takes objects.`);
  return op === "add" ? join(entries, list) : join([], list);
}

function changeSingle(resource: Json, { attribute, part }: Kept, op: Op, value: unknown): unknown {
  const before = resource[attribute.name];
  if (part) return { ...(isObject(before) && before), [part.name]: op === "remove" ? undefined : value };
  if (op === "remove") return undefined;
  const told = canonicalValue(attribute, value);
  // The parts that are not named stay as they are.
  return attribute.type === "complex" && isObject(told) ? { ...(isObject(before) && before), ...told } : told;
}

function parsedFilter(kind: ResourceKind, { attribute, filter }: Kept): Filter | undefined {
  if (filter === undefined) return undefined;
  try {
    return parseFilter(kind, filter, attribute.name);
  } catch {
    throw refuse("invalidPath", "The brackets of a path cannot be read.");
  }
}

function applyAt(kind: ResourceKind, resource: Json, path: string, op: Op, value: unknown): Json {
  const place = readPath(kind, path);
  if (place.kind === "passed_over") return resource;
  if (place.kind === "unknown") throw refuse("invalidPath", `There is no attribute ${path.slice(0, 100)}.`);
  // Directories send addresses as a matter of course; ours follows userName.
  if (place.attribute.name === "emails") return resource;
  const filter = parsedFilter(kind, place);
  // To take an entry out by its value is no change of the value.
  assertWritable(place, op);
  const changed = filter
    ? withPicked(resource, place, filter, op, place.part ? value : onlyEntry(place.attribute, value))
    : place.attribute.multiValued
      ? changeList(resource, place, op, value)
      : changeSingle(resource, place, op, value);
  return { ...resource, [place.attribute.name]: changed };
}

function onlyEntry(attribute: Attribute, value: unknown): unknown {
  const told = canonicalValue(attribute, value);
  return Array.isArray(told) ? told[0] : told;
}

/** Without a path the value is an object of attributes; what only we tell, such as an id, is passed over. */
function applyWhole(kind: ResourceKind, resource: Json, op: Op, value: unknown): Json {
  if (op === "remove") throw refuse("noTarget", "What is removed has to be named by a path.");
  if (!isObject(value)) throw refuse("invalidValue", "Without a path the value is an object of attributes.");
  return Object.entries(value).reduce((sofar, [path, given]) => {
    const place = readPath(kind, path);
    if (place.kind === "kept" && place.attribute.mutability === "readOnly") return sofar;
    if (path.toLowerCase().startsWith("urn:") && place.kind === "unknown") return sofar;
    return applyAt(kind, sofar, path, op, given);
  }, resource);
}

/**
 * A resource after the operations of a PATCH, RFC 7644 §3.5.2, in order. The result is what the client wants it to be,
 * unchecked but for names. Throws `noTarget`, `invalidPath`, `mutability`, `invalidValue`.
 */
export function applyPatch(kind: ResourceKind, resource: Json, operations: PatchOperation[]): Json {
  return operations.reduce(
    (sofar, { op, path, value }) => (path ? applyAt(kind, sofar, path, op, value) : applyWhole(kind, sofar, op, value)),
    resource,
  );
}

/** The operations of a PATCH body. Throws `invalidSyntax`. */
export function readPatch(body: unknown): PatchOperation[] {
  const read = patchSchema.safeParse(withOurNames(body));
  if (read.success) return read.data.Operations;
  const [issue] = read.error.issues;
  throw new ScimError("invalidSyntax", `${issue?.path.join(".") || "body"}: ${issue?.message}`);
}

/** The message's own names in whatever case. */
function withOurNames(body: unknown): unknown {
  if (!isObject(body)) return body;
  const named = (of: Json, name: string) => Object.entries(of).find(([key]) => key.toLowerCase() === name)?.[1];
  const operations = named(body, "operations");
  const one = (given: unknown) =>
    isObject(given) ? { op: named(given, "op"), path: named(given, "path"), value: named(given, "value") } : given;
  return {
    schemas: named(body, "schemas"),
    Operations: Array.isArray(operations) ? operations.map(one) : operations,
  };
}
