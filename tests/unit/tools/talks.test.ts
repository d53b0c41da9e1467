import { describe, expect, it } from "vitest";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { speakerView } from "@/agents/buyer/view";
import { checkText } from "@/agents/guard/gate";
import { gateRules } from "@/agents/guard/rules";
import { play, type PlayedTurn } from "@/agents/preflight/play";
import { everySeller } from "@/agents/preflight/policies";
import { reviewReply } from "@/agents/review/rules";
import { TurnTools } from "@/agents/tools/call";
import { consult, passagesOn } from "@/agents/tools/consult";
import { builtIn } from "@/agents/tools/registry";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import { builtInTools } from "@/lib/contracts/tool-names";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import { claimedTurn } from "@/tests/support/turn-record";

/** The built-in tools, with a record of all they were given. */
function watched(bundle: ScenarioBundle, seed: number, given: string[]): TurnTools {
  const { locale, date, sheet } = bundle.scenario;
  const tools = builtIn().map((tool) => ({
    ...tool,
    run: (...[input, context, signal]: Parameters<typeof tool.run>) => {
      given.push(JSON.stringify([input, context]));
      return tool.run(input, context, signal);
    },
  }));
  return new TurnTools({ tools, allowed: builtInTools, context: { locale, date, sheet, seed }, may: () => true });
}

/** Facts that nobody has earned yet, in every way in which they could be told. */
function lockedAfter(bundle: ScenarioBundle, { state }: PlayedTurn): string[] {
  return bundle.personas.flatMap(({ id, sealedFacts }) => {
    const unlocked = state.buyers[id]?.unlocked.map((one) => one.factId) ?? [];
    return sealedFacts
      .filter((fact) => !unlocked.includes(fact.id))
      .flatMap((fact) => [fact.text, ...fact.spoken, ...fact.recalled]);
  });
}

describe.each(bundles.map((bundle) => [bundle.scenario.id, bundle] as const))("in talks of %s", (_id, bundle) => {
  it.each(everySeller.map((seller) => [seller.name, seller] as const))(
    "with a %s seller, tools are told nothing sealed and what they come to is never held against the buyer",
    async (_name, seller) => {
      for (const seed of [1, 2, 3]) {
        const transcript: TranscriptLine[] = [];
        for (const played of play(bundle, seller, { seed }).turns) {
          const { turn, trainee: text, perception, replies, state } = played;
          const given: string[] = [];
          const tools = watched(bundle, seed, given);
          const claimed = claimedTurn({ bundle, text, transcript: [...transcript] });
          const passages = await passagesOn(bundle, perception, tools);
          const notes = await consult(claimed, perception, tools, new AbortController().signal);
          for (const line of lockedAfter(bundle, played)) expect(given.join("\n")).not.toContain(line);
          transcript.push({ messageId: `s${turn}`, speaker: "trainee", text, turn });
          for (const { plan, text: said, speakerId } of replies) {
            const view = speakerView(bundle, state, plan, { transcript: [...transcript], passages, notes });
            const reply = composeReply(view).text;
            const rules = gateRules({ bundle, state, view, instructions: null, canary: null });
            const faults = [checkText(reply, true, rules), reviewReply(reply, view)].filter((one) => one !== null);
            expect(
              faults.filter(() => reply !== said),
              `${seed}/${turn}: ${reply}`,
            ).toEqual([]);
            transcript.push({ messageId: `b${turn}`, speaker: speakerId, text: said, turn });
          }
        }
      }
    },
  );
});
