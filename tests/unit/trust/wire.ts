/** What the models behind the wire do with one request. */
export type Answer =
  /** asks for tools, with the JSON text of their inputs */
  | { kind: "call"; calls: { name: string; input: string }[] }
  | { kind: "say"; text: string }
  | { kind: "fail" }
  | { kind: "cut"; text: string };

export interface Sent {
  /** role by the name of the model that was asked: `speak`, `perceive`, `review` */
  role: string;
  url: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
}

const events = { "content-type": "text/event-stream" };
const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
const base = { id: "r", created: 1, model: "m" };

function streamed(text: string, whole: boolean): string {
  const event = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
  const choice = (delta: unknown, finish: string | null = null) =>
    event({ ...base, object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason: finish }] });
  const words = text.match(/\s*\S{1,12}/gu) ?? [];
  const said = (whole ? words : words.slice(0, Math.ceil(words.length / 2))).map((content) => choice({ content }));
  const end = whole ? `${choice({}, "stop")}${event({ ...base, choices: [], usage })}data: [DONE]\n\n` : "";
  return choice({ role: "assistant", content: "" }) + said.join("") + end;
}

function called(calls: Extract<Answer, { kind: "call" }>["calls"]): string {
  const toolCalls = calls.map(({ name, input }, index) => ({
    index,
    id: `call-${index}`,
    type: "function",
    function: { name, arguments: input },
  }));
  const choice = (delta: unknown, finish: string | null = null) =>
    `data: ${JSON.stringify({ ...base, object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
  return `${choice({ role: "assistant", tool_calls: toolCalls })}${choice({}, "tool_calls")}data: [DONE]\n\n`;
}

function answered(answer: Answer, stream: boolean): Response {
  if (answer.kind === "fail") {
    return Response.json({ error: { message: "down", type: "server_error", code: null } }, { status: 500 });
  }
  if (answer.kind === "call") return new Response(called(answer.calls), { headers: events });
  if (stream) {
    const body = streamed(answer.text, answer.kind === "say");
    return new Response(body, { headers: events });
  }
  const choice = { index: 0, message: { role: "assistant", content: answer.text }, finish_reason: "stop" };
  return Response.json({ ...base, object: "chat.completion", choices: [choice], usage });
}

/** Stands in for the network: keeps every request as it left, answers as `decide` says, and lets nothing out. */
export function wire(decide: (sent: Sent) => Answer, keep: (sent: Sent) => void): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (typeof init?.body !== "string") throw new Error("a model is asked with JSON text");
    // Sound: the AI SDK is the only caller and sends a JSON object.
    const body = JSON.parse(init.body) as Record<string, unknown>;
    // The SDK's own version, nobody's number.
    const { "user-agent": _agent, ...headers } = Object.fromEntries(new Headers(init?.headers));
    const sent = { role: String(body["model"]), url, headers, body };
    keep(sent);
    return answered(decide(sent), body["stream"] === true);
  };
}
