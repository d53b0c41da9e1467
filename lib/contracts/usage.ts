import { z } from "zod";

/** What a model, or the rules in its place, is asked to do. */
export const modelRoles = ["perceive", "speak", "review", "coach", "judge", "embed", "rerank"] as const;
export type ModelRole = (typeof modelRoles)[number];

/** US dollars for a million tokens, by `provider:model`. */
export type Prices = Readonly<Record<string, { input: number; output: number }>>;

const price = /^(?<model>(?:openai|compatible):\S+?)=(?<input>\d+(?:\.\d+)?)\/(?<output>\d+(?:\.\d+)?)$/u;

/** Reads `openai:gpt-5-mini=0.25/2,compatible:qwen3=0.1/0.4`: dollars a million tokens, in and out. */
export const pricesSchema = z.string().transform((text, ctx): Prices => {
  const parts = text.split(",").flatMap((part) => part.trim() || []);
  const entries = parts.flatMap((part) => {
    const { model, input, output } = price.exec(part)?.groups ?? {};
    if (model === undefined) ctx.addIssue({ code: "custom", message: `"${part}" is not provider:model=in/out` });
    return model === undefined ? [] : [[model, { input: Number(input), output: Number(output) }] as const];
  });
  return Object.fromEntries(entries);
});

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
