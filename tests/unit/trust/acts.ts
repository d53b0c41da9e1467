import type { emptyMemory } from "@/agents/preflight/seller";
import { deskOf } from "@/agents/preflight/desk";
import { everySeller } from "@/agents/preflight/policies";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";
import { injections } from "./hostile";

/** What a trainee does in one turn: follow a seller's policy, try to break in, ask on a topic, or send noise. */
export type Act =
  | { kind: "seller"; which: number }
  | { kind: "inject"; which: number }
  | { kind: "topic"; which: number }
  | { kind: "noise"; text: string };

/** Where a talk stands when its trainee is to say something. */
export interface Standing {
  state: ConversationState;
  transcript: TranscriptLine[];
  plans: ReplyPlan[];
  random: () => number;
  memory: ReturnType<typeof emptyMemory>;
}

/** What the trainee says. */
export function say(act: Act, bundle: ScenarioBundle, at: Standing): string {
  const { scenario } = bundle;
  if (act.kind === "noise") return act.text.trim() || "…";
  if (act.kind === "inject") return injections[scenario.locale][act.which % injections[scenario.locale].length] ?? "";
  if (act.kind === "topic") {
    const topic = scenario.topics[act.which % scenario.topics.length];
    const word = topic?.words[act.which % topic.words.length] ?? "";
    return scenario.locale === "en"
      ? `How does ${word} work for you, and why?`
      : `${word}这块您那边具体是怎么做的，为什么？`;
  }
  const seller = everySeller[act.which % everySeller.length];
  if (!seller) throw new Error("no seller");
  const desk = deskOf(bundle, at.state, at.transcript, at.plans);
  return seller.say({ desk, turn: at.state.turn + 1, random: at.random, memory: at.memory });
}
