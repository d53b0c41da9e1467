import { describe, expect, it } from "vitest";
import { speakerView } from "@/agents/buyer/view";
import { ClauseSplitter } from "@/agents/guard/clauses";
import { checkText } from "@/agents/guard/gate";
import { gateRules } from "@/agents/guard/rules";
import { reviewReply } from "@/agents/review/rules";
import { bundles } from "@/db/content";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import { tokensOf } from "@/tests/support/model-server";
import { play } from "@/agents/preflight/play";
import { sellers } from "@/agents/preflight/policies";

/** Everything the gate or the review would hold against the offline buyer in one whole talk. */
function objections(talk: ReturnType<typeof play>): string[] {
  const { bundle } = talk;
  const transcript: TranscriptLine[] = [];
  const found: string[] = [];
  for (const { turn, trainee, replies, state } of talk.turns) {
    transcript.push({ messageId: `s${turn}`, speaker: "trainee", text: trainee, turn });
    for (const { plan, text, speakerId } of replies) {
      const view = speakerView(bundle, state, plan, { transcript: [...transcript], passages: [] });
      const rules = gateRules({ bundle, state, view, instructions: null, canary: null });
      const splitter = new ClauseSplitter();
      const ends = tokensOf(text).map((token) => splitter.take(token).length);
      const prefixes = ends.map((_, i) =>
        text.slice(
          0,
          ends.slice(0, i + 1).reduce((a, b) => a + b, 0),
        ),
      );
      const hit = [...new Set(prefixes), text].map((part) => checkText(part, part === text, rules)).find(Boolean);
      if (hit) found.push(`turn ${turn}: ${hit.code} ${hit.detail ?? ""}: ${text}`);
      const finding = reviewReply(text, view);
      if (finding) found.push(`turn ${turn}: ${finding.code} ${finding.detail ?? ""}: ${text}`);
      transcript.push({ messageId: `b${turn}`, speaker: speakerId, text, turn });
    }
  }
  return found;
}

describe.each(bundles.map((bundle) => [bundle.scenario.id, bundle] as const))(
  "the offline buyer of %s",
  (_id, bundle) => {
    it.each(sellers.map((seller) => [seller.name, seller] as const))(
      "never has a word withheld, talking to a %s seller",
      (_name, seller) => {
        const found = [1, 2, 3, 4, 5].flatMap((seed) => objections(play(bundle, seller, { seed })));
        expect(found).toEqual([]);
      },
    );
  },
);
