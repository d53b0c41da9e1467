import { callTool, TurnTools } from "@/agents/tools/call";
import { builtIn } from "@/agents/tools/registry";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { ConversationState } from "@/lib/contracts/state";
import type { ToolPermission } from "@/lib/contracts/tools";
import type { Locale } from "@/lib/contracts/vocabulary";
import type { ChosenHint } from "./hint";

const words: Record<Locale, (page: number) => string> = {
  en: (page) => `Page ${page} of your sheet speaks to what is still open.`,
  "zh-CN": (page) => `资料第 ${page} 页，和还没谈开的那点有关。`,
};

/** Subjects on which an acknowledged objection could be answered now. */
function openTopics({ personas }: ScenarioBundle, { buyers }: ConversationState): string[] {
  return personas.flatMap((persona) =>
    persona.objections.flatMap((objection) => {
      const now = buyers[persona.id]?.objections[objection.id];
      return now?.status === "open" && now.acknowledgedTurn !== undefined ? objection.answerTopics : [];
    }),
  );
}

/**
 * Where in the product sheet something stands that bears on an objection the trainee has acknowledged, by the tool the scenario
 * allows: a page, never its words. Null when nothing is open, nothing is written, that page was named before, or the tool is not allowed.
 */
export async function sheetHint(
  bundle: ScenarioBundle,
  state: ConversationState,
  given: readonly string[],
  may: (permission: ToolPermission) => boolean,
): Promise<ChosenHint | null> {
  const { locale, date, sheet, tools: allowed = [] } = bundle.scenario;
  const topics = [...new Set(openTopics(bundle, state))].slice(0, 12);
  if (topics.length === 0) return null;
  const tools = new TurnTools({ tools: builtIn(), allowed, context: { locale, date, sheet, seed: state.seed }, may });
  const found = await callTool("product_sheet", { topics, most: 5 }, tools, { signal: new AbortController().signal });
  if (found.outcome !== "ok") return null;
  const { passages } = found.value as { passages: { page: number }[] }; // sound: parsed by the tool's own output schema
  const page = passages.map((one) => one.page).find((one) => !given.includes(`sheet_${one}`));
  return page === undefined ? null : { id: `sheet_${page}`, text: words[locale](page) };
}
