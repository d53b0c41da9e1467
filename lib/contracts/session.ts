import { z } from "zod";
import { lastTalkSchema } from "./memory";
import { complianceFlagSchema } from "./moves";
import {
  difficulties,
  endReasons,
  evaluationStatuses,
  locales,
  moodBands,
  outcomes,
  skills,
  stages,
} from "./vocabulary";

export const uuid = z.uuid();

/** Text a trainee sends: 1–4,000 characters (UTF-16 units) after trimming, well-formed Unicode. */
export const maxTextLength = 4000;
export const sendTurnSchema = z.strictObject({ turnId: uuid, text: z.string() }).meta({ id: "SendTurn" });
export type SendTurn = z.infer<typeof sendTurnSchema>;

export const startSessionSchema = z
  .strictObject({
    scenarioId: z.string().min(1).max(64),
    difficulty: z.enum(difficulties).optional(),
    submission: uuid.optional().describe("sent again with the same value it gives the same session"),
  })
  .meta({ id: "StartSession" });
export type StartSession = z.infer<typeof startSessionSchema>;

/** One buyer's mood as words (see `moodBands`), never numbers. */
export const moodSchema = z.object({
  buyerId: z.string(),
  trust: z.enum(moodBands.trust),
  interest: z.enum(moodBands.interest),
  patience: z.enum(moodBands.patience),
  /** the strongest recent change: "more guarded since message 7" */
  shift: z
    .object({
      meter: z.enum(["trust", "interest", "patience"]),
      direction: z.enum(["up", "down"]),
      sinceMessage: z.number().int(),
    })
    .nullable(),
});
export type Mood = z.infer<typeof moodSchema>;

export const messageSchema = z.object({
  id: z.string(),
  /** 1, 2, 3 … within the session: the citation key */
  number: z.number().int(),
  turn: z.number().int(),
  turnId: z.string(),
  speaker: z.string().describe('"trainee" or the id of a buyer'),
  text: z.string(),
  status: z.enum(["complete", "interrupted", "stopped"]),
  /** the buyer's words were replaced after review */
  reworded: z.boolean(),
  /** a fallback model served this reply */
  degraded: z.boolean(),
  flags: z.array(complianceFlagSchema),
  createdAt: z.iso.datetime(),
});
export type Message = z.infer<typeof messageSchema>;

export const buyerCardSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  company: z.string(),
  /** 0–3: which buyer tint */
  tint: z.number().int().min(0).max(3),
});
export type BuyerCard = z.infer<typeof buyerCardSchema>;

export const criterionSchema = z.object({
  id: z.string(),
  skill: z.enum(skills),
  title: z.string(),
  test: z.string(),
  weight: z.number().int(),
  blocker: z.boolean(),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const scenarioCardSchema = z
  .object({
    id: z.string(),
    family: z.string(),
    locale: z.enum(locales),
    title: z.string(),
    summary: z.string(),
    industry: z.string(),
    difficulty: z.enum(difficulties),
    minutes: z.number().int(),
    maxTurns: z.number().int(),
    buyers: z.array(buyerCardSchema),
    /** this trainee's tries: latest first */
    tries: z.array(
      z.object({
        sessionId: uuid,
        score: z.number().int().nullable(),
        endedAt: z.iso.datetime().nullable(),
        /** begun in the middle of an earlier try */
        second: z.boolean(),
      }),
    ),
  })
  .meta({ id: "ScenarioCard" });
export type ScenarioCard = z.infer<typeof scenarioCardSchema>;

/** All that is public about a scenario before practice. */
export const briefSchema = scenarioCardSchema
  .extend({
    situation: z.string(),
    goal: z.string(),
    offer: z.array(z.string()),
    known: z.array(z.string()),
    people: z.array(buyerCardSchema.extend({ manner: z.string(), publicFacts: z.array(z.string()) })),
    criteria: z.array(criterionSchema),
    cap: z.number().int(),
    bar: z.number().int(),
    hintBudget: z.number().int(),
    /** in a follow-up alone */
    lastTalk: lastTalkSchema.optional(),
  })
  .meta({ id: "Brief" });
export type Brief = z.infer<typeof briefSchema>;

/** A second try: begun where an earlier talk stood before one of its turns. */
export const branchSchema = z.object({
  /** null when the earlier talk was deleted */
  parentId: uuid.nullable(),
  /** the first turn, and the number of the first message, that are its own */
  fromTurn: z.number().int(),
  fromMessage: z.number().int(),
});

export const sessionSummarySchema = z
  .object({
    id: uuid,
    scenarioId: z.string(),
    scenarioTitle: z.string(),
    locale: z.enum(locales),
    difficulty: z.enum(difficulties),
    stage: z.enum(stages),
    turn: z.number().int(),
    maxTurns: z.number().int(),
    outcome: z.enum(outcomes).nullable(),
    endReason: z.enum(endReasons).nullable(),
    assisted: z.boolean(),
    evaluation: z.enum(evaluationStatuses).nullable(),
    score: z.number().int().nullable(),
    unscorable: z.string().nullable(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    branch: branchSchema.nullable(),
  })
  .meta({ id: "SessionSummary" });
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

/** What the room shows. `pending` is a turn being answered (resume its stream) or one to retry, with its text. */
export const sessionViewSchema = sessionSummarySchema
  .extend({
    brief: briefSchema,
    messages: z.array(messageSchema),
    moods: z.array(moodSchema),
    expiresAt: z.iso.datetime(),
    hints: z.object({
      budget: z.number().int(),
      used: z.number().int(),
      given: z.array(z.object({ turn: z.number().int(), text: z.string() })),
    }),
    pending: z
      .object({
        turnId: uuid,
        text: z.string(),
        status: z.enum(["speaking", "interrupted", "stopped", "failed"]),
        code: z.string().nullable(),
        /** what buyers had said before it broke off; counts for nothing */
        partial: z.array(z.object({ speakerId: z.string(), messageId: z.string(), text: z.string() })).optional(),
      })
      .nullable(),
    degraded: z.boolean(),
    /** degraded because the budget for models is used up, not for a fault */
    overBudget: z.boolean(),
  })
  .meta({ id: "Session" });
export type SessionView = z.infer<typeof sessionViewSchema>;

export const endSessionSchema = z.strictObject({}).meta({ id: "EndSession" });

export const sessionListSchema = z
  .object({ items: z.array(sessionSummarySchema), nextCursor: z.string().nullable() })
  .meta({ id: "SessionList" });
export const scenarioListSchema = z.object({ items: z.array(scenarioCardSchema) }).meta({ id: "ScenarioList" });
export const hintSchema = z
  .object({ turn: z.number().int(), text: z.string(), used: z.number().int(), budget: z.number().int() })
  .meta({ id: "Hint" });
export type Hint = z.infer<typeof hintSchema>;
