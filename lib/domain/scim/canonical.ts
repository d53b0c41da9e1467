import type { Attribute, ResourceKind } from "@/lib/contracts/scim/attributes";
import { readPath } from "./paths";

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The parts of one entry by their own names; what is no part of it, or only told by us, is dropped. */
function entryOf(attribute: Attribute, given: unknown): unknown {
  if (!isObject(given)) return attribute.multiValued && typeof given === "string" ? { value: given } : given;
  const parts = attribute.subAttributes ?? [];
  const found = Object.entries(given).flatMap(([name, value]) => {
    const part = parts.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    return part && part.mutability !== "readOnly" ? [[part.name, value] as const] : [];
  });
  return Object.fromEntries(found);
}

/**
 * The value of an attribute with the names of its parts made ours. One value stands for a list of one, and where one
 * plain value belongs, Entra's `[{ "value": … }]` is that value.
 */
export function canonicalValue(attribute: Attribute, given: unknown): unknown {
  if (given === null || given === undefined) return given;
  if (attribute.multiValued) return (Array.isArray(given) ? given : [given]).map((entry) => entryOf(attribute, entry));
  if (attribute.type === "complex") return entryOf(attribute, given);
  const [only]: unknown[] = Array.isArray(given) && given.length === 1 ? given : [];
  return isObject(only) && "value" in only ? only.value : given;
}

/**
 * A resource as its client sent it, names of attributes in whatever case, dotted or with their schema's name: with names
 * that are ours, and nothing that is not.
 */
export function canonicalResource(kind: ResourceKind, body: unknown): Json {
  const found = new Map<string, unknown>();
  for (const [name, given] of Object.entries(isObject(body) ? body : {})) {
    const place = readPath(kind, name);
    if (place.kind !== "kept" || place.attribute.mutability === "readOnly" || place.filter !== undefined) continue;
    const { attribute, part } = place;
    if (!part) found.set(attribute.name, canonicalValue(attribute, given));
    else if (!attribute.multiValued) {
      const before = found.get(attribute.name);
      found.set(attribute.name, { ...(isObject(before) && before), [part.name]: given });
    }
  }
  return Object.fromEntries(found);
}
