import { z } from "zod";
import { locales, moveTypes, qualities } from "./vocabulary";

/** UTF-16 offsets into the message text, end exclusive: `text.slice(start, end)`. */
export const spanSchema = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) });
export type Span = z.infer<typeof spanSchema>;

/** What a trainee did in a message, as perceived. */
export const moveSchema = z.object({
  type: z.enum(moveTypes),
  topic: z.string().optional(),
  objectionId: z.string().optional(),
  /** persona id when one buyer of several was addressed */
  addressee: z.string().optional(),
  /** a sum, percentage or price in the move, as a plain number */
  amount: z.number().optional(),
  percent: z.number().optional(),
  /** ISO date of a proposed step */
  date: z.string().optional(),
  /** what a discount is given for, in the trainee's words */
  condition: z.string().optional(),
  /** make_claim only: what the knowledge says of it, with the passage that says so */
  verdict: z.enum(["supported", "contradicted", "not_in_knowledge"]).optional(),
  passageId: z.string().optional(),
  /** propose_next_step: a date and an owner were named */
  dated: z.boolean().optional(),
  /** unprofessional only: an insult, slur or threat, which ends the talk at once */
  severe: z.boolean().optional(),
  span: spanSchema,
  confidence: z.number().min(0).max(1),
});
export type Move = z.infer<typeof moveSchema>;

/** A move as it counted: with its turn, its message and how well it was made. */
export const playedMoveSchema = moveSchema.extend({
  turn: z.number().int(),
  messageId: z.string(),
  quality: z.enum(qualities).optional(),
});
export type PlayedMove = z.infer<typeof playedMoveSchema>;

export const complianceFlagSchema = z.object({
  ruleId: z.string(),
  label: z.string(),
  severity: z.enum(["info", "warn", "block"]),
  span: spanSchema,
  safer: z.string(),
  /** the passage of the product sheet a claim goes against */
  passage: z.object({ id: z.string(), page: z.number(), text: z.string() }).optional(),
});
export type ComplianceFlag = z.infer<typeof complianceFlagSchema>;

export const perceptionSchema = z.object({
  moves: z.array(moveSchema),
  language: z.enum([...locales, "other"]),
  flags: z.array(complianceFlagSchema),
  words: z.number().int(),
  /** who found them */
  by: z.enum(["rules", "model"]),
});
export type Perception = z.infer<typeof perceptionSchema>;
