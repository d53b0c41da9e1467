import type { ReplyPlan } from "@/lib/contracts/state";
import { firstOf } from "./answer";
import { findPromise } from "./echo";
import { hash, oneIn } from "./hash";
import { draw, given, type Ledger, type Line } from "./ledger";
import { wordsOf } from "./words";

type Agenda = NonNullable<ReplyPlan["agenda"]>;

/** A question of the buyer's own: on the wanted topic, else on none in particular, else on what was just talked about. */
function askBack(ledger: Ledger, topic: string | undefined): Line | null {
  const { voice } = ledger.view.persona;
  const texts = voice.askBack.map((one) => one.text);
  const where = (wanted: string | undefined) =>
    voice.askBack.flatMap((one, index) => (one.topic === wanted ? [index] : []));
  const talked = ledger.view.plan.asked?.topic;
  const tries = [topic ? where(topic) : [], where(undefined), talked ? where(talked) : []];
  for (const only of tries) {
    const line = only.length > 0 ? draw(ledger, "askBack", texts, { only }) : null;
    if (line) return line;
  }
  return null;
}

/** Returns to a promise that was not kept; once or twice a talk, never in the first turns. */
function remindOfPromise(ledger: Ledger): Line | null {
  const { view } = ledger;
  if (view.turn < 4 || !oneIn(2, view.seed, "promise", view.turn)) return null;
  const index = findPromise(view);
  const lines = index === null ? undefined : wordsOf(view.locale).promises[index]?.lines;
  const spent = [...ledger.taken].some((id) => id.includes(`promise:${index}:`));
  return lines && !spent ? draw(ledger, `promise:${index}`, lines) : null;
}

/** A told fact is often what the objection follows from, so it gets no turn. */
const turned = new Set(["public", "breadcrumb", "again"]);

/** Raises an objection; where it has nothing to do with the answer before it, a talkative buyer says so first. */
function object(
  ledger: Ledger,
  { objectionId, line }: Extract<Agenda, { kind: "objection" }>,
  answer: string,
): Line | null {
  const { view } = ledger;
  const heard = [...ledger.taken].filter((id) => id.includes(`objection:${objectionId}:`)).length;
  const raised = given(ledger, `objection:${objectionId}:${heard}`, line);
  const words = wordsOf(view.locale);
  const turns = turned.has(view.plan.answer?.kind ?? "") && answer !== "" && !words.shares(line, answer);
  if (!raised || heard > 0 || !turns || view.persona.style === "terse" || view.turn < 3) return raised;
  const bridge = draw(ledger, "bridge", words.bridges);
  return bridge ? { ids: [...bridge.ids, ...raised.ids], text: words.bridge(bridge.text, raised.text) } : raised;
}

/** The last slot: what the buyer wants to say or know of its own accord. Null rather than a repetition. */
export function speakAgenda(ledger: Ledger, agenda: Agenda, answer: string): Line | null {
  const { view } = ledger;
  switch (agenda.kind) {
    case "objection":
      return object(ledger, agenda, answer);
    case "ask_price":
      return firstOf(ledger, "askPrice");
    case "ask_back":
      return remindOfPromise(ledger) ?? askBack(ledger, agenda.topic);
    case "ask_proof":
      return view.plan.intent === "ask_benefit"
        ? firstOf(ledger, "askBenefit", "askProof")
        : firstOf(ledger, "askProof", "askBenefit");
    case "callback": {
      const fact = view.facts.find((one) => one.id === agenda.factId);
      return remindOfPromise(ledger) ?? (fact ? draw(ledger, `fact:${fact.id}:recalled`, fact.recalled) : null);
    }
    case "concession":
      return given(ledger, `concession:${agenda.concessionId}:${hash(agenda.text).toString(36)}`, agenda.text);
    case "convinced":
      return given(ledger, `convinced:${hash(agenda.line).toString(36)}`, agenda.line);
    case "recall":
      return draw(ledger, `recall:${agenda.about}`, agenda.lines);
    default:
      return draw(ledger, "time", view.persona.voice.time, { slots: { turns: String(agenda.turnsLeft) } });
  }
}
