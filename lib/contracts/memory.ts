import { z } from "zod";
import { endReasons, outcomes, qualities } from "./vocabulary";

const uuid = z.uuid();

export const promiseKinds = ["price", "discount", "step", "claim"] as const;
export type PromiseKind = (typeof promiseKinds)[number];

/** Something the trainee undertook, in the trainee's own words. */
export const promiseSchema = z.object({
  kind: z.enum(promiseKinds),
  /** the exact words, at most 200 characters of them */
  quote: z.string().max(200),
  messageNumber: z.number().int(),
  topic: z.string().optional(),
  amount: z.number().optional(),
  percent: z.number().optional(),
  /** ISO date of an agreed step */
  date: z.string().optional(),
  /** how well it was made: for a claim, what the product sheet says of it */
  quality: z.enum(qualities).optional(),
});
export type PromiseMade = z.infer<typeof promiseSchema>;

/**
 * What one buyer of a follow-up scenario knows of its last talk with this trainee. Nothing sealed is in it but what was told
 * in that very talk. It cites the talk it comes from, decays, and its owner can see and erase it.
 */
export const relationshipSchema = z.object({
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
  /** so long ago that figures and dates of promises are gone from it */
  faded: z.boolean().optional(),
  expiresAt: z.iso.datetime(),
});
export type Relationship = z.infer<typeof relationshipSchema>;

/** The same as its owner sees it: no meters, for those are never shown as numbers. */
export const memorySchema = relationshipSchema.omit({ trust: true, interest: true }).meta({ id: "Memory" });
export type Memory = z.infer<typeof memorySchema>;

/** For the brief of a follow-up: what its buyers know of this trainee, and the scenario of the first talk. */
export const lastTalkSchema = z.object({
  first: z.object({ scenarioId: z.string(), title: z.string() }).nullable(),
  memories: z.array(memorySchema),
});

export const memoryListSchema = z.object({ items: z.array(memorySchema) }).meta({ id: "MemoryList" });
export const memoryParamsSchema = z.strictObject({ id: uuid.describe("id of the memory") });
