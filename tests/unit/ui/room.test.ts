import { describe, expect, test } from "vitest";
import { fromView, reduceRoom, type RoomState, type TurnPart } from "@/components/practice/turn-state";
import type { Message, SessionView } from "@/lib/contracts/session";

const at = "2026-03-02T10:00:00.000Z";
const turnId = "11111111-1111-4111-8111-111111111111";

const message = (given: Partial<Message>): Message => ({
  id: "m1",
  number: 1,
  turn: 1,
  turnId,
  speaker: "trainee",
  text: "Hello",
  status: "complete",
  reworded: false,
  degraded: false,
  flags: [],
  createdAt: at,
  ...given,
});

// the room reads no more of a view than what is here
const view = (given: Partial<SessionView>) =>
  ({
    messages: [],
    moods: [],
    stage: "opening",
    turn: 0,
    maxTurns: 20,
    outcome: null,
    endReason: null,
    degraded: false,
    overBudget: false,
    pending: null,
    startedAt: at,
    ...given,
  }) as unknown as SessionView;

const play = (state: RoomState, parts: TurnPart[]) =>
  parts.reduce((now, part) => reduceRoom(now, { type: "part", part, at }), state);
const sent = () => reduceRoom(fromView(view({})), { type: "send", turnId, text: "Hello", at });
const texts = (state: RoomState) => state.messages.map(({ speaker, text }) => `${speaker}: ${text}`);

const start: TurnPart = { type: "data-turn-start", data: { turnId, turn: 1, message: message({}) } };
const speak: TurnPart = { type: "data-speaker-start", data: { speaker: "priya", messageId: "m2", number: 2 } };
const says = (delta: string): TurnPart => ({ type: "text-delta", id: "priya-1", delta });
const stop: TurnPart = { type: "data-speaker-end", data: { speaker: "priya", messageId: "m2" } };
const end: TurnPart = { type: "data-turn-end", data: { turnId, outcome: null, endReason: null } };

describe("the room", () => {
  test("shows the words at once and each reply as it grows", () => {
    const state = play(sent(), [start, { type: "start-step" }, speak, says("Good "), says("morning.")]);
    expect(texts(state)).toEqual(["trainee: Hello", "priya: Good morning."]);
    expect(state.live?.speaker?.messageId).toBe("m2");
  });

  test("doubles nothing when a turn is replayed from its beginning", () => {
    const parts: TurnPart[] = [start, { type: "start-step" }, speak, says("Good morning.")];
    expect(texts(play(play(sent(), parts), parts))).toEqual(["trainee: Hello", "priya: Good morning."]);
  });

  test("takes back what a corrected step had said", () => {
    const state = play(sent(), [start, { type: "start-step" }, speak, says("Wrong."), { type: "reset-step" }]);
    expect(texts(play(state, [speak, says("Right."), stop, end]))).toEqual(["trainee: Hello", "priya: Right."]);
  });

  test("marks a reply whose read words were taken back as edited, as the record will, and one unread as plain", () => {
    const step: TurnPart = { type: "start-step" };
    const back: TurnPart = { type: "reset-step" };
    const again = [speak, says("Right."), stop, end];
    const read = play(sent(), [start, step, speak, says("Wrong."), back, ...again]);
    expect(read.messages.at(-1)).toMatchObject({ text: "Right.", reworded: true });
    const unread = play(sent(), [start, step, speak, back, ...again]);
    expect(unread.messages.at(-1)).toMatchObject({ text: "Right.", reworded: false });
    expect(read.messages[0]).toMatchObject({ text: "Hello", reworded: false });
  });

  test("replaces words after review and says so", () => {
    const replaced: TurnPart = { type: "data-reply-replace", data: { messageId: "m2", text: "Better." } };
    const state = play(sent(), [start, speak, says("Worse."), stop, replaced, end]);
    expect(state.messages.at(-1)).toMatchObject({ text: "Better.", reworded: true });
  });

  test("keeps the words of a failed turn for a retry and marks what was heard of it", () => {
    const failed: TurnPart = {
      type: "data-turn-fail",
      data: { turnId, status: "interrupted", code: "model_unavailable", requestId: "r1" },
    };
    const state = play(sent(), [start, speak, says("Half a"), failed]);
    expect(state.trouble).toMatchObject({ turnId, text: "Hello", status: "interrupted", code: "model_unavailable" });
    expect(state.messages.at(-1)).toMatchObject({ text: "Half a", status: "interrupted" });
    const again = reduceRoom(state, { type: "send", turnId, text: "Hello", at });
    expect(texts(again)).toEqual(["trainee: Hello"]);
  });

  test("goes on with a reply that was being spoken when the page was opened", () => {
    const state = fromView(view({ pending: { turnId, text: "Hello", status: "speaking", code: null } }));
    expect(texts(state)).toEqual(["trainee: Hello"]);
    expect(texts(play(state, [start, speak, says("Morning."), stop, end]))).toEqual([
      "trainee: Hello",
      "priya: Morning.",
    ]);
  });

  test("offers the retry of a turn that broke off before the page was opened", () => {
    const partial = [{ speakerId: "priya", messageId: "m2", text: "Half" }];
    const state = fromView(view({ pending: { turnId, text: "Hello", status: "stopped", code: null, partial } }));
    expect(state.live).toBeNull();
    expect(state.trouble).toMatchObject({ turnId, text: "Hello", status: "stopped" });
    expect(state.messages.map(({ status }) => status)).toEqual(["complete", "stopped"]);
  });

  test("ends when the buyer ends it", () => {
    const over: TurnPart = { type: "data-turn-end", data: { turnId, outcome: "lost", endReason: "patience" } };
    expect(play(sent(), [start, speak, says("Goodbye."), stop, over])).toMatchObject({
      stage: "ended",
      outcome: "lost",
      endReason: "patience",
      live: null,
    });
  });
});
