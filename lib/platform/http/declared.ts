import type { Permission } from "@/lib/contracts/permissions";
import type { PersonLimit, PublicLimit } from "@/lib/platform/limits";

/** What a door was made with. */
export interface Declared {
  kind: "route" | "public_route" | "action" | "page";
  /** what whoever comes must hold; null where nobody has to be signed in */
  access: Permission | null;
  /** which limit one call uses; "by method": reading or writing */
  limit: PersonLimit | PublicLimit | "by method";
}

const mark = Symbol.for("salesboost.declared");
type Marked = { [mark]?: Declared };

/** Notes on a door what it was made with, for the test that holds every door of a build to the access matrix. */
export function declare<Door extends object>(door: Door, declared: Declared): Door {
  return Object.defineProperty(door, mark, { value: declared });
}

/** What `declare` noted; undefined for a door that no wrapper made. */
export function declaredOf(door: unknown): Declared | undefined {
  // Sound: reading a property that only `declare` sets.
  return typeof door === "function" ? (door as Marked)[mark] : undefined;
}
