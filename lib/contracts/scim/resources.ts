import { z } from "zod";
import { roles } from "../vocabulary";
import { urn } from "./attributes";

const metaSchema = (kind: "User" | "Group") =>
  z.strictObject({
    resourceType: z.literal(kind),
    created: z.iso.datetime(),
    lastModified: z.iso.datetime(),
    location: z.url(),
    version: z.string().regex(/^W\/"[\x21\x23-\x7e]+"$/u),
  });

/** A person as a provisioning client sees them. */
export const scimUserSchema = z.strictObject({
  schemas: z.tuple([z.literal(urn.user)]),
  id: z.uuid(),
  externalId: z.string().optional(),
  userName: z.string(),
  name: z.strictObject({ formatted: z.string() }),
  displayName: z.string(),
  emails: z.array(z.strictObject({ value: z.string(), type: z.literal("work"), primary: z.literal(true) })).length(1),
  active: z.boolean(),
  roles: z.array(z.strictObject({ value: z.enum(roles), primary: z.literal(true) })).max(1),
  groups: z.array(z.strictObject({ value: z.uuid(), $ref: z.url(), display: z.string(), type: z.literal("direct") })),
  meta: metaSchema("User"),
});
export type ScimUser = z.infer<typeof scimUserSchema>;

/** A team as a provisioning client sees it. */
export const scimGroupSchema = z.strictObject({
  schemas: z.tuple([z.literal(urn.group)]),
  id: z.uuid(),
  externalId: z.string().optional(),
  displayName: z.string(),
  members: z.array(z.strictObject({ value: z.uuid(), $ref: z.url(), display: z.string(), type: z.literal("User") })),
  meta: metaSchema("Group"),
});
export type ScimGroup = z.infer<typeof scimGroupSchema>;

export const listResponseSchema = z.strictObject({
  schemas: z.tuple([z.literal(urn.list)]),
  totalResults: z.number().int().min(0),
  startIndex: z.number().int().min(1),
  itemsPerPage: z.number().int().min(0),
  Resources: z.array(z.record(z.string(), z.unknown())),
});
export type ListResponse = z.infer<typeof listResponseSchema>;
