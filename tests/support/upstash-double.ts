import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Command = [name: string, ...args: (string | number)[]];

/** As much of Redis as a turn's stream uses, in memory. */
class Memory {
  readonly #lists = new Map<string, string[]>();
  readonly #values = new Map<string, string>();

  run([name, ...args]: Command): unknown {
    const [key = "", ...rest] = args.map(String);
    const list = this.#lists.get(key) ?? [];
    switch (name.toLowerCase()) {
      case "del":
        for (const one of [key, ...rest]) {
          this.#lists.delete(one);
          this.#values.delete(one);
        }
        return 1;
      case "rpush":
        this.#lists.set(key, [...list, ...rest]);
        return list.length + rest.length;
      case "lrange": {
        const at = (index: number) => (index < 0 ? list.length + index : index);
        return list.slice(Math.max(0, at(Number(rest[0]))), at(Number(rest[1])) + 1);
      }
      case "get":
        return this.#values.get(key) ?? null;
      case "set":
        this.#values.set(key, rest[0] ?? "");
        return "OK";
      case "expire":
        return 1;
      default:
        throw new Error(`the double does not know ${name}`);
    }
  }
}

/** Answers base64 where the client asks for it, as the real service does. */
function encode(value: unknown): unknown {
  if (typeof value === "string") return value === "OK" ? value : Buffer.from(value).toString("base64");
  return Array.isArray(value) ? value.map(encode) : value;
}

/** A local server that speaks Upstash's REST protocol to its real client. */
export async function startUpstashDouble(): Promise<{ url: string; token: string; close(): Promise<void> }> {
  const memory = new Memory();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      // Sound: only the Upstash client calls this server.
      const sent = JSON.parse(body) as Command | Command[];
      const answer = (command: Command) => ({ result: encode(memory.run(command)) });
      response.setHeader("content-type", "application/json");
      const many = request.url !== "/";
      response.end(JSON.stringify(many ? (sent as Command[]).map(answer) : answer(sent as Command)));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // Sound: a listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    token: "test",
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
