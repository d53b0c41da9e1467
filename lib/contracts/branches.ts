import { z } from "zod";
import { messageSchema, sessionSummarySchema, uuid } from "./session";
import { checkStatuses, meters, skills, stages } from "./vocabulary";

/** Go back to before one's own message of this turn and try again; the talk as it went stays. */
export const rewindSchema = z.strictObject({ turn: z.number().int().min(1).max(100) }).meta({ id: "Rewind" });
export type Rewind = z.infer<typeof rewindSchema>;

/** Where a talk stands among the tries that share its beginning. */
export const lineageSchema = z.object({
  /** the talk this one was branched from, unless it is the first or that one was deleted */
  parent: z.object({ sessionId: uuid, title: z.string() }).nullable(),
  /** the first turn that is its own; null for a first path */
  fromTurn: z.number().int().nullable(),
  branches: z.array(
    z.object({ sessionId: uuid, fromTurn: z.number().int(), score: z.number().int().nullable(), ended: z.boolean() }),
  ),
});
export type Lineage = z.infer<typeof lineageSchema>;

/** The state after one turn, as the comparison draws it. Numbers are shown only here, after the end. */
export const pathPointSchema = z.object({
  turn: z.number().int(),
  stage: z.enum(stages),
  meters: z.array(z.object({ buyerId: z.string(), meter: z.enum(meters), value: z.number().int() })),
  /** facts told, objections raised and resolved, concessions granted in this turn, in plain words */
  events: z.array(
    z.object({
      kind: z.enum(["fact", "objection_raised", "objection_resolved", "concession", "stage", "end"]),
      buyerId: z.string().nullable(),
      text: z.string(),
    }),
  ),
});
export type PathPoint = z.infer<typeof pathPointSchema>;

export const pathSchema = z.object({
  session: sessionSummarySchema,
  points: z.array(pathPointSchema),
  messages: z.array(messageSchema),
});

/** Two ended paths with a common beginning, side by side. */
export const comparisonSchema = z
  .object({
    /** turns before this one are the same in both */
    forkTurn: z.number().int(),
    left: pathSchema,
    right: pathSchema,
    checks: z.array(
      z.object({
        checkId: z.string(),
        title: z.string(),
        skill: z.enum(skills),
        left: z.enum(checkStatuses).nullable(),
        right: z.enum(checkStatuses).nullable(),
        /** as seen from left to right; only a change between decided statuses counts */
        change: z.enum(["gained", "lost", "same", "undecided"]),
      }),
    ),
    buyers: z.array(z.object({ id: z.string(), name: z.string(), tint: z.number().int() })),
  })
  .meta({ id: "Comparison" });
export type Comparison = z.infer<typeof comparisonSchema>;
