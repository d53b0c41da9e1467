import { exportOwnData } from "@/lib/domain/privacy-export";
import { jsonOf, streamOf } from "@/lib/domain/privacy-json";
import { defineRoute } from "@/lib/platform/http/route";

/** Everything held of the caller, as data. */
export const GET = defineRoute({
  access: "privacy:export_own",
  limit: "export",
  handler: async ({ ctx }) =>
    new Response(streamOf(jsonOf(await exportOwnData(ctx, "json"))), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="salesboost-${new Date().toISOString().slice(0, 10)}.json"`,
        "cache-control": "no-store",
      },
    }),
});
