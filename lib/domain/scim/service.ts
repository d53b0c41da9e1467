import type { Ctx } from "@/lib/contracts/context";
import { listedAttributes, pathOf, urn, urnOf, type ResourceKind } from "@/lib/contracts/scim/attributes";
import { mostPerPage } from "@/lib/contracts/scim/messages";
import { AppError } from "@/lib/platform/errors";
import { requirePermission } from "../verb";
import { scimAddress } from "./location";

/** What a client reads first: nothing of any tenant, and still for those alone who may provision. */
const provision = "scim:provision" as const;

/** RFC 7643 §5: what this service can do. Throws `forbidden`. */
export function describeService(ctx: Ctx): object {
  requirePermission(ctx, provision);
  const [yes, no] = [{ supported: true }, { supported: false }];
  return {
    schemas: [urn.service],
    patch: yes,
    bulk: { ...no, maxOperations: 0, maxPayloadSize: 0 },
    filter: { ...yes, maxResults: mostPerPage },
    changePassword: no,
    sort: yes,
    etag: yes,
    authenticationSchemes: [
      {
        type: "oauthbearertoken",
        name: "API key",
        description: "A key of the tenant with the scope scim:provision, sent as Authorization: Bearer.",
        specUri: "https://www.rfc-editor.org/info/rfc6750",
        primary: true,
      },
    ],
    meta: { resourceType: "ServiceProviderConfig", location: scimAddress("/ServiceProviderConfig") },
  };
}

const kinds: readonly ResourceKind[] = ["User", "Group"];
const told = { User: "A person of the tenant.", Group: "A team of the tenant." } as const;

/** RFC 7643 §6, one entry for each kind. Throws `forbidden`. */
export function describeTypes(ctx: Ctx): { id: ResourceKind }[] {
  requirePermission(ctx, provision);
  return kinds.map((kind) => ({
    schemas: [urn.resourceType],
    id: kind,
    name: kind,
    endpoint: pathOf(kind),
    description: told[kind],
    schema: urnOf(kind),
    schemaExtensions: [],
    meta: { resourceType: "ResourceType", location: scimAddress(`/ResourceTypes/${kind}`) },
  }));
}

/** RFC 7643 §7, one document for each schema. Throws `forbidden`. */
export function describeSchemas(ctx: Ctx): { id: string }[] {
  requirePermission(ctx, provision);
  return kinds.map((kind) => ({
    schemas: [urn.schema],
    id: urnOf(kind),
    name: kind,
    description: told[kind],
    attributes: listedAttributes[kind],
    meta: { resourceType: "Schema", location: scimAddress(`/Schemas/${urnOf(kind)}`) },
  }));
}

/** For what RFC 7644 knows and this service does not offer. Throws `forbidden`, else `not_implemented`. */
export async function refuseUnoffered(ctx: Ctx): Promise<undefined> {
  requirePermission(ctx, provision);
  throw new AppError("not_implemented");
}

/** For an address at which there is nothing. Throws `forbidden`, else `not_found`. */
export async function refuseUnknown(ctx: Ctx): Promise<undefined> {
  requirePermission(ctx, provision);
  throw new AppError("not_found");
}
