import { AppError } from "@/lib/platform/errors";
import { env } from "@/lib/platform/env";
import { isBearer } from "@/lib/platform/http/bearer";
import { definePublicRoute } from "@/lib/platform/http/route";

/** The numbers of this process for Prometheus, to who holds METRICS_TOKEN. */
export const GET = definePublicRoute({
  handler: async ({ request }) => {
    const { metricsToken } = env();
    // without a token the door does not exist
    if (!metricsToken) throw new AppError("not_found");
    if (!(await isBearer(request, metricsToken))) throw new AppError("unauthenticated");
    const { scrape } = await import("@/lib/platform/metrics");
    const { text, type } = await scrape();
    return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
  },
});
