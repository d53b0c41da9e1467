import { request } from "node:http";
import type { StreamData, StreamPartName } from "@/lib/contracts/stream";

export interface Answer {
  /** 0 when there was no answer at all */
  status: number;
  body: string;
  headers: Record<string, string | string[] | undefined>;
  /** the answer came to its end instead of breaking off */
  whole: boolean;
}

/** What every call of one person carries. The host is the application's own name, whichever instance is called. */
export interface Caller {
  origin: string;
  cookie: string;
}

/** One request. Never rejects: a server that is gone is an answer with what had come by then. `onText` sees the body so far. */
export function call(
  caller: Caller,
  url: string,
  sent?: { body?: unknown; onText?: (body: string) => void },
): Promise<Answer> {
  const payload = sent?.body === undefined ? undefined : JSON.stringify(sent.body);
  return new Promise((resolve) => {
    const answer: Answer = { status: 0, body: "", headers: {}, whole: false };
    const options = {
      method: payload === undefined ? "GET" : "POST",
      agent: false as const,
      headers: {
        host: new URL(caller.origin).host,
        cookie: caller.cookie,
        origin: caller.origin,
        ...(payload !== undefined && {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(payload),
        }),
      },
    };
    const question = request(url, options, (response) => {
      answer.status = response.statusCode ?? 0;
      answer.headers = response.headers;
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        answer.body += chunk;
        sent?.onText?.(answer.body);
      });
      response.on("end", () => {
        answer.whole = response.complete;
      });
      response.on("error", () => resolve(answer));
      response.on("close", () => resolve(answer));
    });
    question.setTimeout(140_000, () => question.destroy());
    question.on("error", () => resolve(answer));
    question.end(payload);
  });
}

/** Posts without a body of meaning. */
export const nothing = {};

/** The data part of this name in a stream of UI message parts. */
export function partOf<K extends StreamPartName>(body: string, name: K): StreamData[K] | undefined {
  const line = body.split("\n").find((text) => text.startsWith(`data: {"type":"data-${name}"`));
  // Sound: the stream's own shape, see lib/contracts/stream.
  return line ? (JSON.parse(line.slice(6)) as { data: StreamData[K] }).data : undefined;
}

/** The words of each reply as a reader has them at the end of the stream, by message. */
export function heardIn(body: string): Map<string, string> {
  const heard = new Map<string, string>();
  for (const line of body.split("\n")) {
    if (!line.startsWith("data: {")) continue;
    // Sound: the stream's own shape.
    const part = JSON.parse(line.slice(6)) as {
      type: string;
      id?: string;
      delta?: string;
      data?: { messageId: string; text: string };
    };
    if (part.type === "reset-step") heard.clear();
    const id = part.id?.split(":").slice(1).join(":") ?? "";
    if (part.type === "text-delta") heard.set(id, (heard.get(id) ?? "") + (part.delta ?? ""));
    if (part.type === "data-reply-replace" && part.data) heard.set(part.data.messageId, part.data.text);
  }
  return heard;
}
