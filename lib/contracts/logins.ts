import { z } from "zod";
import { uuid } from "./session";

export const deviceKinds = ["computer", "phone", "tablet", "other"] as const;

/** One sign-in of a browser that still holds. */
export const loginSchema = z
  .object({
    id: z.uuid(),
    /** what the browser said it is; null where it said nothing known */
    device: z.object({
      browser: z.string().nullable(),
      system: z.string().nullable(),
      kind: z.enum(deviceKinds),
    }),
    address: z.string().nullable().describe("as the trusted proxy saw it; null without one"),
    since: z.iso.datetime(),
    lastSeenAt: z.iso.datetime().describe("to within five minutes"),
    current: z.boolean().describe("the one this call came by"),
  })
  .meta({ id: "Login" });
export type Login = z.infer<typeof loginSchema>;

export const loginListSchema = z.object({ items: z.array(loginSchema) }).meta({ id: "LoginList" });

/** With whose it is: for administrators. */
export interface PersonLogin extends Login {
  person: { id: string; name: string; email: string };
}
export interface LoginPage {
  items: PersonLogin[];
  nextCursor: string | null;
}

export const loginQuerySchema = z.object({
  person: z.string().trim().max(200).optional(),
  user: uuid.optional(),
  cursor: uuid.optional(),
});
export type LoginQuery = z.infer<typeof loginQuerySchema>;

export const loginRefSchema = z.strictObject({ id: uuid });
export const loginPersonSchema = z.strictObject({ userId: uuid });
