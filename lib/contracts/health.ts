import { z } from "zod";

const dependencySchema = z.object({
  name: z.enum(["database", "identity_provider", "limits", "models", "secrets"]),
  /**
   * configured: there, but asking it would cost, so it was not asked. degraded: it does not answer, and what it said last is used.
   */
  state: z.enum(["up", "down", "degraded", "embedded", "configured"]),
  /** requests cannot be served without it */
  required: z.boolean(),
});
export type Dependency = z.infer<typeof dependencySchema>;

/** A provider of models as the last calls found it: asking it just to know would cost. */
const providerSchema = z.object({
  name: z.enum(["openai", "compatible"]),
  /** resting: every model of it failed lately and is left alone for a while */
  state: z.enum(["untried", "up", "partly", "resting"]),
});
export type ProviderHealth = z.infer<typeof providerSchema>;

export const readinessSchema = z
  .object({
    status: z.enum(["ready", "not_ready", "closing"]),
    dependencies: z.array(dependencySchema),
    providers: z.array(providerSchema),
  })
  .meta({ id: "Readiness" });
export type Readiness = z.infer<typeof readinessSchema>;
