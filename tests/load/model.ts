/** The paced model of the bench, as a process of its own: `tsx tests/load/model.ts <port>`. */
import { createServer } from "node:http";
import { ClauseSplitter } from "@/agents/guard/clauses";
import { tokensOf } from "@/tests/support/model-server";

const firstMs = 300;
const tokenMs = 20;
const sentencesPerReply = 5;

const who = [
  "The night shift",
  "Our finance team",
  "The plant manager",
  "My predecessor",
  "The second line",
  "Nobody here",
];
const does = [
  "checks the books",
  "waits for the report",
  "argues about the numbers",
  "signs the order",
  "reads the manual",
];
const when = ["before noon", "on most days", "when the phone is quiet", "at the end of the month", "after the audit"];
const why = ["which suits me", "and I let them", "so do not rush me", "as far as I can see", "because it always has"];

/** When each reply said what, by the conversation named in the request; times since the request came. */
interface Timing {
  /** when the request came, in milliseconds of the machine's clock */
  came: number;
  first: number;
  clause: number;
  tokens: number;
}
const timings = new Map<string, Timing>();
let said = 0;

/** Ordinary punctuated sentences, different in every reply. */
function words(): string {
  const sentences: string[] = [];
  for (let i = 0; i < sentencesPerReply; i++, said++) {
    const pick = (list: string[], every: number) => list[Math.floor(said / every) % list.length] ?? "";
    sentences.push(`${pick(who, 1)} ${pick(does, 6)} ${pick(when, 30)}, ${pick(why, 150)}.`);
  }
  return sentences.join(" ");
}

function clauseIndex(tokens: string[]): number {
  const splitter = new ClauseSplitter();
  return tokens.findIndex((token) => splitter.take(token) !== "");
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

createServer((request, response) => {
  if (request.method === "GET") {
    response.end(JSON.stringify(Object.fromEntries(timings)));
    timings.clear();
    return;
  }
  const came = performance.now();
  let body = "";
  request.on("data", (chunk: Buffer) => (body += chunk.toString()));
  request.on("end", () => {
    const key = body.match(/talk-\d+-\d+/gu)?.at(-1) ?? "?";
    const tokens = tokensOf(words());
    const clause = clauseIndex(tokens);
    const timing: Timing = { came: performance.timeOrigin + came, first: 0, clause: 0, tokens: tokens.length };
    timings.set(key, timing);
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.flushHeaders();
    const base = { id: "reply", object: "chat.completion.chunk", created: 1, model: "speech" };
    const send = (delta: object, finish: string | null) =>
      response.write(`data: ${JSON.stringify({ ...base, choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`);
    void (async () => {
      // Paced against the clock, so that a late timer does not make the whole reply late.
      for (const [i, content] of tokens.entries()) {
        await pause(Math.max(0, came + firstMs + i * tokenMs - performance.now()));
        if (i === 0) timing.first = performance.now() - came;
        if (i === clause) timing.clause = performance.now() - came;
        send({ content }, null);
      }
      send({}, "stop");
      response.end("data: [DONE]\n\n");
    })();
  });
}).listen(Number(process.argv[2]), "127.0.0.1");
