import { roles } from "../vocabulary";

/** The names of RFC 7643 and RFC 7644. */
export const urn = {
  user: "urn:ietf:params:scim:schemas:core:2.0:User",
  group: "urn:ietf:params:scim:schemas:core:2.0:Group",
  enterpriseUser: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  service: "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig",
  resourceType: "urn:ietf:params:scim:schemas:core:2.0:ResourceType",
  schema: "urn:ietf:params:scim:schemas:core:2.0:Schema",
  list: "urn:ietf:params:scim:api:messages:2.0:ListResponse",
  search: "urn:ietf:params:scim:api:messages:2.0:SearchRequest",
  patch: "urn:ietf:params:scim:api:messages:2.0:PatchOp",
  error: "urn:ietf:params:scim:api:messages:2.0:Error",
} as const;

export type ResourceKind = "User" | "Group";
export const urnOf = (kind: ResourceKind) => (kind === "User" ? urn.user : urn.group);
export const pathOf = (kind: ResourceKind) => (kind === "User" ? "/Users" : "/Groups");

/** One attribute as RFC 7643 §7 describes it. */
export interface Attribute {
  name: string;
  type: "string" | "boolean" | "dateTime" | "reference" | "complex";
  multiValued: boolean;
  description: string;
  required: boolean;
  caseExact: boolean;
  mutability: "readWrite" | "readOnly" | "immutable" | "writeOnly";
  returned: "always" | "default" | "never";
  uniqueness: "none" | "server";
  canonicalValues?: readonly string[];
  referenceTypes?: readonly string[];
  subAttributes?: readonly Attribute[];
}

function attribute(name: string, description: string, more: Partial<Attribute> = {}): Attribute {
  return {
    name,
    type: "string",
    multiValued: false,
    description,
    required: false,
    caseExact: false,
    mutability: "readWrite",
    returned: "default",
    uniqueness: "none",
    ...more,
  };
}

const told = { mutability: "readOnly" } as const;
const reference = (to: string) =>
  attribute("$ref", `The address of the ${to}.`, {
    ...told,
    type: "reference",
    referenceTypes: [to],
    caseExact: true,
  });

/** What every resource has; not part of a schema document. */
const common: readonly Attribute[] = [
  attribute("id", "Given by the service.", { ...told, caseExact: true, returned: "always", uniqueness: "server" }),
  attribute("externalId", "The client's own id.", { caseExact: true }),
  attribute("schemas", "Names of the schemas.", { ...told, multiValued: true, caseExact: true, returned: "always" }),
  attribute("meta", "About the resource.", {
    ...told,
    type: "complex",
    subAttributes: [
      attribute("resourceType", "User or Group.", { ...told, caseExact: true }),
      attribute("created", "When it was made.", { ...told, type: "dateTime" }),
      attribute("lastModified", "When it was last changed.", { ...told, type: "dateTime" }),
      attribute("location", "Its address.", { ...told, type: "reference", referenceTypes: ["uri"], caseExact: true }),
      attribute("version", "Its entity tag.", { ...told, caseExact: true }),
    ],
  }),
];

const userAttributes: readonly Attribute[] = [
  attribute("userName", "The e-mail address the person signs in with. No two people share one.", {
    required: true,
    uniqueness: "server",
  }),
  attribute("name", "The person's name. It is kept as one: displayName, else formatted, else the two parts together.", {
    type: "complex",
    subAttributes: [
      attribute("formatted", "The name as it is shown."),
      attribute("familyName", "Read with givenName where no whole name is sent; not kept apart.", {
        mutability: "writeOnly",
        returned: "never",
      }),
      attribute("givenName", "Read with familyName where no whole name is sent; not kept apart.", {
        mutability: "writeOnly",
        returned: "never",
      }),
    ],
  }),
  attribute("displayName", "The name as it is shown."),
  attribute("emails", "One address, the one of userName. What is sent here is not kept.", {
    ...told,
    type: "complex",
    multiValued: true,
    subAttributes: [
      attribute("value", "The address.", told),
      attribute("type", "Always work.", { ...told, canonicalValues: ["work"] }),
      attribute("primary", "Always true.", { ...told, type: "boolean" }),
    ],
  }),
  attribute("active", "Whether the person may use the application.", { type: "boolean" }),
  attribute("roles", "What the person may do: one of the application's roles.", {
    type: "complex",
    multiValued: true,
    subAttributes: [
      attribute("value", "The role.", { canonicalValues: roles }),
      attribute("primary", "The one that counts, where several are sent.", { type: "boolean" }),
    ],
  }),
  attribute("groups", "The groups the person is in, changed through the groups.", {
    ...told,
    type: "complex",
    multiValued: true,
    subAttributes: [
      attribute("value", "The id of the group.", { ...told, caseExact: true }),
      reference("Group"),
      attribute("display", "The name of the group.", told),
      attribute("type", "Always direct.", { ...told, canonicalValues: ["direct"] }),
    ],
  }),
];

const fixed = { mutability: "immutable" } as const;
const groupAttributes: readonly Attribute[] = [
  attribute("displayName", "The name of the team. No two teams share one.", { required: true, uniqueness: "server" }),
  attribute("members", "The people in the team.", {
    type: "complex",
    multiValued: true,
    subAttributes: [
      attribute("value", "The id of the person.", { ...fixed, caseExact: true }),
      { ...reference("User"), ...fixed },
      attribute("display", "The name of the person.", told),
      attribute("type", "Always User.", { ...fixed, canonicalValues: ["User"] }),
    ],
  }),
];

/** The attributes that a schema document lists. */
export const listedAttributes = { User: userAttributes, Group: groupAttributes } as const;

const known = { User: [...common, ...userAttributes], Group: [...common, ...groupAttributes] };

const named = (attributes: readonly Attribute[] | undefined, name: string): Attribute | undefined =>
  attributes?.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());

/** An attribute by name in any case, or one of its parts as `name.part`; undefined when there is none. */
export function findAttribute(kind: ResourceKind, name: string, part?: string): Attribute | undefined {
  const whole = named(known[kind], name);
  return part === undefined ? whole : named(whole?.subAttributes, part);
}

/** Standard attributes of people that mean nothing here: taken without a word, never kept. */
const passedOver = new Set(
  `addresses, costCenter, department, division, employeeNumber, entitlements, honorificPrefix, honorificSuffix, ims,
  locale, manager, middleName, nickName, organization, password, phoneNumbers, photos, preferredLanguage, profileUrl,
  timezone, title, userType, x509Certificates`
    .split(",")
    .map((name) => name.trim().toLowerCase()),
);

/** Whether RFC 7643 defines the attribute of a person, though nothing is kept of it. */
export const isPassedOver = (kind: ResourceKind, name: string): boolean =>
  kind === "User" && passedOver.has(name.toLowerCase());
