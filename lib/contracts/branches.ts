import { z } from "zod";
import { sessionParamsSchema } from "./requests";
import { messageSchema, sessionSummarySchema, uuid } from "./session";
import { checkStatuses, meters, skills, stages } from "./vocabulary";

/** Most tries that may be made from the turns of one talk. */
export const maxBranches = 20;

/** Go back to before one's own message of this turn and try again; the talk as it went stays. */
export const rewindSchema = z.strictObject({ turn: z.number().int().min(1).max(100) }).meta({ id: "Rewind" });

/** Another try that shares its beginning with this talk. */
export const relatedTrySchema = z.object({
  sessionId: uuid,
  /** `parent`: this talk was branched from it; `branch`: it was branched from this one; `other`: a cousin of some degree */
  relation: z.enum(["parent", "branch", "other"]),
  /** its own first message, null for a first path */
  fromMessage: z.number().int().nullable(),
  score: z.number().int().nullable(),
  ended: z.boolean(),
  startedAt: z.iso.datetime(),
});
export type RelatedTry = z.infer<typeof relatedTrySchema>;

/** The state after one turn, as the comparison draws it. Numbers are shown only here, after the end. */
const pathPointSchema = z.object({
  /** 0 is before the first word */
  turn: z.number().int(),
  stage: z.enum(stages),
  meters: z.array(z.object({ buyerId: z.string(), meter: z.enum(meters), value: z.number().int() })),
  /** facts told, objections raised and settled, concessions granted in this turn, in the words of the scenario */
  events: z.array(
    z.object({
      kind: z.enum(["fact", "objection_raised", "objection_resolved", "concession"]),
      buyerId: z.string(),
      text: z.string(),
    }),
  ),
});
export type PathPoint = z.infer<typeof pathPointSchema>;

const pathSchema = z.object({
  session: sessionSummarySchema,
  points: z.array(pathPointSchema),
  /** from the fork on: what went before is the same in both */
  messages: z.array(messageSchema),
});
export type Path = z.infer<typeof pathSchema>;

const comparedCheckSchema = z.object({
  checkId: z.string(),
  title: z.string(),
  skill: z.enum(skills),
  weight: z.number().int(),
  /** null until judged */
  left: z.enum(checkStatuses).nullable(),
  right: z.enum(checkStatuses).nullable(),
  /** as seen from left to right; only a change between decided statuses counts */
  change: z.enum(["gained", "lost", "same", "undecided"]),
  /** one sentence of the judge on the right path, else on the left one */
  why: z.string().nullable(),
});
export type ComparedCheck = z.infer<typeof comparedCheckSchema>;

/** Two ended paths with a common beginning, side by side. */
export const comparisonSchema = z
  .object({
    /** turns before this one are the same in both */
    forkTurn: z.number().int(),
    /** number of the first message that differs */
    forkMessage: z.number().int(),
    left: pathSchema,
    right: pathSchema,
    checks: z.array(comparedCheckSchema),
    bar: z.number().int(),
    buyers: z.array(z.object({ id: z.string(), name: z.string(), tint: z.number().int() })),
  })
  .meta({ id: "Comparison" });
export type Comparison = z.infer<typeof comparisonSchema>;

export const compareParamsSchema = sessionParamsSchema.extend({
  other: uuid.describe("id of a talk with the same beginning"),
});
