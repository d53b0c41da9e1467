import { randomUUID } from "node:crypto";
import { call, heardIn, nothing, partOf, type Answer, type Caller } from "./call";
import type { Service } from "./service";

/** A turn as its sender knows it. */
export interface SentTurn {
  sessionId: string;
  turnId: string;
  text: string;
  /** the buyer's words in the stream that ended with `turn-end`; null while nobody acknowledged it */
  heard: Map<string, string> | null;
  tries: number;
  /** from the last crash that cut it off to the acknowledgement, in milliseconds; 0 when nothing broke */
  waitedMs: number;
}

export interface Play {
  caller: Caller;
  service: Service;
  scenarios: string[];
  random: () => number;
  turns: SentTurn[];
  open: Set<string>;
  ended: Set<string>;
  /** answers that no crash explains */
  faults: string[];
  resumed: number;
  acknowledged: number;
}

const lines = [
  "Thanks for taking the time. How do you handle this today?",
  "What would you change about it if you could?",
  "Who else has a say besides you?",
  "What happens on a bad day, and what does it cost you?",
  "How do you decide whether something like this is worth it?",
  "What did you try before, and why did it not last?",
  "Would it help if we began with one site for a month?",
  "What would have to be true for you to go ahead?",
  "I hear you. Price matters; what do you compare it with?",
  "When would you need this to be running?",
];
const turnsPerTalk = 7;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function anyUrl({ service, random }: Play): Promise<string> {
  for (;;) {
    const { up } = service;
    const chosen = up[Math.floor(random() * up.length)];
    if (chosen !== undefined) return service.urlOf(chosen);
    await pause(50);
  }
}

/** Asks until something answers: a call that may be repeated without harm. */
export async function insist(play: Play, path: string, body?: unknown): Promise<Answer> {
  for (;;) {
    const answer = await call(play.caller, `${await anyUrl(play)}${path}`, body === undefined ? {} : { body });
    if (answer.whole && answer.status < 500) return answer;
    if (answer.status >= 500) play.faults.push(`${path}: ${answer.status} ${answer.body.slice(0, 200)}`);
    await pause(100);
  }
}

export async function beginTalk(play: Play): Promise<string> {
  const scenarioId = play.scenarios[Math.floor(play.random() * play.scenarios.length)];
  const { status, body } = await insist(play, "/api/v1/sessions", { scenarioId });
  if (status !== 201) throw new Error(`a talk could not be begun: ${status} ${body}`);
  // Sound: the API's own answer to a started session.
  const { id } = JSON.parse(body) as { id: string };
  play.open.add(id);
  return id;
}

/** A reader that was cut off may look whether the reply goes on; here and there ours does, before sending again. */
async function lookAgain(play: Play, turn: SentTurn): Promise<Answer | null> {
  if (play.random() > 0.4) return null;
  const path = `/api/v1/sessions/${turn.sessionId}/turns/${turn.turnId}/stream`;
  const answer = await call(play.caller, `${await anyUrl(play)}${path}`);
  return answer.status === 200 && answer.whole ? answer : null;
}

/** Whether the answer acknowledges the turn; ends the talk's own bookkeeping when the buyer ended it. */
function acknowledge(play: Play, turn: SentTurn, answer: Answer): boolean {
  const end = partOf(answer.body, "turn-end");
  if (!end) return false;
  turn.heard = heardIn(answer.body);
  play.acknowledged++;
  if (end.outcome) {
    play.open.delete(turn.sessionId);
    play.ended.add(turn.sessionId);
  }
  return true;
}

const expected = new Set(["turn_in_progress"]);

/** Sends one turn, again and again under the same id, until it is acknowledged. */
export async function say(play: Play, sessionId: string, text: string): Promise<SentTurn> {
  const turn: SentTurn = { sessionId, turnId: randomUUID(), text, heard: null, tries: 0, waitedMs: 0 };
  play.turns.push(turn);
  let brokeAt = 0;
  for (;;) {
    turn.tries++;
    const { kills } = play.service;
    const url = `${await anyUrl(play)}/api/v1/sessions/${sessionId}/turns`;
    const answer = await call(play.caller, url, { body: { turnId: turn.turnId, text } });
    if (acknowledge(play, turn, answer)) break;
    // A turn that spoke again and was killed again waits anew.
    const killedAgain = answer.status === 200 && play.service.kills > kills;
    if (brokeAt === 0 || killedAgain) brokeAt = Date.now();
    if (answer.status >= 400) {
      const code = /"code":"(\w+)"/u.exec(answer.body)?.[1] ?? "";
      if (!expected.has(code)) play.faults.push(`turn: ${answer.status} ${answer.body.slice(0, 200)}`);
      // Nothing more can come of it.
      if (code === "session_ended" || code === "turn_conflict" || code === "not_found") return turn;
    }
    const again = await lookAgain(play, turn);
    if (again && acknowledge(play, turn, again)) {
      play.resumed++;
      break;
    }
    await pause(150);
  }
  if (brokeAt) turn.waitedMs = Date.now() - brokeAt;
  return turn;
}

export async function endTalk(play: Play, sessionId: string): Promise<void> {
  const { status, body } = await insist(play, `/api/v1/sessions/${sessionId}/end`, nothing);
  if (status !== 200) play.faults.push(`end: ${status} ${body.slice(0, 200)}`);
  play.open.delete(sessionId);
  play.ended.add(sessionId);
}

/** One trainee after the other, talk after talk, until `enough`. */
export async function practise(play: Play, enough: () => boolean): Promise<void> {
  while (!enough()) {
    const sessionId = await beginTalk(play);
    for (let n = 0; n < turnsPerTalk && !enough() && play.open.has(sessionId); n++) {
      await say(play, sessionId, lines[Math.floor(play.random() * lines.length)] ?? "");
    }
    // Some talks stay open, to be continued when all is over.
    if (play.open.has(sessionId) && play.random() < 0.6) await endTalk(play, sessionId);
  }
}
