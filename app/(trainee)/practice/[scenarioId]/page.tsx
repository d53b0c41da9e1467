import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { cache } from "react";
import { BriefFacts } from "@/components/practice/brief-facts";
import { BriefPage } from "@/components/practice/brief-page";
import { StartForm } from "@/components/practice/start-form";
import { Words } from "@/components/ui/words";
import { getBrief, listScenarios } from "@/lib/domain/scenarios";
import { orNotFound } from "@/app/there";
import { definePage, pageCtx } from "@/lib/platform/http/page";
import { startPractice } from "../../actions";

const readBrief = cache(async (scenarioId: string) => orNotFound(getBrief(await pageCtx(), { scenarioId })));

type Props = { params: Promise<{ scenarioId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await readBrief((await params).scenarioId)).title };
}

export default definePage<{ scenarioId: string }>({
  access: "scenario:read",
  render: async ({ ctx, params: { scenarioId } }) => {
    const [brief, t, cards] = await Promise.all([readBrief(scenarioId), getTranslations(), listScenarios(ctx, {})]);
    const siblings = cards.filter((card) => card.family === brief.family && card.id !== brief.id);
    return (
      <BriefPage
        brief={brief}
        other={siblings.map((card) => (
          <Link
            key={card.id}
            className="link inline-flex min-h-8 items-center text-sm max-md:min-h-11"
            href={`/practice/${card.id}`}
          >
            {t("brief.other", { language: t(`locale.${card.locale}`) })}
          </Link>
        ))}
        aside={
          <Words of={["brief", "difficulty", "difficultyText", "problem", "common"]}>
            <StartForm scenarioId={brief.id} initial={brief.difficulty} start={startPractice}>
              <BriefFacts brief={brief} />
            </StartForm>
          </Words>
        }
      />
    );
  },
});
