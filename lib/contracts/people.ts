import { z } from "zod";
import { uuid } from "./session";
import { roles, type Role } from "./vocabulary";

/** Roles that may lead a team: they can open its page. */
export const leadingRoles: readonly Role[] = ["manager", "admin"];

/** Invited: has never signed in. */
export const personStates = ["active", "invited", "disabled"] as const;
export type PersonState = (typeof personStates)[number];

export const addressSchema = z.email().max(320).describe("address they sign in with");
/** Something a name may be: one line, nothing that hides or turns around what stands beside it. */
export const lineSchema = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(text), {
      error: "one line of text",
    });
export const personNameSchema = lineSchema(200);
const version = z.iso.datetime().describe("`updatedAt` of what was read: a change in between is refused");

const membershipSchema = z.object({ id: uuid, name: z.string(), leads: z.boolean() });

export const personSchema = z
  .object({
    id: uuid,
    name: z.string(),
    email: z.string(),
    role: z.enum(roles).nullable().describe("null until a role is given or claimed: they cannot sign in"),
    state: z.enum(personStates),
    teams: z.array(membershipSchema),
    lastSeenAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof personSchema>;

export const personDetailSchema = personSchema
  .extend({
    logins: z.number().int().describe("sign-ins that are open"),
    keys: z.number().int().describe("keys that act as them and are neither revoked nor past their time"),
    provisioned: z.boolean().describe("a directory set them up and may change them"),
  })
  .meta({ id: "PersonDetail" });
export type PersonDetail = z.infer<typeof personDetailSchema>;

export const peoplePageSchema = z
  .object({ items: z.array(personSchema), nextCursor: z.string().nullable() })
  .meta({ id: "PeoplePage" });
export type PeoplePage = z.infer<typeof peoplePageSchema>;

export const listPeopleQuerySchema = z.object({
  q: lineSchema(200).optional().describe("part of a name or address"),
  role: z.enum(roles).optional(),
  state: z.enum(personStates).optional(),
  team: uuid.optional().describe("members of this team"),
  cursor: uuid.optional().describe("`nextCursor` of the page before"),
  limit: z.coerce.number().int().min(1).max(100).optional().describe("people per page, 25 unless told"),
});
export type ListPeopleQuery = z.infer<typeof listPeopleQuerySchema>;

export const personParamsSchema = z.object({ id: uuid.describe("id of a person") });

/** Somebody to choose in a form. */
export const personChoiceSchema = personSchema.pick({ id: true, name: true, email: true });
export type PersonChoice = z.infer<typeof personChoiceSchema>;

/** People to choose among. */
export interface PeopleChoices {
  people: PersonChoice[];
  /** there are others who would do */
  more: boolean;
}

export interface PeopleCounts {
  total: number;
  /** "none" for people without a role */
  byRole: Partial<Record<Role | "none", number>>;
  byState: Partial<Record<PersonState, number>>;
}

export const invitePersonSchema = z
  .strictObject({ email: addressSchema, name: personNameSchema.optional(), role: z.enum(roles) })
  .meta({ id: "InvitePerson" });
export type InvitePerson = z.infer<typeof invitePersonSchema>;

/** Longest paste of addresses, characters, and most people in one. */
export const longestPaste = 60_000;
export const mostInvited = 500;

export const invitePeopleSchema = z.strictObject({
  addresses: z.string().min(1).max(longestPaste).describe("one address a line, or CSV with a column of addresses"),
  role: z.enum(roles),
});
export type InvitePeople = z.infer<typeof invitePeopleSchema>;

/** Why a line of a paste invited nobody. */
export const inviteRefusals = ["no_address", "twice", "already_exists", "domain_refused"] as const;
export type InviteRefusal = (typeof inviteRefusals)[number];

export interface InvitedPeople {
  invited: { id: string; email: string }[];
  /** in the order they were pasted; `text` is the line, cut to 100 characters */
  refused: { line: number; text: string; why: InviteRefusal }[];
}

const renameOrMove = z.strictObject({
  name: personNameSchema.optional(),
  role: z.enum(roles).optional(),
  updatedAt: version,
});
const shutOrOpen = z.strictObject({ disabled: z.boolean(), updatedAt: version });
export const changePersonSchema = z.union([renameOrMove, shutOrOpen]).meta({ id: "ChangePerson" });
export const renameOrMoveSchema = renameOrMove.extend({ id: uuid });
export const shutOrOpenSchema = shutOrOpen.extend({ id: uuid });

export const removePersonSchema = z
  .strictObject({
    practice: z.enum(["erase", "keep"]).describe("erase their talks, or keep them under no name for nobody to read"),
    successorId: uuid.nullable().describe("who leads the teams they led; null leaves those without a lead"),
    updatedAt: version,
  })
  .meta({ id: "RemovePerson" });
export type RemovePerson = z.infer<typeof removePersonSchema>;
