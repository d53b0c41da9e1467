import type { PlayedMove } from "@/lib/contracts/moves";
import type { Rule, Talk } from "../input";
import { absent, broken, met, notApplicable } from "../reading";
import { say } from "../say";
import { numbers } from "../words";

/** The first answer to each objection, in order. */
function answers(talk: Talk): PlayedMove[] {
  const seen = new Set<string>();
  return talk.of("address_objection").filter((move) => {
    const key = move.objectionId ?? "";
    if (!key || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const precedes = (a: PlayedMove, b: PlayedMove) =>
  a.turn < b.turn || (a.turn === b.turn && a.span.start <= b.span.start);

function raisedTurn(talk: Talk, objectionId: string): number | undefined {
  return Object.values(talk.state.buyers).flatMap((buyer) => buyer.objections[objectionId]?.raisedTurn ?? [])[0];
}

/** Each objection the trainee answers is acknowledged before, or earlier in that message. */
export const ackFirst: Rule = (talk) => {
  const answered = answers(talk);
  if (answered.length === 0) return notApplicable(talk);
  const acknowledgements = answered.map((answer) =>
    talk.of("acknowledge").find((move) => move.objectionId === answer.objectionId && precedes(move, answer)),
  );
  const missed = answered.find((_, index) => !acknowledgements[index]);
  if (missed) {
    const quotes = talk.quote(missed, "sentence");
    return broken(talk, quotes, say(talk.locale, "unheard", { n: quotes[0]?.messageNumber ?? 0 }));
  }
  return met(
    talk,
    acknowledgements.flatMap((move) => (move ? talk.quote(move) : [])),
  );
};

/** A question stands between the raising and the answer. */
export const clarify: Rule = (talk) => {
  const answered = answers(talk);
  if (answered.length === 0) return notApplicable(talk);
  const questions = answered.map((answer) => {
    const raised = raisedTurn(talk, answer.objectionId ?? "") ?? 0;
    return talk.of("probe", "ask_open").find((move) => move.turn > raised && precedes(move, answer));
  });
  const missed = answered.find((_, index) => !questions[index]);
  if (missed) return broken(talk, talk.quote(missed));
  return met(
    talk,
    questions.flatMap((move) => (move ? talk.quote(move) : [])),
  );
};

/** What is behind the objection is told before it is answered. */
export const realConcern: Rule = (talk, check) => {
  const objections = talk.bundle.personas.flatMap((persona) => persona.objections);
  const objection = objections.find((candidate) =>
    check.objectionId ? candidate.id === check.objectionId : raisedTurn(talk, candidate.id) !== undefined,
  );
  const raised = objection && raisedTurn(talk, objection.id);
  if (!objection || raised === undefined) return notApplicable(talk);
  const answer = answers(talk).find((move) => move.objectionId === objection.id);
  const told = objection.factId ? talk.told().find((fact) => fact.factId === objection.factId) : undefined;
  if (told && (!answer || told.turn <= answer.turn)) {
    const quotes = [...talk.telling(told), ...(answer ? talk.quote(answer) : [])];
    return met(talk, quotes, say(talk.locale, "before", { turn: told.turn }));
  }
  if (!answer) return absent(talk, talk.raising(objection.id));
  const quotes = talk.quote(answer);
  return broken(talk, quotes, say(talk.locale, "surface", { n: quotes[0]?.messageNumber ?? 0 }));
};

/** An answer carries a supported claim or a number the buyer told, and nothing the sheet goes against. */
export const evidence: Rule = (talk) => {
  const answered = talk.of("address_objection");
  if (answered.length === 0) return notApplicable(talk);
  const untrue = new Set(
    talk.of("make_claim").flatMap((move) => (move.quality === "contradicted" ? [move.messageId] : [])),
  );
  const told = numbers(
    talk
      .told()
      .map((fact) => fact.text)
      .join(" "),
  );
  for (const answer of answered) {
    if (untrue.has(answer.messageId)) continue;
    const claim = talk
      .of("make_claim")
      .find((move) => move.messageId === answer.messageId && move.quality === "supported");
    if (claim) return met(talk, talk.quote(claim));
    const message = talk.message(answer.messageId);
    if (message && [...numbers(message.text)].some((n) => told.has(n)))
      return met(talk, talk.quote(answer, "sentence"));
  }
  return absent(talk, talk.quote(answered[0]!));
};

/** After an answer the trainee asks whether it is settled. */
export const confirm: Rule = (talk) => {
  const answered = talk.of("address_objection");
  if (answered.length === 0) return notApplicable(talk);
  const asked = answered.flatMap((answer) =>
    talk
      .of("ask_closed")
      .filter(
        (move) => (move.turn === answer.turn && move.span.start > answer.span.start) || move.turn === answer.turn + 1,
      ),
  )[0];
  return asked ? met(talk, talk.quote(asked)) : absent(talk, talk.quote(answered[0]!));
};
