import { randomUUID } from "node:crypto";
import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import { remember } from "@/agents/buyer/remember";
import { speakerView } from "@/agents/buyer/view";
import { composeReply } from "@/agents/models/offline/buyer/compose";
import { classify } from "@/agents/perceive/classify";
import { bundles } from "@/db/content";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Relationship } from "@/lib/contracts/memory";
import type { SpeakerView, TranscriptLine } from "@/lib/contracts/speaker";
import type { ConversationState, ReplyPlan } from "@/lib/contracts/state";

export function bundleOf(id: string): ScenarioBundle {
  const bundle = bundles.find(({ scenario }) => scenario.id === id);
  if (!bundle) throw new Error(`no scenario ${id}`);
  return bundle;
}

export interface Played {
  bundle: ScenarioBundle;
  state: ConversationState;
  transcript: TranscriptLine[];
  replies: { text: string; plan: ReplyPlan; view: SpeakerView; state: ConversationState }[];
}

/** Plays given lines on a shipped scenario with the offline buyer; `remembered` is what its buyers know beforehand. */
export function playLines(id: string, lines: string[], remembered?: Relationship[], seed = 3): Played {
  const bundle = bundleOf(id);
  const transcript: TranscriptLine[] = [];
  const replies: Played["replies"] = [];
  let state = initialState(bundle, { seed, attempt: 1, difficulty: "standard", remembered });
  for (const [index, text] of lines.entries()) {
    if (state.outcome !== null) break;
    const turn = index + 1;
    const perception = classify({ text, bundle, state, transcript });
    const next = advance(bundle, state, { turn, messageId: `s${turn}`, text, perception });
    state = next.state;
    transcript.push({ messageId: `s${turn}`, speaker: "trainee", text, turn });
    for (const plan of next.plans) {
      const view = speakerView(bundle, state, plan, { transcript: [...transcript], passages: [] });
      const reply = composeReply(view);
      replies.push({ text: reply.text, plan, view, state });
      state = { ...state, usedLines: [...state.usedLines, ...reply.usedLines] };
      transcript.push({ messageId: `b${turn}`, speaker: plan.speakerId, text: reply.text, turn });
    }
  }
  return { bundle, state, transcript, replies };
}

/** What the buyers of a follow-up take over from a talk that was left as it stands. */
export function memoriesOf(talk: Played, followUp: string): Relationship[] {
  const ended = { outcome: "abandoned", endReason: "trainee" } as const;
  const state = talk.state.outcome === null ? { ...talk.state, ...ended } : talk.state;
  const messages = talk.transcript.map((line, at) => ({ id: line.messageId, number: at + 1, text: line.text }));
  const source = { sourceSessionId: randomUUID(), endedAt: new Date("2027-02-03T10:00:00Z") };
  const later = bundleOf(followUp).personas;
  return remember(talk.bundle, state, messages, source).map((one) => ({
    ...one,
    id: randomUUID(),
    buyerId: later.find(({ recalls }) => recalls?.sameAs === one.buyerId)?.id ?? one.buyerId,
  }));
}

export const firstTalk = [
  "Morning Priya, I took over your account on Monday. I'd like twenty minutes: your view of the letter first, then options. Does that suit you?",
  "Nineteen percent in an automatic e-mail, with nobody calling you. I'd be annoyed too. What did it set off upstairs?",
  "I can see why. How are the licences used over the year, winter and summer?",
  "That's a lot of money for people who aren't there. How do the hours get from the rotas to payroll?",
  "With a seasonal count of 950 in summer and 620 in winter, Plus comes to £69,708 a year. It's billed annually in advance and the count is fixed.",
  "The payroll link sends approved hours to payroll every night; across 52 customers 97% went through without a manual correction.",
];

export const dated = "I'll send the one-page total by Friday 5 February. All right?";
