import type { ScenarioBundle } from "@/lib/contracts/content";
import type { ConversationState } from "@/lib/contracts/state";
import type { Locale, MoveType, Stage } from "@/lib/contracts/vocabulary";
import { evaluate, readingOf } from "@/agents/buyer/conditions";

export interface ChosenHint {
  id: string;
  text: string;
}

interface Situation {
  bundle: ScenarioBundle;
  state: ConversationState;
  /** moves of the last played turn */
  last: MoveType[];
  openObjection: boolean;
}

/** Hints that fit any scenario: where to look, never what to say, never anything sealed. First that holds and is new. */
const general: { id: string; when: (situation: Situation) => boolean; text: Record<Locale, string> }[] = [
  {
    id: "breadcrumb",
    when: ({ state }) => hintedLately(state),
    text: {
      en: "Something was left half said in that last answer. Worth returning to.",
      "zh-CN": "刚才那句话只说了一半，值得追问。",
    },
  },
  {
    id: "answered_unheard",
    when: ({ state, openObjection }) =>
      openObjection &&
      state.moves.some(
        (move) => move.turn === state.turn && move.type === "address_objection" && move.quality === "neither",
      ),
    text: {
      en: "You answered at once. Show first what you heard.",
      "zh-CN": "您马上就解释了。先让对方知道您听懂了。",
    },
  },
  {
    id: "objection_open",
    when: ({ openObjection, last }) => openObjection && !last.includes("acknowledge") && !last.includes("probe"),
    text: {
      en: "An objection stands open. What lies under its words?",
      "zh-CN": "还有一个顾虑没解开。话下面是什么？",
    },
  },
  {
    id: "closed_questions",
    when: ({ state }) => closedRun(state) >= 3,
    text: {
      en: "Your last questions could be answered in one word.",
      "zh-CN": "您最近几个问题，对方一个字就能答完。",
    },
  },
  {
    id: "patience",
    when: ({ state }) => Object.values(state.buyers).some((buyer) => buyer.meters.patience < 30),
    text: {
      en: "Patience is running thin. One short, useful thing now.",
      "zh-CN": "对方快没耐心了。只说一件有用的事。",
    },
  },
];

const byStage: Record<Exclude<Stage, "ended">, { id: string; text: Record<Locale, string> }[]> = {
  opening: [
    {
      id: "stage_opening_1",
      text: {
        en: "Does the buyer know why you are here, and for how long?",
        "zh-CN": "对方清楚您为什么来、要多久吗？",
      },
    },
    {
      id: "stage_opening_2",
      text: {
        en: "The brief holds something public you have not used yet.",
        "zh-CN": "背景资料里有一条公开信息您还没用上。",
      },
    },
  ],
  discovery: [
    {
      id: "stage_discovery_1",
      text: { en: "Look for a subject nobody has asked about yet.", "zh-CN": "看看还有哪个话题一直没问到。" },
    },
    {
      id: "stage_discovery_2",
      text: { en: "The buyer's own words are a way in. Pick one.", "zh-CN": "从对方用过的一个词问下去。" },
    },
    {
      id: "stage_discovery_3",
      text: { en: "You know what. Do you know what it costs them?", "zh-CN": "您知道了是什么，但知道代价多大吗？" },
    },
  ],
  presentation: [
    {
      id: "stage_presentation_1",
      text: { en: "Tie what you show to something you were told.", "zh-CN": "把您讲的和对方说过的连起来。" },
    },
    {
      id: "stage_presentation_2",
      text: { en: "You have been talking. What does the buyer make of it?", "zh-CN": "您讲了不少，对方怎么看？" },
    },
  ],
  objection_handling: [
    {
      id: "stage_objection_1",
      text: {
        en: "Is it about the words, or about what stands behind them?",
        "zh-CN": "对方在意的是这句话，还是它背后的事？",
      },
    },
    {
      id: "stage_objection_2",
      text: {
        en: "After an answer, check whether it settled the matter.",
        "zh-CN": "回答之后，确认一下是否真的解决了。",
      },
    },
  ],
  closing: [
    { id: "stage_closing_1", text: { en: "Who does what, and by which day?", "zh-CN": "谁，在哪一天之前，做什么？" } },
    { id: "stage_closing_2", text: { en: "Is anybody missing from the decision?", "zh-CN": "做决定的人都在吗？" } },
  ],
};

/** Said when all else was given: true at any time. */
const last: Record<Locale, string[]> = {
  en: [
    "Slow down for one turn and listen.",
    "Read the last answer once more before you write.",
    "One question is enough for this turn.",
    "Say it in half the words.",
    "What would you want to be asked, in their place?",
  ],
  "zh-CN": [
    "这一轮慢一点，多听。",
    "先把对方上一句再读一遍。",
    "这一轮只问一个问题就够了。",
    "同样的意思，少用一半的字。",
    "换您坐在对面，希望被问什么？",
  ],
};

function hintedLately(state: ConversationState): boolean {
  return Object.values(state.buyers).some((buyer) =>
    buyer.hinted.some(
      (hint) => state.turn - hint.turn <= 2 && !buyer.unlocked.some((fact) => fact.factId === hint.factId),
    ),
  );
}

/** Closed questions since the last open one or probe. */
function closedRun(state: ConversationState): number {
  const questions = state.moves.filter((move) => ["ask_open", "ask_closed", "probe"].includes(move.type));
  const open = questions.findLastIndex((move) => move.type !== "ask_closed");
  return questions.length - 1 - open;
}

/**
 * One short hint for where the talk stands, never one given before: the scenario's rules in order, then rules for any
 * talk, then its stage. `given` holds the ids of hints already shown. Ends with a hint that is always true.
 */
export function chooseHint(bundle: ScenarioBundle, state: ConversationState, given: readonly string[]): ChosenHint {
  const used = new Set(given);
  const { rules, fallback } = bundle.scenario.hints;
  for (const persona of bundle.personas) {
    const reading = readingOf(bundle, state, persona.id);
    const rule = rules.find((each) => !used.has(each.id) && evaluate(each.when, reading));
    if (rule) return { id: rule.id, text: rule.text };
  }
  const situation: Situation = {
    bundle,
    state,
    last: state.moves.filter((move) => move.turn === state.turn).map((move) => move.type),
    openObjection: Object.values(state.buyers).some((buyer) =>
      Object.values(buyer.objections).some((objection) => objection.status === "open"),
    ),
  };
  const { locale } = bundle.scenario;
  const fits = general.find((hint) => !used.has(hint.id) && hint.when(situation));
  if (fits) return { id: fits.id, text: fits.text[locale] };
  const own = fallback[state.stage];
  if (own !== undefined && !used.has(`fallback_${state.stage}`)) return { id: `fallback_${state.stage}`, text: own };
  const staged = state.stage === "ended" ? undefined : byStage[state.stage].find((hint) => !used.has(hint.id));
  if (staged) return { id: staged.id, text: staged.text[locale] };
  const rest = last[locale].findIndex((_, index) => !used.has(`always_${index}`));
  const index = Math.max(0, rest);
  return { id: `always_${index}`, text: last[locale][index] ?? "" };
}
