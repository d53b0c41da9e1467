import { AppError } from "@/lib/platform/errors";
import { env } from "@/lib/platform/env";
import { isBearer } from "@/lib/platform/http/bearer";
import { definePublicRoute } from "@/lib/platform/http/route";
import { drainNow, planDay } from "@/lib/platform/job-handlers";

/** Works off waiting jobs where no long-lived process does: a cron calls it with CRON_SECRET as bearer token. */
export const GET = definePublicRoute({
  handler: async ({ request }) => {
    const { cronSecret } = env();
    // without a secret the door does not exist
    if (!cronSecret) throw new AppError("not_found");
    if (!(await isBearer(request, cronSecret))) throw new AppError("unauthenticated");
    // what waits comes first, then what planning has queued
    const waited = await drainNow();
    await planDay();
    return { done: waited + (await drainNow()) };
  },
});
