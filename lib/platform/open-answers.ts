import { subscribe } from "node:diagnostics_channel";
import { ServerResponse } from "node:http";
import { isClosing } from "./drain";

const open = new Set<ServerResponse>();
let waiting: (() => void)[] = [];

function done(response: ServerResponse): void {
  open.delete(response);
  if (open.size > 0) return;
  for (const wake of waiting) wake();
  waiting = [];
}

/** Keeps account of answers on their way, to the last byte; while the process closes, connections end with their answer. */
export function watchAnswers(): void {
  subscribe("http.server.request.start", (message) => {
    if (typeof message !== "object" || message === null || !("response" in message)) return;
    const { response } = message;
    if (!(response instanceof ServerResponse)) return;
    if (isClosing()) response.setHeader("connection", "close");
    open.add(response);
    response.once("close", () => done(response));
  });
}

/** Resolves once no answer is on its way. */
export async function answersDone(): Promise<void> {
  if (open.size === 0) return;
  await new Promise<void>((resolve) => waiting.push(resolve));
}
