import { z } from "zod";
import { uuid } from "./session";
import { locales } from "./vocabulary";

/** What a call carries besides its body, one definition for the routes and the OpenAPI document. */
export const sessionParamsSchema = z.object({ id: uuid.describe("id of a practice session") });

export const listSessionsQuerySchema = z.object({
  cursor: z.string().min(1).max(200).optional().describe("`nextCursor` of the page before"),
  limit: z.coerce.number().int().min(1).max(100).optional().describe("sessions per page, 20 unless told"),
});

export const listScenariosQuerySchema = z.object({
  locale: z.enum(locales).optional().describe("scenarios in this language alone"),
});

export const createShareSchema = z
  .strictObject({ days: z.number().int().min(1).max(30).optional() })
  .meta({ id: "CreateShare" });

export const shareSchema = z
  .object({
    token: z.string(),
    url: z.string().describe("path of the shared debrief on this site"),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "Share" });
