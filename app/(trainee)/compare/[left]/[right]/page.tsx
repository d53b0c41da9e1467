import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { CompareView } from "@/components/compare/compare-view";
import { Blank } from "@/components/ui/blank";
import { Words } from "@/components/ui/words";
import type { Ctx } from "@/lib/contracts/context";
import { compareTalks } from "@/lib/domain/comparisons";
import { AppError } from "@/lib/platform/errors";
import { orNotFound, uuidOr404 } from "@/app/there";
import { definePage } from "@/lib/platform/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("compare"))("title") };
}

interface Params extends Record<string, string> {
  left: string;
  right: string;
}

/** Why the two cannot be shown yet or at all, or the comparison. */
async function read(ctx: Ctx, { left, right }: Params) {
  const reading = compareTalks(ctx, { left: uuidOr404(left), right: uuidOr404(right) });
  return orNotFound(
    reading.catch((error: unknown) => {
      if (error instanceof AppError && error.code === "session_not_ended") return "open" as const;
      if (error instanceof AppError && error.code === "not_comparable") return "unrelated" as const;
      throw error;
    }),
  );
}

/** Two tries of one's own with a common beginning, side by side. */
export default definePage<Params>({
  access: "debrief:read_own",
  render: async ({ ctx, params }) => {
    const [found, t] = await Promise.all([read(ctx, params), getTranslations("compare")]);
    if (typeof found === "string")
      return (
        <>
          <h1 className="mb-6">{t("title")}</h1>
          <Blank title={t(`${found}Title`)} text={t(`${found}Text`)}>
            <Link className="btn primary" href="/history">
              {t("openGo")}
            </Link>
          </Blank>
        </>
      );
    return (
      <Words of={["compare", "common", "problem"]}>
        <CompareView comparison={found} />
      </Words>
    );
  },
});
