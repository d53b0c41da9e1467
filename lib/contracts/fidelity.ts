import { z } from "zod";
import { replyPlanSchema } from "./state";
import { locales } from "./vocabulary";

/** Ways in which a buyer stops being the one it was written as. `conduct`: said what the policy forbids anyone to say. */
export const fidelityKinds = [
  "role_inversion",
  "leak",
  "contradiction",
  "repetition",
  "unearned_concession",
  "language_drift",
  "conduct",
] as const;
export type FidelityKind = (typeof fidelityKinds)[number];

/** Who read a whole reply before it was left standing; `rules_alone`: a model was to, and did not answer. */
export const reviewers = ["rules", "model", "rules_alone"] as const;
export type ReviewedBy = (typeof reviewers)[number];

/** What the review of one reply came to. */
export const replyReviewSchema = z.object({
  by: z.enum(reviewers),
  code: z.string().nullable(),
  /** what exactly was found: a kind, a name or a figure */
  detail: z.string().optional(),
});
export type ReplyReview = z.infer<typeof replyReviewSchema>;

/** One reply's making, kept for authors and auditors: never shown to the trainee. */
export const replyRecordSchema = z.object({
  messageId: z.string(),
  speakerId: z.string(),
  model: z.string(),
  /** hash of the instructions it was spoken from; null for the offline buyer */
  promptHash: z.string().nullable(),
  /** one per try that came so far, the last is the one that stands */
  reviews: z.array(replyReviewSchema),
  reworded: z.boolean(),
  failed: z.boolean(),
  /** what it was to say, as code had decided; absent in records older than this field */
  plan: replyPlanSchema.optional(),
  /** tools called for this reply, with what came of each */
  tools: z.array(
    z.object({
      name: z.string(),
      outcome: z.enum(["ok", "refused", "failed"]),
      latencyMs: z.number().int(),
      /** why it was refused or failed */
      reason: z.string().optional(),
      /** what it came to: words the buyer may have used */
      note: z.string().optional(),
    }),
  ),
});
export type ReplyRecord = z.infer<typeof replyRecordSchema>;

/**
 * `corrected`: every fault was stopped or taken back in time. `marred`: a small one reached the trainee, too little to spoil the
 * talk. `failed`: the buyer was not the one it was written as, and the talk must not count.
 */
export const fidelityVerdicts = ["faithful", "corrected", "marred", "failed"] as const;

export const fidelityFindingSchema = z.object({
  kind: z.enum(fidelityKinds),
  /** the rule that found it */
  code: z.string(),
  detail: z.string().optional(),
  messageId: z.string(),
  turn: z.number().int(),
  speakerId: z.string(),
  /** whether the trainee read it, or it was withheld or replaced in time */
  reached: z.boolean(),
});
export type FidelityFinding = z.infer<typeof fidelityFindingSchema>;

/** Whether a buyer stayed itself over a whole session. */
export const fidelityReportSchema = z
  .object({
    findings: z.array(fidelityFindingSchema),
    /** messages in which a safe line stands because no try passed */
    failed: z.array(z.string()),
    /** messages that were taken back and said anew */
    reworded: z.array(z.string()),
    /** messages that only the rules read though a model was to */
    unreviewed: z.array(z.string()),
    verdict: z.enum(fidelityVerdicts),
  })
  .meta({ id: "FidelityReport" });
export type FidelityReport = z.infer<typeof fidelityReportSchema>;

/** Reports are read without the talk: by date and scenario, never by person. */
const reportHeadSchema = z.object({
  evaluationId: z.uuid(),
  scenario: z.object({ id: z.string(), title: z.string(), version: z.number().int(), locale: z.enum(locales) }),
  /** the day it was read: an hour would say whose talk it was */
  on: z.iso.date(),
  verdict: z.enum(fidelityVerdicts),
  /** the talk was not scored because of it */
  voided: z.boolean(),
});

export const fidelitySummarySchema = reportHeadSchema.extend({
  /** findings by kind, those of replies that were stopped in time included */
  kinds: z.array(z.object({ kind: z.enum(fidelityKinds), stopped: z.number().int(), reached: z.number().int() })),
  unreviewed: z.number().int(),
});
export type FidelitySummary = z.infer<typeof fidelitySummarySchema>;

export const fidelityPageSchema = z
  .object({ items: z.array(fidelitySummarySchema), nextCursor: z.string().nullable() })
  .meta({ id: "FidelityPage" });
export type FidelityPage = z.infer<typeof fidelityPageSchema>;

/** One reply with which something was the matter, in the buyer's words alone: what it took from the trainee is left out as "…". */
export const fidelityMomentSchema = z.object({
  /** number of the message in its talk */
  number: z.number().int(),
  turn: z.number().int(),
  buyer: z.string(),
  /** tries that were stopped or replaced, in order, with the words that were */
  tries: z.array(
    z.object({ kind: z.enum(fidelityKinds), code: z.string(), detail: z.string().nullable(), words: z.string() }),
  ),
  /** what stands in the talk */
  stands: z.string(),
  /** what is wrong with what stands */
  reached: z.array(z.object({ kind: z.enum(fidelityKinds), code: z.string(), detail: z.string().nullable() })),
  /** a safe line stands because no try passed */
  failed: z.boolean(),
  /** a model was to read it and did not answer */
  unreviewed: z.boolean(),
});
export type FidelityMoment = z.infer<typeof fidelityMomentSchema>;

export const fidelityDetailSchema = reportHeadSchema
  .extend({ replies: z.number().int(), moments: z.array(fidelityMomentSchema) })
  .meta({ id: "FidelityDetail" });
export type FidelityDetail = z.infer<typeof fidelityDetailSchema>;

export const listFidelityQuerySchema = z.object({
  cursor: z.uuid().optional().describe("`nextCursor` of the page before"),
});
export const fidelityParamsSchema = z.object({ id: z.uuid().describe("id of an evaluation") });
