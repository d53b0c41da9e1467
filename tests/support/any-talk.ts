import fc from "fast-check";
import { advance } from "@/agents/buyer/advance";
import { initialState } from "@/agents/buyer/initial";
import type { ScenarioBundle } from "@/lib/contracts/content";
import type { Move } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import { moveTypes } from "@/lib/contracts/vocabulary";
import { move, perceived } from "@/tests/fixtures/moves";

/** Any move at all, addressed to anybody or nobody, about anything there is or is not. */
export function anyMove(bundle: ScenarioBundle): fc.Arbitrary<Move> {
  const topics = bundle.scenario.topics.map(({ id }) => id);
  const objections = bundle.personas.flatMap((persona) => persona.objections.map(({ id }) => id));
  const buyers = bundle.personas.map(({ id }) => id);
  return fc
    .record({
      type: fc.constantFrom(...moveTypes),
      topic: fc.option(fc.constantFrom(...topics), { nil: undefined }),
      objectionId: fc.option(fc.constantFrom(...objections, "O99"), { nil: undefined }),
      addressee: fc.option(fc.constantFrom(...buyers, "nobody"), { nil: undefined }),
      amount: fc.option(fc.integer({ min: 1, max: 200_000 }), { nil: undefined }),
      percent: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      condition: fc.option(fc.constant("two years"), { nil: undefined }),
      verdict: fc.option(fc.constantFrom("supported", "contradicted", "not_in_knowledge"), { nil: undefined }),
      dated: fc.boolean(),
      severe: fc.boolean(),
    })
    .map(({ type, ...rest }) => move(type, rest));
}

export type Turns = { moves: Move[]; words: number }[];

/** Up to 20 turns of up to four moves; `gentle` ones never press or insult. */
export const anyTalk = (bundle: ScenarioBundle, gentle = false): fc.Arbitrary<Turns> =>
  fc.array(
    fc.record({
      moves: fc.array(
        gentle
          ? anyMove(bundle).filter(({ type }) => type !== "unprofessional" && type !== "pressure")
          : anyMove(bundle),
        { maxLength: 4 },
      ),
      words: fc.integer({ min: 0, max: 120 }),
    }),
    { maxLength: 20, size: "max" },
  );

export const start = (bundle: ScenarioBundle, seed = 1, difficulty: ConversationState["difficulty"] = "standard") =>
  initialState(bundle, { seed, attempt: 1, difficulty });

/** Plays until the talk has ended or the turns are used up; `look` sees every step. */
export function play(
  bundle: ScenarioBundle,
  initial: ConversationState,
  turns: Turns,
  look: (step: ReturnType<typeof advance>, before: ConversationState) => void = () => undefined,
): ConversationState {
  let state = initial;
  for (const { moves, words } of turns) {
    if (state.stage === "ended") break;
    const turn = state.turn + 1;
    const input = {
      turn,
      messageId: `s${turn}`,
      text: `${"word ".repeat(words)}${turn}`,
      perception: perceived(moves, words),
    };
    const result = advance(bundle, state, input);
    look(result, state);
    ({ state } = result);
  }
  return state;
}
