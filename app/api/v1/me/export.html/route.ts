import { getTranslations } from "next-intl/server";
import { exportOwnData } from "@/lib/domain/privacy-export";
import { pageOf } from "@/lib/domain/privacy-html";
import type { Speech } from "@/lib/domain/privacy-html-talk";
import { streamOf } from "@/lib/domain/privacy-json";
import { defineRoute } from "@/lib/platform/http/route";

/** The same to read and print, in the caller's language. */
export const GET = defineRoute({
  access: "privacy:export_own",
  limit: "export",
  handler: async ({ ctx }) => {
    const { locale } = ctx;
    const dates = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
      dateStyle: "medium",
      timeStyle: "short",
      timeZone: "UTC",
    });
    const at: Speech["at"] = (time) => (time ? `${dates.format(new Date(time))} UTC` : "–");
    const speech: Speech = { t: await getTranslations({ locale }), locale, at };
    return new Response(streamOf(pageOf(await exportOwnData(ctx, "html"), speech)), {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-disposition": `attachment; filename="salesboost-${new Date().toISOString().slice(0, 10)}.html"`,
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        "cache-control": "no-store",
      },
    });
  },
});
