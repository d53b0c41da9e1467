import type { ResourceKind } from "@/lib/contracts/scim/attributes";
import { urn } from "@/lib/contracts/scim/attributes";
import { searchSchema, shownSchema } from "@/lib/contracts/scim/messages";
import type { ListResponse } from "@/lib/contracts/scim/resources";
import type { Listed, Listing } from "./listing";
import { projection } from "./projection";

/** What of one resource a query wants to see. */
export const shownBy = (kind: ResourceKind, query: unknown) => projection(kind, shownSchema.parse(query)).project;

/** The page that a query, or the body of a search, asks for. Throws `invalidFilter`, `invalidValue`. */
export async function answerList<Resource extends object>(
  kind: ResourceKind,
  asked: unknown,
  list: (listing: Listing) => Promise<Listed<Resource>>,
): Promise<{ resource: ListResponse }> {
  const search = searchSchema.parse(asked);
  const { shows, project } = projection(kind, search);
  const { total, resources } = await list({ ...search, shows });
  return { resource: listOf(resources.map(project), total, search.startIndex) };
}

/** Resources as a list message, RFC 7644 §3.4.2. */
export function listOf(resources: object[], totalResults = resources.length, startIndex = 1): ListResponse {
  const Resources = resources.map((resource) => ({ ...resource }));
  return { schemas: [urn.list], totalResults, startIndex, itemsPerPage: Resources.length, Resources };
}
