import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Heard {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** What a double answers: a status, 200 unless said, and a body, which is sent as JSON unless it is text. */
export interface Said {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface HttpDouble {
  url: string;
  heard: Heard[];
  close(): Promise<void>;
}

/** A local server that writes down what it is asked and answers as it is told. */
export async function startDouble(answer: (asked: Heard) => Said): Promise<HttpDouble> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(", ")]),
      );
      const asked: Heard = { method: request.method ?? "", path: request.url ?? "", headers, body };
      heard.push(asked);
      const said = answer(asked);
      response.writeHead(said.status ?? 200, { "content-type": "application/json", ...said.headers });
      response.end(typeof said.body === "string" ? said.body : JSON.stringify(said.body ?? {}));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // sound: a listening TCP server has an address with a port
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
