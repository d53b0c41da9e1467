import { z } from "zod";
import { endReasons, outcomes } from "./vocabulary";
import { uuid } from "./session";

/** Something the trainee undertook, in the trainee's own words. */
export const promiseSchema = z.object({
  kind: z.enum(["price", "discount", "step", "claim"]),
  /** the exact words, at most 200 characters of them */
  quote: z.string().max(200),
  messageNumber: z.number().int(),
  topic: z.string().optional(),
  amount: z.number().optional(),
  percent: z.number().optional(),
  date: z.string().optional(),
});
export type PromiseMade = z.infer<typeof promiseSchema>;

/**
 * What one buyer of a follow-up scenario knows of its last talk with this trainee. Nothing sealed is in it but what was told
 * in that very talk. It cites the talk it comes from, decays, and its owner can see and erase it.
 */
export const relationshipSchema = z
  .object({
    id: uuid,
    /** the talk it comes from */
    sourceSessionId: uuid,
    scenarioTitle: z.string(),
    buyerId: z.string(),
    buyerName: z.string(),
    endedAt: z.iso.datetime(),
    outcome: z.enum(outcomes),
    endReason: z.enum(endReasons).nullable(),
    /** facts this buyer told then */
    told: z.array(z.object({ factId: z.string(), text: z.string() })),
    promises: z.array(promiseSchema),
    /** objections left open, in the words already said */
    open: z.array(z.object({ objectionId: z.string(), surface: z.string() })),
    /** where the meters stood */
    trust: z.number().int(),
    interest: z.number().int(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "Relationship" });
export type Relationship = z.infer<typeof relationshipSchema>;
