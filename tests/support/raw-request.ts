import { once } from "node:events";
import { request, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { connect } from "node:net";

export interface RawAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** each header line as it was sent */
  lines: string[];
  body: string;
}

interface RawRequest {
  method?: string;
  headers?: Record<string, string>;
  /** sent in so many parts without a declared length */
  chunks?: string[];
  body?: string;
}

/** One request exactly as given: no path is put in order, no header refused, no redirect followed. */
export async function sendRaw(base: string, path: string, init: RawRequest = {}): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(base);
  const headers = { host, ...init.headers };
  const sent = request({ hostname, port, path, method: init.method ?? "GET", headers });
  const answered = once(sent, "response") as Promise<[IncomingMessage]>; // sound: what this event carries
  // A server that has refused stops reading: what could not be sent any more is no failure of the answer.
  sent.on("error", () => {});
  for (const chunk of init.chunks ?? []) sent.write(chunk);
  sent.end(init.body);
  const [answer] = await answered;
  let body = "";
  answer.setEncoding("utf8");
  for await (const part of answer) body += String(part);
  const { rawHeaders } = answer;
  const lines = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [`${name.toLowerCase()}: ${rawHeaders[at + 1]}`] : [],
  );
  return { status: answer.statusCode ?? 0, headers: answer.headers, lines, body };
}

/** Bytes as they are, over a connection that the server is asked to close; what came back, as text. */
export async function sendBytes(base: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(base);
  const socket = connect(Number(port), hostname);
  let said = "";
  socket.setEncoding("utf8").on("data", (part) => (said += String(part)));
  socket.on("error", () => {});
  socket.write(bytes);
  await once(socket, "close");
  return said;
}
