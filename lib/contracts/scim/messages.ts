import { z } from "zod";
import { addressSchema } from "../people";
import { roles } from "../vocabulary";
import { urn } from "./attributes";

/** Why a request was refused, RFC 7644 §3.12. */
export const scimTypes = [
  "invalidFilter",
  "uniqueness",
  "mutability",
  "invalidSyntax",
  "invalidPath",
  "noTarget",
  "invalidValue",
] as const;
export type ScimType = (typeof scimTypes)[number];

export const scimErrorSchema = z.object({
  schemas: z.tuple([z.literal(urn.error)]),
  status: z.string(),
  scimType: z.enum(scimTypes).optional(),
  detail: z.string(),
});
export type ScimErrorBody = z.infer<typeof scimErrorSchema>;

/** Most resources of one page, and how many there are unless told. */
export const mostPerPage = 200;
const usuallyPerPage = 100;

/** A sign no text may hold: Postgres cannot keep it. */
const sound = (text: string) => !text.includes("\u0000") && text.isWellFormed();
const plain = (longest: number) => z.string().max(longest).refine(sound, "no control or broken characters");
const nothing = z.null().transform(() => undefined);
const flag = z.union([
  z.boolean(),
  // Entra sends its booleans as words.
  z.stringbool({ truthy: ["true"], falsy: ["false"] }),
]);

const filled = plain(200)
  .trim()
  .transform((text) => text || undefined);
const externalId = z.union([nothing, plain(255).transform((text) => text || undefined)]).optional();

/** What a client says of a person, names of attributes already made ours. What RFC 7643 knows beside it is dropped. */
export const userInputSchema = z.object({
  userName: z.string().trim().pipe(addressSchema.refine(sound)).describe("an e-mail address"),
  externalId,
  displayName: z.union([nothing, filled]).optional(),
  name: z
    .union([
      nothing,
      z.object({
        formatted: z.union([nothing, filled]).optional(),
        givenName: z.union([nothing, filled]).optional(),
        familyName: z.union([nothing, filled]).optional(),
      }),
    ])
    .optional(),
  active: z.union([nothing, flag]).optional(),
  roles: z
    .union([nothing, z.array(z.object({ value: z.enum(roles), primary: z.union([nothing, flag]).optional() })).max(20)])
    .optional(),
});
export type UserInput = z.infer<typeof userInputSchema>;

/** What a client says of a team. Groups within groups there are none. */
export const groupInputSchema = z.object({
  displayName: plain(200).trim().min(1),
  externalId,
  members: z
    .union([
      nothing,
      z
        .array(z.object({ value: z.uuid(), type: z.union([nothing, z.literal("User")]).optional() }))
        .transform((members) => [...new Set(members.map(({ value }) => value.toLowerCase()))]),
    ])
    .optional(),
});
export type GroupInput = z.infer<typeof groupInputSchema>;

export const patchSchema = z.object({
  schemas: z.array(z.string()).refine((names) => names.includes(urn.patch), `must name ${urn.patch}`),
  Operations: z
    .array(
      z.object({
        op: z
          .string()
          .toLowerCase()
          .pipe(z.enum(["add", "replace", "remove"])),
        path: z.union([nothing, plain(2000)]).optional(),
        value: z.unknown(),
      }),
    )
    .min(1)
    .max(1000),
});
export type PatchOperation = z.infer<typeof patchSchema>["Operations"][number];

const whole = z.coerce.number().int().min(Number.MIN_SAFE_INTEGER).max(1_000_000_000);
const names = z.union([z.array(plain(300)).max(100), plain(4000).transform((text) => text.split(","))]);

/** Which attributes an answer shows. */
export const shownSchema = z.object({ attributes: names.optional(), excludedAttributes: names.optional() });
export type Shown = z.infer<typeof shownSchema>;

/** Query of a list, or the body of a search. Counting starts at 1; what is below counts as the least there is. */
export const searchSchema = shownSchema.extend({
  filter: plain(2000).optional(),
  sortBy: plain(200).optional(),
  sortOrder: z.enum(["ascending", "descending"]).optional(),
  startIndex: whole.transform((at) => Math.max(at, 1)).default(1),
  count: whole.transform((n) => Math.min(Math.max(n, 0), mostPerPage)).default(usuallyPerPage),
});
export type Search = z.infer<typeof searchSchema>;
