import { desc, sql, type SQL } from "drizzle-orm";
import type { ResourceKind } from "@/lib/contracts/scim/attributes";
import type { Search } from "@/lib/contracts/scim/messages";
import { ScimError } from "@/lib/platform/http/scim-error";
import { conditionOf, orderOf } from "./conditions";
import { parseFilter } from "./filter";
import { readPath } from "./paths";

/** What a list is asked for. `shows`: whether the answer has an attribute, so that what is not shown is not read. */
export interface Listing extends Search {
  shows: (attribute: string) => boolean;
}

/** How many there are, and those of the page. */
export interface Listed<Resource> {
  total: number;
  resources: Resource[];
}

/** Who has no value stands last, or first when the order is turned around, RFC 7644 §3.4.2.3. */
function orderBy(kind: ResourceKind, { sortBy, sortOrder }: Search): SQL[] {
  if (sortBy === undefined) return [];
  const place = readPath(kind, sortBy);
  if (place.kind !== "kept" || place.filter !== undefined) {
    throw new ScimError("invalidValue", "There is no such attribute to sort by.");
  }
  const { attribute, part } = place;
  const value = orderOf(kind, attribute, part);
  return [sortOrder === "descending" ? sql`${desc(value)} nulls first` : sql`${value} asc nulls last`];
}

/** A search as what is asked of the database. Throws `invalidFilter`, `invalidValue`. */
export function pageOf(
  kind: ResourceKind,
  search: Search,
): { where: SQL | undefined; orderBy: SQL[]; offset: number; limit: number } {
  return {
    where: search.filter === undefined ? undefined : conditionOf(kind, parseFilter(kind, search.filter)),
    orderBy: orderBy(kind, search),
    offset: search.startIndex - 1,
    limit: search.count,
  };
}
