import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * What a model of this server does, chosen by the model's name in the request:
 * `speech` says its words, `obedient` prints them and all it was sent, the others fail in one way each.
 */
export const behaviours = [
  "speech",
  "obedient",
  "busy", // 429 with Retry-After
  "broken", // 500
  "silent", // no headers, ever
  "stall", // stops mid-stream, connection open
  "cut", // socket closed mid-stream
  "malformed", // an event that is no JSON
  "malformed-first", // the same before any word
  "empty", // 200 and a finish without words
  "hollow", // 200 and no event at all
  "endless", // words, then a clean end without a finish reason
  "filtered", // words, then finish reason content_filter
  "refused", // finish reason content_filter and no words
] as const;
export type Behaviour = (typeof behaviours)[number];

export interface ModelCall {
  model: string;
  path: string;
  body: { messages?: { role: string; content: unknown }[]; [key: string]: unknown };
  /** the bearer token it came with */
  key: string | undefined;
  /** the client closed the connection before the end */
  aborted: boolean;
  ended: Promise<void>;
}

export interface ModelServer {
  url: string;
  calls: ModelCall[];
  /** what `speech` says next; the last one repeats */
  words: string[];
  /** the one key it takes; null takes any. Others are refused as OpenAI refuses them, with the key in the message. */
  accepts: string | null;
  close(): Promise<void>;
}

interface Pace {
  /** before the first token */
  firstMs: number;
  /** between tokens */
  tokenMs: number;
}

const pause = (ms: number) => new Promise<void>((resolve) => (ms > 0 ? setTimeout(resolve, ms) : resolve()));

async function readBody(request: IncomingMessage): Promise<ModelCall["body"]> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  // Sound: only the AI SDK calls this server, with JSON objects.
  return JSON.parse(text || "{}") as ModelCall["body"];
}

/** "Words, as tokens" → ["Words", ",", " as", " tokens"]; one Han character a token. */
export function tokensOf(text: string): string[] {
  return text.match(/\s*(?:[\p{Script=Han}]|[\p{L}\p{N}'’]+|[^\p{L}\p{N}\s])/gu) ?? [];
}

type Event = Record<string, unknown>;

/** The events of one reply in the dialect of an endpoint. */
function dialect(path: string, model: string) {
  const base = { id: "reply-1", object: "chat.completion.chunk", created: 1, model };
  if (!path.endsWith("/responses")) {
    const choice = (delta: Event, finish: string | null = null) => ({
      ...base,
      choices: [{ index: 0, delta, finish_reason: finish }],
    });
    return {
      open: [choice({ role: "assistant", content: "" })],
      token: (text: string) => choice({ content: text }),
      close: (finish: string, count: number): Event[] => [
        choice({}, finish),
        { ...base, choices: [], usage: { prompt_tokens: 100, completion_tokens: count, total_tokens: 100 + count } },
      ],
      done: "data: [DONE]\n\n",
    };
  }
  const item = { id: "msg_1", type: "message", role: "assistant", status: "in_progress", content: [] };
  const response = { id: "resp_1", object: "response", created_at: 1, model, output: [] };
  return {
    open: [
      { type: "response.created", response: { ...response, status: "in_progress" } },
      { type: "response.output_item.added", output_index: 0, item },
    ],
    token: (text: string) => ({
      type: "response.output_text.delta",
      item_id: "msg_1",
      output_index: 0,
      content_index: 0,
      delta: text,
    }),
    close: (finish: string, count: number): Event[] => {
      const usage = { input_tokens: 100, output_tokens: count, total_tokens: 100 + count };
      const cut = finish === "stop" ? null : { reason: finish };
      const type = cut ? "response.incomplete" : "response.completed";
      return [
        { type: "response.output_item.done", output_index: 0, item: { ...item, status: "completed" } },
        { type, response: { ...response, status: cut ? "incomplete" : "completed", incomplete_details: cut, usage } },
      ];
    },
    done: "",
  };
}

class Reply {
  constructor(
    private readonly response: ServerResponse,
    private readonly path: string,
    private readonly model: string,
    private readonly tokens: string[],
    private readonly pace: Pace,
  ) {}

  async give(behaviour: Behaviour): Promise<void> {
    const { response } = this;
    if (behaviour === "silent") return;
    if (behaviour === "busy") {
      response.writeHead(429, { "content-type": "application/json", "retry-after": "60" });
      response.end(JSON.stringify({ error: { message: "slow down", type: "rate_limit", code: "rate_limit" } }));
      return;
    }
    if (behaviour === "broken") {
      response.writeHead(500, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: { message: "oops", type: "server_error", code: null } }));
      return;
    }
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
    response.flushHeaders();
    if (behaviour === "hollow") return void response.end();
    await this.#stream(behaviour);
  }

  async #stream(behaviour: Behaviour): Promise<void> {
    const { response, tokens, pace } = this;
    const { open, token, close, done } = dialect(this.path, this.model);
    await pause(pace.firstMs);
    for (const event of open) this.#send(event);
    if (behaviour === "malformed-first") response.write("data: {nonsense\n\n");
    const silent = behaviour === "empty" || behaviour === "refused";
    const half = Math.ceil(tokens.length / 2);
    for (const [i, text] of (silent ? [] : tokens).entries()) {
      if (response.destroyed) return;
      if (i === half) {
        if (behaviour === "stall") return;
        if (behaviour === "cut") {
          // What was written must leave first.
          await pause(30);
          return void response.destroy();
        }
        if (behaviour === "malformed") response.write("data: {nonsense\n\n");
      }
      this.#send(token(text));
      if (i < tokens.length - 1) await pause(pace.tokenMs);
    }
    if (behaviour !== "endless") {
      const finish = behaviour === "filtered" || behaviour === "refused" ? "content_filter" : "stop";
      for (const event of close(finish, tokens.length)) this.#send(event);
      response.write(done);
    }
    response.end();
  }

  #send(event: Event): void {
    this.response.write(`data: ${JSON.stringify(event)}\n\n`);
  }
}

/**
 * A local server that speaks the OpenAI protocol (chat completions and responses, streamed). The request's `model` names a
 * behaviour; anything else speaks. Nothing leaves the machine.
 */
export async function startModelServer(
  options: Partial<Pace> & { words?: string[]; port?: number } = {},
): Promise<ModelServer> {
  const pace: Pace = { firstMs: options.firstMs ?? 0, tokenMs: options.tokenMs ?? 0 };
  const words = options.words ?? ["We close the books in two days, and I would rather keep it that way."];
  const calls: ModelCall[] = [];
  let spoken = 0;

  const handle: ModelServer = {
    url: "",
    calls,
    words,
    accepts: null,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request);
    const model = String(body["model"]);
    const ended = once(response, "close").then(() => undefined);
    const key = request.headers.authorization?.replace(/^Bearer /u, "");
    const call: ModelCall = { model, path: request.url ?? "", body, key, aborted: false, ended };
    calls.push(call);
    response.on("close", () => (call.aborted = !response.writableFinished));
    if (handle.accepts !== null && key !== handle.accepts) {
      const message = `Incorrect API key provided: ${key}.`;
      response.writeHead(401, { "content-type": "application/json" });
      return void response.end(
        JSON.stringify({ error: { message, type: "invalid_request_error", code: "invalid_api_key" } }),
      );
    }
    const behaviour = behaviours.find((one) => one === model) ?? "speech";
    const said = words[Math.min(spoken++, words.length - 1)] ?? "";
    const text = behaviour === "obedient" ? `${said}\n${JSON.stringify(body)}` : said;
    await new Reply(response, call.path, model, tokensOf(text), pace).give(behaviour);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  // Sound: a listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  handle.url = `http://127.0.0.1:${port}/v1`;
  return handle;
}
