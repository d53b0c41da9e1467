import { z } from "zod";

/** What a model, or the rules in its place, is asked to do. */
export const modelRoles = ["perceive", "speak", "review", "coach", "judge", "embed", "rerank"] as const;
export type ModelRole = (typeof modelRoles)[number];

/** One call of one model, as it went. */
export const modelCallSchema = z.object({
  role: z.enum(modelRoles),
  /** `provider:model`, `offline` for the members that run in process */
  model: z.string(),
  inputTokens: z.number().int().min(0),
  outputTokens: z.number().int().min(0),
  latencyMs: z.number().int().min(0),
  outcome: z.enum(["ok", "failed", "stopped"]),
  /** millionths of a US dollar by the price table; null when the table does not know the model */
  costMicros: z.number().int().min(0).nullable(),
  /** hash of the instructions that were sent; null for the offline members */
  promptHash: z.string().nullable(),
});
export type ModelCall = z.infer<typeof modelCallSchema>;
