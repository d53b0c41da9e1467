import { listFidelityQuerySchema } from "@/lib/contracts/fidelity";
import { listFidelity } from "@/lib/domain/fidelity";
import { defineRoute } from "@/lib/platform/http/route";

/** Whether the buyers of this company's talks stayed themselves, latest first. */
export const GET = defineRoute({
  access: "fidelity:read",
  query: listFidelityQuerySchema,
  handler: ({ ctx, query }) => listFidelity(ctx, query),
});
