import type { ResourceKind } from "@/lib/contracts/scim/attributes";
import type { Shown } from "@/lib/contracts/scim/messages";
import { isObject, type Json } from "./canonical";
import { readPath } from "./paths";

type Choice = Map<string, Set<string> | "whole">;

/** Names of attributes, and of parts of them, in whatever case; what there is not is passed over. */
function chosen(kind: ResourceKind, names: readonly string[]): Choice {
  const choice: Choice = new Map();
  for (const name of names) {
    const place = readPath(kind, name);
    if (place.kind !== "kept" || place.filter !== undefined) continue;
    const { attribute, part } = place;
    const before = choice.get(attribute.name);
    if (!part) choice.set(attribute.name, "whole");
    else if (before !== "whole") choice.set(attribute.name, new Set([...(before ?? []), part.name]));
  }
  return choice;
}

const always = new Set(["schemas", "id"]);

/** Keeps the parts of a value, or of each of its entries, that `keep` lets through. */
function parts(value: unknown, keep: (part: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((entry) => parts(entry, keep));
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([part]) => keep(part))) : value;
}

/** What of a resource a client wants to see: `attributes` names all of it, `excludedAttributes` what to leave out. */
export function projection(
  kind: ResourceKind,
  { attributes, excludedAttributes }: Shown,
): { shows: (attribute: string) => boolean; project: (resource: object) => Json } {
  const wanted = attributes && chosen(kind, attributes);
  const unwanted = chosen(kind, excludedAttributes ?? []);
  const shows = (name: string) => always.has(name) || ((!wanted || wanted.has(name)) && unwanted.get(name) !== "whole");
  const project = (resource: object): Json =>
    Object.fromEntries(
      Object.entries(resource)
        .filter(([name]) => shows(name))
        .map(([name, value]) => {
          const [only, without] = [wanted?.get(name), unwanted.get(name)];
          if (always.has(name) || (!(only instanceof Set) && !(without instanceof Set))) return [name, value];
          const keep = (part: string) =>
            (!(only instanceof Set) || only.has(part)) && !(without instanceof Set && without.has(part));
          return [name, parts(value, keep)];
        }),
    );
  return { shows, project };
}
