import { z } from "zod";
import { relatedTrySchema } from "./branches";
import { messageSchema, sessionSummarySchema, uuid } from "./session";
import { checkStatuses, evaluationStatuses, skills, unscorableReasons } from "./vocabulary";

/** Exact words on record. Built only after code has re-read them: `text.slice(start, end) === quote`. */
export const quoteSchema = z.object({
  messageId: z.string(),
  messageNumber: z.number().int(),
  speaker: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
});
export type Quote = z.infer<typeof quoteSchema>;

export const checkResultSchema = z.object({
  checkId: z.string(),
  skill: z.enum(skills),
  title: z.string(),
  test: z.string(),
  weight: z.number().int(),
  blocker: z.boolean(),
  status: z.enum(checkStatuses),
  /** one sentence: what decided it */
  why: z.string(),
  evidence: z.array(quoteSchema),
  /** for an absence: the verified scan that found nothing */
  scan: z.object({ rule: z.string(), fromMessage: z.number().int(), toMessage: z.number().int() }).nullable(),
  /** votes of a model judge, none for the offline judge's single reading */
  votes: z.array(z.enum(checkStatuses)),
  tryThis: z.string().nullable(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

export const skillScoreSchema = z.object({
  skill: z.enum(skills),
  /** null when nothing of it was decided */
  score: z.number().int().nullable(),
  met: z.number().int(),
  decided: z.number().int(),
  total: z.number().int(),
  last: z.number().int().nullable(),
});
export type SkillScore = z.infer<typeof skillScoreSchema>;

export const marginNoteSchema = z.object({
  kind: z.enum(["good", "missed", "try", "claim"]),
  messageId: z.string(),
  text: z.string(),
  quote: quoteSchema.nullable(),
});
export type MarginNote = z.infer<typeof marginNoteSchema>;

export const revealedFactSchema = z.object({
  factId: z.string(),
  buyerId: z.string(),
  text: z.string(),
  earned: z.boolean(),
  /** the buyer's message that told it */
  receipt: quoteSchema.nullable(),
  /** the unlock in plain words, each part ticked or not */
  conditions: z.array(z.object({ text: z.string(), held: z.boolean() })),
});
export type RevealedFact = z.infer<typeof revealedFactSchema>;

export const debriefSchema = z
  .object({
    session: sessionSummarySchema,
    status: z.enum(evaluationStatuses),
    /** how far the judge is, while queued or judging */
    progress: z.object({ done: z.number().int(), total: z.number().int() }).nullable(),
    unscorable: z.enum(unscorableReasons).nullable(),
    headline: z.string().nullable(),
    score: z.number().int().nullable(),
    bar: z.number().int(),
    cap: z.object({ value: z.number().int(), checkId: z.string() }).nullable(),
    evidenceCompleteness: z.number().min(0).max(1).nullable(),
    skills: z.array(skillScoreSchema),
    checks: z.array(checkResultSchema),
    focus: z
      .object({ title: z.string(), receipt: quoteSchema.nullable(), text: z.string(), tryThis: z.string().nullable() })
      .nullable(),
    good: z.object({ text: z.string(), receipt: quoteSchema }).nullable(),
    notes: z.array(marginNoteSchema),
    hidden: z.array(revealedFactSchema),
    messages: z.array(messageSchema),
    buyers: z.array(z.object({ id: z.string(), name: z.string(), tint: z.number().int() })),
    /** this trainee's other tries from the same beginning, latest first; empty for others than the owner */
    related: z.array(relatedTrySchema),
    /** for a first path the last scored first path at the same scenario; for a second try the talk it was branched from */
    lastTry: z.object({ sessionId: uuid, score: z.number().int(), endedAt: z.iso.datetime() }).nullable(),
    changes: z.array(
      z.object({ checkId: z.string(), title: z.string(), from: z.enum(checkStatuses), to: z.enum(checkStatuses) }),
    ),
    next: z.object({ scenarioId: z.string(), title: z.string(), why: z.string() }).nullable(),
    versions: z
      .object({
        rubric: z.string(),
        scenario: z.string(),
        personas: z.array(z.string()),
        judge: z.string(),
        promptHash: z.string(),
      })
      .nullable(),
    share: z.object({ url: z.string(), expiresAt: z.iso.datetime() }).nullable(),
    owner: z.boolean(),
  })
  .meta({ id: "Debrief" });
export type Debrief = z.infer<typeof debriefSchema>;
