import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How the store behaves: "well" admits everybody, "full" nobody, "hangs" takes the call and never answers. */
export type Manner =
  | "well"
  | "full"
  | "errors"
  | "hangs"
  | "refuses"
  | "not json"
  | "other json"
  | "words"
  | "beyond the limit";

/** A limit store that answers as told, and counts who asks. */
export interface ScriptedStore {
  url: string;
  token: string;
  manner: Manner;
  /** calls so far */
  readonly calls: number;
  /** Answers those it has left hanging, well. */
  release(): void;
  close(): Promise<void>;
}

const oddities: Partial<Record<Manner, string>> = {
  "not json": "<html>Bad gateway</html>",
  "other json": '{"hello":"world"}',
  words: '{"result":["bG90cw==","bWFueQ=="]}',
  "beyond the limit": '{"result":[999999999,999999999]}',
};

function answer(manner: Manner, sent: string, response: ServerResponse): void {
  if (manner === "refuses") return void response.destroy();
  if (manner === "errors") return void response.writeHead(500).end('{"error":"ERR the disk is full"}');
  const odd = oddities[manner];
  // sound: only the Upstash client calls this server; a script's arguments stand after its keys, the limit first
  const commands = JSON.parse(sent) as (string | number)[][] | (string | number)[];
  const one = (command: (string | number)[]) => {
    const limit = Number(command[3 + Number(command[2])]);
    return { result: [manner === "full" ? -1 : limit - 1, limit] };
  };
  const piped = Array.isArray(commands[0]);
  const well = piped ? (commands as (string | number)[][]).map(one) : one(commands as (string | number)[]);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(odd ? (piped ? `[${odd}]` : odd) : JSON.stringify(well));
}

export async function startScriptedStore(manner: Manner = "well"): Promise<ScriptedStore> {
  let calls = 0;
  const store = { token: "scripted", manner };
  const hanging: (() => void)[] = [];
  const server = createServer((request, response) => {
    calls += 1;
    let sent = "";
    request.on("data", (chunk: Buffer) => (sent += chunk.toString()));
    request.on("end", () => {
      if (told.manner === "hangs") hanging.push(() => answer("well", sent, response));
      else answer(told.manner, sent, response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // Sound: a listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  const told: ScriptedStore = {
    ...store,
    url: `http://127.0.0.1:${port}`,
    get calls() {
      return calls;
    },
    release: () => {
      for (const one of hanging.splice(0)) one();
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return told;
}
