import { z } from "zod";

/** Longest definition of a tool that is accepted, in characters of JSON. */
const longestSchema = 20_000;

/**
 * What a server may write is not run: a pattern of its own could hold up the whole process. Formats are its own business, and the
 * dialect is read as the present one.
 */
const dropped = new Set([
  "pattern",
  "patternProperties",
  "propertyNames",
  "format",
  "$schema",
  "$id",
  "default",
  "examples",
]);

function plain(value: unknown, inNames = false): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one));
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (!inNames && dropped.has(name)) return [];
    if (!inNames && name === "$ref" && typeof inner === "string") {
      if (!inner.startsWith("#/")) throw new Error("a schema refers to another document");
      return [[name, inner.replace(/^#\/definitions\//u, "#/$defs/")]];
    }
    if (!inNames && name === "definitions") return [["$defs", plain(inner, true)]];
    return [[name, plain(inner, name === "properties" || name === "$defs")]];
  });
  return Object.fromEntries(kept);
}

/** JSON Schema of a server as a validator of ours; null when it is too long or says what cannot be checked here. */
export function compileSchema(schema: unknown): z.ZodType | null {
  try {
    if (JSON.stringify(schema).length > longestSchema) return null;
    // Sound: whatever is no JSON Schema makes the conversion throw.
    return z.fromJSONSchema(plain(schema) as Parameters<typeof z.fromJSONSchema>[0]);
  } catch {
    return null;
  }
}
