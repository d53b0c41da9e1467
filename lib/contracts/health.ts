import { z } from "zod";

const dependencySchema = z.object({
  name: z.enum(["database", "identity_provider", "limits", "models"]),
  /** configured: there, but asking it would cost, so it was not asked */
  state: z.enum(["up", "down", "embedded", "configured"]),
  /** requests cannot be served without it */
  required: z.boolean(),
});
export type Dependency = z.infer<typeof dependencySchema>;

export const readinessSchema = z
  .object({ status: z.enum(["ready", "not_ready", "closing"]), dependencies: z.array(dependencySchema) })
  .meta({ id: "Readiness" });
export type Readiness = z.infer<typeof readinessSchema>;
