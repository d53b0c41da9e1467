import { sql } from "drizzle-orm";
import { rowsOf, withTenant } from "@/db/tenant";
import type { SessionView } from "@/lib/contracts/session";
import { call, heardIn, nothing, partOf } from "./call";
import { beginTalk, insist, say, type Play } from "./talks";

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A guarantee, and how often it was broken. */
export interface Check {
  guarantee: string;
  looked: number;
  broken: string[];
}

async function viewOf(play: Play, sessionId: string): Promise<SessionView> {
  const { status, body } = await insist(play, `/api/v1/sessions/${sessionId}`);
  if (status !== 200) throw new Error(`a talk is gone: ${status} ${body}`);
  // Sound: the API's own answer, held to its contract by tests.
  return JSON.parse(body) as SessionView;
}

/** Holds what the service shows against what it acknowledged. */
export async function checkTalks(play: Play): Promise<Check[]> {
  const once: Check = { guarantee: "every acknowledged turn is on record, once", looked: 0, broken: [] };
  const words: Check = { guarantee: "with the words its reader saw", looked: 0, broken: [] };
  const whole: Check = { guarantee: "messages are numbered without a gap, none twice", looked: 0, broken: [] };
  const free: Check = { guarantee: "no talk is stuck", looked: 0, broken: [] };
  for (const sessionId of [...play.open, ...play.ended]) {
    const view = await viewOf(play, sessionId);
    const sent = play.turns.filter((turn) => turn.sessionId === sessionId);
    free.looked++;
    if (view.pending) free.broken.push(`${sessionId}: ${view.pending.status}`);
    whole.looked++;
    const numbers = view.messages.map((message) => message.number);
    const gap = numbers.some((number, index) => number !== index + 1);
    const double = new Set(view.messages.map((message) => message.id)).size !== numbers.length;
    const foreign = view.messages.some((message) => !sent.some((turn) => turn.turnId === message.turnId));
    if (gap || double || foreign) whole.broken.push(sessionId);
    for (const turn of sent) {
      const stored = view.messages.filter((message) => message.turnId === turn.turnId);
      const mine = stored.filter((message) => message.speaker === "trainee");
      if (!turn.heard) {
        if (mine.length > 1) once.broken.push(`${turn.turnId}: ${mine.length} times, unacknowledged`);
        continue;
      }
      once.looked++;
      if (mine.length !== 1 || mine[0]?.text !== turn.text) once.broken.push(`${turn.turnId}: ${mine.length} times`);
      words.looked++;
      const said = stored.filter((message) => message.speaker !== "trainee");
      const same = said.length === turn.heard.size && said.every((one) => turn.heard?.get(one.id)?.trim() === one.text);
      if (!same) words.broken.push(turn.turnId);
    }
  }
  return [once, words, whole, free];
}

/** Waits until every ended talk is judged, at most as long as a dead worker's job may take. */
export async function checkEvaluations(play: Play): Promise<Check> {
  const check: Check = { guarantee: "every ended talk is judged in the end", looked: play.ended.size, broken: [] };
  const until = Date.now() + 180_000;
  let left = [...play.ended];
  while (left.length > 0) {
    const states = await Promise.all(left.map(async (id) => ({ id, state: (await viewOf(play, id)).evaluation })));
    const waiting = states.filter(({ state }) => state !== "scored" && state !== "unscorable");
    left = waiting.map(({ id }) => id);
    if (Date.now() > until) {
      check.broken = waiting.map(({ id, state }) => `${id}: ${state}`);
      break;
    }
    if (left.length > 0) await pause(500);
  }
  return check;
}

/** Looks into the tables themselves: what the pages do not show may be doubled too. */
export async function checkRecord(tenantId: string): Promise<Check> {
  const faults = await withTenant({ tenantId }, async (tx) =>
    rowsOf<{ fault: string; n: number }>(
      await tx.execute(sql`
        select 'turn settled without its message' as fault, count(*)::int as n from turns t where t.status = 'settled'
          and not exists (select from messages m where m.turn_id = t.turn_id and m.speaker = 'trainee')
        union all select 'message of a turn that is not settled', count(*)::int from messages m join turns t
          on t.session_id = m.session_id and t.turn_id = m.turn_id where t.status <> 'settled'
        union all select 'turn counted by its talk and not there', count(*)::int from practice_sessions p
          where p.turn <> (select count(*) from turns t where t.session_id = p.id and t.status = 'settled')
        union all select 'turn settled twice by its audit', count(*)::int from (select 1 from audit_events
          where action = 'turn.settle' group by detail->>'turnId' having count(*) > 1) x
        union all select 'reply paid for twice', count(*)::int from (select 1 from turns t where t.status = 'settled'
          and (select count(*) from usage_events u where u.turn_id = t.turn_id and u.outcome = 'ok')
            <> (select count(*) from jsonb_array_elements(t.usage) c where c->>'outcome' = 'ok')) x`),
    ),
  );
  const broken = faults.filter(({ n }) => n > 0).map(({ fault, n }) => `${fault}: ${n}`);
  return { guarantee: "turns, messages, usage and audit agree in the tables", looked: faults.length, broken };
}

const firstWords = '"text-delta"';
const question = "Before we go on, tell me how a usual week looks for you and where it goes wrong.";

/** Posts a turn to one instance and calls `then` as soon as its first words, or what `sign` says, are there. */
async function midReply(
  play: Play,
  index: number,
  then: (sessionId: string, turnId: string) => void,
  sign = firstWords,
) {
  const sessionId = await beginTalk(play);
  const turnId = crypto.randomUUID();
  let begun = false;
  const answer = await call(play.caller, `${play.service.urlOf(index)}/api/v1/sessions/${sessionId}/turns`, {
    body: { turnId, text: question },
    onText: (body) => {
      if (begun || !body.includes(sign)) return;
      begun = true;
      then(sessionId, turnId);
    },
  });
  return { sessionId, turnId, answer };
}

/** A host that says goodbye lets the running reply finish, and its reader hears the end. */
export async function checkGoodbye(play: Play, rounds: number): Promise<Check> {
  const check: Check = { guarantee: "a reply running at SIGTERM is finished and settled", looked: rounds, broken: [] };
  for (let round = 0; round < rounds; round++) {
    const index = round % play.service.instances.length;
    let gone: Promise<number | null> = Promise.resolve(null);
    const { sessionId, turnId, answer } = await midReply(play, index, () => {
      gone = play.service.terminate(index);
    });
    const code = await gone;
    await play.service.start(index);
    const view = await viewOf(play, sessionId);
    const stored = view.messages.filter((message) => message.turnId === turnId).length;
    const told = partOf(answer.body, "turn-end") !== undefined && answer.body.includes("[DONE]");
    if (code !== 0 || !told || stored < 2) check.broken.push(`exit ${code}, told ${told}, ${stored} messages`);
    play.turns.push({
      sessionId,
      turnId,
      text: question,
      heard: told ? heardIn(answer.body) : null,
      tries: 1,
      waitedMs: 0,
    });
  }
  return check;
}

/** One kill in the middle of a reply: the embedded database knows at its start that nobody speaks, so one retry does. */
export async function checkFirstRetry(play: Play, rounds: number): Promise<Check> {
  const check: Check = { guarantee: "after one kill the first retry is answered at once", looked: rounds, broken: [] };
  for (let round = 0; round < rounds; round++) {
    let gone: Promise<void> = Promise.resolve();
    const { sessionId, turnId } = await midReply(play, 0, () => {
      gone = play.service.kill(0);
    });
    await gone;
    await play.service.start(0);
    const url = `${play.service.urlOf(0)}/api/v1/sessions/${sessionId}/turns`;
    const { status, body } = await call(play.caller, url, { body: { turnId, text: question } });
    const told = partOf(body, "turn-end") !== undefined;
    if (!told) check.broken.push(`${status}: ${body.slice(0, 120)}`);
    play.turns.push({ sessionId, turnId, text: question, heard: told ? heardIn(body) : null, tries: 2, waitedMs: 0 });
  }
  return check;
}

async function readElsewhere(play: Play, round: number): Promise<string | null> {
  const [here, there] = [round % 2, (round + 1) % 2];
  let reading: ReturnType<typeof call> | undefined;
  const { answer, sessionId, turnId } = await midReply(play, here, (id, turn) => {
    const url = `${play.service.urlOf(there)}/api/v1/sessions/${id}/turns/${turn}/stream`;
    const look = async (): ReturnType<typeof call> => {
      const found = await call(play.caller, url);
      return found.status === 204 ? look() : found;
    };
    reading = look();
  });
  const other = await reading;
  play.turns.push({ sessionId, turnId, text: question, heard: heardIn(answer.body), tries: 1, waitedMs: 0 });
  return other?.body === answer.body ? null : `${other?.status}: ${other?.body.length} of ${answer.body.length} bytes`;
}

async function stopElsewhere(play: Play, round: number): Promise<string | null> {
  const [here, there] = [round % 2, (round + 1) % 2];
  let stopping: Promise<boolean> | undefined;
  let over = false;
  const { answer, sessionId, turnId } = await midReply(
    play,
    here,
    (id, turn) => {
      const url = `${play.service.urlOf(there)}/api/v1/sessions/${id}/turns/${turn}/stop`;
      const stop = async (): Promise<boolean> => {
        const { body, status } = await call(play.caller, url, { body: nothing });
        if (over || status !== 200 || body.includes("true")) return body.includes("true");
        return await stop();
      };
      stopping = stop();
    },
    '"data-turn-start"',
  );
  over = true;
  const heeded = await stopping;
  const fail = partOf(answer.body, "turn-fail");
  const { pending } = await viewOf(play, sessionId);
  const told = fail?.status === "stopped" && pending?.turnId === turnId && pending.status === "stopped";
  const heard = fail ? null : heardIn(answer.body);
  play.turns.push({ sessionId, turnId, text: question, heard, tries: 1, waitedMs: 0 });
  // Another turn takes the place of the one that was stopped.
  await say(play, sessionId, "Never mind. Who decides about the budget?");
  return told ? null : `stop said ${heeded}, the speaker ${fail?.status ?? "nothing"}, the room ${pending?.status}`;
}

async function shareLimit(play: Play): Promise<string | null> {
  const left = async (index: number) => {
    const { headers } = await call(play.caller, `${play.service.urlOf(index)}/api/v1/sessions?limit=1`);
    return Number(headers["ratelimit-remaining"]);
  };
  const from = await left(0);
  for (let i = 0; i < 10; i++) await left(i % 2);
  const to = await left(1);
  // What the window before still weighs wanes meanwhile; two limits would have lost half of it.
  return from - to >= 8 ? null : `11 calls took ${from - to} from the limit`;
}

/** What two instances owe each other over one database and one Redis. */
export async function checkPair(play: Play, rounds: number): Promise<Check[]> {
  const run = async (guarantee: string, times: number, once: (round: number) => Promise<string | null>) => {
    const broken: string[] = [];
    for (let round = 0; round < times; round++) {
      const fault = await once(round);
      if (fault) broken.push(fault);
    }
    return { guarantee, looked: times, broken };
  };
  return [
    await run("a reply begun on one is read whole from the other", rounds, (round) => readElsewhere(play, round)),
    await run("stop reaches the instance that speaks", rounds, (round) => stopElsewhere(play, round)),
    await run("both spend from one limit", 1, () => shareLimit(play)),
  ];
}
