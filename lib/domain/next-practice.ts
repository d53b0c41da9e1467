import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Ctx } from "@/lib/contracts/context";
import type { Debrief } from "@/lib/contracts/debrief";
import type { Locale } from "@/lib/contracts/vocabulary";
import type { Tx } from "@/db/tenant";
import { and, eq } from "drizzle-orm";
import { scenarios } from "@/db/schema";
import type { SessionRow } from "./endings";
import { readTries } from "./scenarios";

const why = {
  en: {
    again: (name: string) => `The same talk with ${name}, with one thing to do differently.`,
    later: (name: string) => `${name} again, some weeks later: what you promised is remembered.`,
    other: "Another buyer, another reason to say no.",
    harder: "You are past the bar here. Try it a level harder.",
    whole: "You are past the bar on a second try. Now the whole talk in one go.",
  },
  "zh-CN": {
    again: (name: string) => `再和${name}谈一次，只改一处。`,
    later: (name: string) => `再见${name}，是几周以后：你答应过的，对方都记得。`,
    other: "换一位买家，换一种拒绝的理由。",
    harder: "这里你已经过线，换更难的一档试试。",
    whole: "重来的这次过线了，再从头到尾完整谈一次。",
  },
} satisfies Record<Locale, Record<"again" | "later", (name: string) => string> & Record<string, unknown>>;

/**
 * What to practise next: the same talk until it passes the bar, then its follow-up, then one not yet tried, then the same one
 * harder. A second try that passes leads back to the whole talk; nobody is led to a follow-up before its first talk.
 */
export async function suggestNext(
  tx: Tx,
  ctx: Ctx,
  { row, bundle, score }: { row: SessionRow; bundle: ScenarioBundle; score: number | null },
): Promise<Debrief["next"]> {
  const { scenario, rubric, personas } = bundle;
  const say = why[row.locale];
  const same = { scenarioId: scenario.id, title: scenario.title };
  if (score === null || score < rubric.bar) return { ...same, why: say.again(personas[0]?.name ?? "") };
  if (row.branchTurn !== null) return { ...same, why: say.whole };
  const published = await tx
    .select({ id: scenarios.slug, content: scenarios.content })
    .from(scenarios)
    .where(and(eq(scenarios.status, "published"), eq(scenarios.locale, row.locale)));
  const tries = await readTries(
    tx,
    ctx,
    published.map(({ id }) => id),
  );
  const isTried = (id: string) => id === row.scenarioSlug || (tries.get(id)?.length ?? 0) > 0;
  const open = published.filter(({ id }) => !isTried(id));
  const later = open.find(({ content }) => content.follows === scenario.family);
  if (later) return { scenarioId: later.id, title: later.content.title, why: say.later(personas[0]?.name ?? "") };
  const fresh = open.find(
    ({ content: { follows } }) =>
      follows === undefined || published.some(({ id, content }) => content.family === follows && isTried(id)),
  );
  if (fresh) return { scenarioId: fresh.id, title: fresh.content.title, why: say.other };
  return { ...same, why: say.harder };
}
