import { z } from "zod";
import { replyPlanSchema } from "./state";

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
