import { expect, it } from "vitest";
import { rewindTarget } from "@/components/debrief/rewind-target";
import type { Message } from "@/lib/contracts/session";

const message = (number: number, speaker: string): Message => ({
  id: `m${number}`,
  number,
  turn: Math.ceil(number / 2),
  turnId: "t",
  speaker,
  text: "words",
  status: "complete",
  reworded: false,
  degraded: false,
  flags: [],
  createdAt: "2026-01-01T00:00:00.000Z",
});
const talk = [message(1, "trainee"), message(2, "priya"), message(3, "trainee"), message(4, "priya")];
const target = (id: string) => rewindTarget(talk, { messageId: id })?.number;

it("an own line that was cited is the one to try again", () => {
  expect(target("m3")).toBe(3);
});

it("a line of the buyer leads to the answer it got, and the last one to what led to it", () => {
  expect(target("m2")).toBe(3);
  expect(target("m4")).toBe(3);
});

it("without a line to go by there is nothing to rewind to", () => {
  expect(rewindTarget(talk, null)).toBeNull();
  expect(target("gone")).toBeUndefined();
});
