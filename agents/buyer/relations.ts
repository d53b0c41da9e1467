import type { Persona, ScenarioBundle } from "@/lib/contracts/content";
import type { PlayedMove } from "@/lib/contracts/moves";
import type { BuyerState, ConversationState, ReplyPlan } from "@/lib/contracts/state";
import { questionOf } from "./answer";
import { buyerOf, personaOf, withBuyer } from "./cast";
import { draw } from "./chance";
import { evaluate, readingOf } from "./conditions";
import { isQuestion, isShock } from "./meters";
import { passedTo } from "./passing";
import type { Deferral, TurnRecord } from "./record";

type Relation = NonNullable<BuyerState["relations"]>[number];

/** turns after which being moved by a colleague is no longer worth a word */
const staleAfter = 3;

/** The next unsaid line of a rule; the seed decides where its round begins. Null when all were said. */
function nextLine(
  state: ConversationState,
  buyerId: string,
  { kind, ref }: Pick<Relation, "kind" | "ref">,
  lines: string[],
): string | null {
  const said = (buyerOf(state, buyerId).relations ?? []).filter((one) => one.kind === kind && one.ref === ref).length;
  if (said >= lines.length) return null;
  return lines[(said + (draw(state.seed, buyerId, ref) % lines.length)) % lines.length] ?? null;
}

/** The question the buyer named last has to answer; asking how something went down is none. */
function askedByName(played: PlayedMove[]): PlayedMove | undefined {
  const to = played.findLast((move) => isQuestion(move) && move.addressee !== undefined)?.addressee;
  const asked = questionOf(played.filter(({ addressee }) => addressee === undefined || addressee === to));
  return asked?.addressee === to ? asked : undefined;
}

/** Who this turn's question is left to, whether or not the one asked has words for it. Nobody is when somebody was offended. */
export function passedIn(bundle: ScenarioBundle, played: PlayedMove[]): string | undefined {
  if (played.some((move) => isShock(move) || move.type === "break_role")) return undefined;
  const asked = askedByName(played);
  return asked === undefined ? undefined : passedTo(bundle, asked);
}

/** The question of this turn that the buyer asked leaves to a colleague, if there are words for it. */
export function deferralIn(bundle: ScenarioBundle, state: ConversationState, played: PlayedMove[]): Deferral | null {
  const to = passedIn(bundle, played);
  const { addressee: from, topic } = askedByName(played) ?? {};
  if (to === undefined || from === undefined || topic === undefined) return null;
  const rule = personaOf(bundle, from).defers?.find((one) => one.to === to && one.topics.includes(topic));
  const line = rule === undefined ? null : nextLine(state, from, { kind: "defer", ref: to }, rule.lines);
  return line === null ? null : { from, to, topic, line };
}

export interface Contradiction {
  rule: NonNullable<Persona["contradicts"]>[number];
  line: string;
}

/** What this buyer would hold against what that colleague has just said: the first rule that holds and has a line left. */
export function contradictionOf(
  { bundle, after }: TurnRecord,
  persona: Persona,
  colleague: string,
): Contradiction | null {
  const reading = { ...readingOf(bundle, after, persona.id), everyone: true };
  for (const rule of persona.contradicts ?? []) {
    if (rule.to !== colleague || !evaluate(rule.when, reading)) continue;
    const line = nextLine(after, persona.id, { kind: "contradict", ref: rule.id }, rule.lines);
    if (line !== null) return { rule, line };
  }
  return null;
}

/** That a colleague's settled worry has moved this buyer, while it is news and was not said. */
export function convictionOf(
  { after }: TurnRecord,
  persona: Persona,
): { by: string; line: string; turn: number } | null {
  for (const { by, objectionId, turn, said } of buyerOf(after, persona.id).moved ?? []) {
    if (said || after.turn - turn >= staleAfter) continue;
    const rule = persona.convinced?.find(
      (one) => one.by === by && (one.objectionId === undefined || one.objectionId === objectionId),
    );
    const line = rule === undefined ? null : nextLine(after, persona.id, { kind: "convinced", ref: by }, rule.lines);
    if (line !== null) return { by, line, turn };
  }
  return null;
}

function withRelation(state: ConversationState, buyerId: string, relation: Omit<Relation, "turn">): ConversationState {
  return withBuyer(state, buyerId, (buyer) => ({
    ...buyer,
    relations: [...(buyer.relations ?? []), { ...relation, turn: state.turn }],
    ...(relation.kind === "convinced" && { moved: buyer.moved?.map((one) => ({ ...one, said: true })) }),
  }));
}

function swayed(state: ConversationState, { to, effect }: Contradiction["rule"]): ConversationState {
  if (effect === undefined) return state;
  const { meter, by } = effect;
  const was = buyerOf(state, to).meters[meter];
  const is = Math.max(0, was + by);
  if (is === was) return state;
  const next = withBuyer(state, to, (buyer) => ({ ...buyer, meters: { ...buyer.meters, [meter]: is } }));
  return { ...next, shifts: [...next.shifts, { turn: state.turn, buyerId: to, meter, by: is - was }] };
}

/** Writes down what a buyer is about to say to or about a colleague, with what a contradiction does to that one. */
export function withRelations(
  state: ConversationState,
  { speakerId, answer, agenda }: ReplyPlan,
  contradiction: Contradiction | null,
): ConversationState {
  let next = state;
  if (answer?.kind === "defer") {
    next = withRelation(next, speakerId, { kind: "defer", to: answer.to, ref: answer.to });
  } else if (answer?.kind === "contradict" && contradiction !== null) {
    next = withRelation(next, speakerId, { kind: "contradict", to: answer.to, ref: contradiction.rule.id });
    next = swayed(next, contradiction.rule);
  }
  if (agenda?.kind === "convinced") {
    next = withRelation(next, speakerId, { kind: "convinced", to: agenda.by, ref: agenda.by });
  }
  if (agenda?.kind === "concession") {
    next = withBuyer(next, speakerId, (buyer) => ({
      ...buyer,
      offered: [...(buyer.offered ?? []), agenda.concessionId],
    }));
  }
  return next;
}
