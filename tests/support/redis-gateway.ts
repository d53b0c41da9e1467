import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { createConnection, type AddressInfo, type Socket } from "node:net";

type Command = (string | number)[];
type Reply = string | number | null | Reply[] | Error;

function findRedis(): string {
  const look = () => spawnSync("sh", ["-c", "command -v redis-server"], { encoding: "utf8" }).stdout.trim();
  const found = look();
  if (found) return found;
  if (process.getuid?.() === 0) {
    const install = "apt-get update && apt-get install -y --no-install-recommends redis-server";
    spawnSync("sh", ["-c", install], { stdio: "ignore", timeout: 180_000 });
  }
  const installed = look();
  if (!installed) throw new Error("This needs a Redis server. Install one (Debian: `apt-get install redis-server`).");
  return installed;
}

/** Reads one value of Redis's protocol at `at`; null while it is incomplete. */
function readReply(data: Buffer, at: number): { value: Reply; end: number } | null {
  const line = data.indexOf("\r\n", at);
  if (line < 0) return null;
  const [kind, rest] = [String.fromCharCode(data[at] ?? 0), data.toString("utf8", at + 1, line)];
  const next = line + 2;
  if (kind === "+") return { value: rest, end: next };
  if (kind === "-") return { value: new Error(rest), end: next };
  if (kind === ":") return { value: Number(rest), end: next };
  const size = Number(rest);
  if (size < 0) return { value: null, end: next };
  if (kind === "$") {
    if (data.length < next + size + 2) return null;
    return { value: data.toString("utf8", next, next + size), end: next + size + 2 };
  }
  const items: Reply[] = [];
  let end = next;
  for (let i = 0; i < size; i++) {
    const item = readReply(data, end);
    if (!item) return null;
    items.push(item.value);
    end = item.end;
  }
  return { value: items, end };
}

/** One connection; answers come in the order of the questions. */
class Connection {
  #data = Buffer.alloc(0);
  readonly #waiting: ((reply: Reply) => void)[] = [];

  constructor(readonly socket: Socket) {
    socket.on("data", (chunk) => {
      this.#data = Buffer.concat([this.#data, chunk]);
      for (let reply = readReply(this.#data, 0); reply; reply = readReply(this.#data, 0)) {
        this.#data = this.#data.subarray(reply.end);
        this.#waiting.shift()?.(reply.value);
      }
    });
  }

  send(command: Command): Promise<Reply> {
    const parts = command.map((part) => `$${Buffer.byteLength(String(part))}\r\n${part}\r\n`);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.socket.write(`*${command.length}\r\n${parts.join("")}`);
    });
  }
}

/** A plain Redis refuses the first line of Upstash's scripts: it goes, and the script is then known by another hash. */
class Scripts {
  readonly #known = new Map<string, string>();
  readonly #hash = (script: string) => createHash("sha1").update(script).digest("hex");

  translate([name, first, ...rest]: Command): Command {
    const verb = String(name).toLowerCase();
    if (verb === "evalsha") return [verb, this.#known.get(String(first)) ?? String(first), ...rest];
    if (verb !== "eval") return first === undefined ? [verb] : [verb, first, ...rest];
    const plain = String(first).replace(/^#![^\n]*\n/u, "");
    this.#known.set(this.#hash(String(first)), this.#hash(plain));
    return [verb, plain, ...rest];
  }
}

/** Answers base64 where the client asks for it, as the real service does. */
const encode = (value: Reply): unknown => {
  if (typeof value === "string") return value === "OK" ? value : Buffer.from(value).toString("base64");
  return Array.isArray(value) ? value.map(encode) : value;
};

async function startServer() {
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      // Sound: a listening TCP server has an address with a port.
      const address = probe.address() as AddressInfo;
      probe.close(() => resolve(address.port));
    });
  });
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn(findRedis(), args, { stdio: "ignore" });
  for (let tries = 0; tries < 100; tries++) {
    const socket = createConnection(port, "127.0.0.1");
    const open = await Promise.race([
      once(socket, "connect").then(() => true),
      once(socket, "error").then(() => false),
    ]).catch(() => false);
    if (open) return { child, connection: new Connection(socket) };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill("SIGKILL");
  throw new Error("redis-server did not start");
}

/** A real Redis server behind Upstash's REST protocol, for its real client. */
export interface RedisGateway {
  url: string;
  token: string;
  /** Asks the server itself, past the gateway. */
  ask(...command: Command): Promise<Reply>;
  /** Cuts the gateway off from its clients, as a network would, and lets it come back under the same address. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function startRedisGateway(): Promise<RedisGateway> {
  const { child, connection } = await startServer();
  const scripts = new Scripts();
  const token = "local-redis-token";
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const reply = (status: number, answer: unknown) =>
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
      if (request.headers.authorization !== `Bearer ${token}`) return reply(401, { error: "WRONGPASS" });
      const wrap = (value: Reply) => (value instanceof Error ? { error: value.message } : { result: encode(value) });
      // Sound: only the Upstash client calls this server.
      const sent = JSON.parse(body) as Command | Command[];
      const run = async (command: Command) => wrap(await connection.send(scripts.translate(command)));
      if (request.url === "/") {
        return void run(sent as Command).then((answer) => reply("error" in answer ? 400 : 200, answer));
      }
      return void Promise.all((sent as Command[]).map(run)).then((answers) => reply(200, answers));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // Sound: a listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  const cut = async () => {
    server.closeAllConnections();
    server.close();
    if (server.listening) await once(server, "close");
  };
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    ask: (...command) => connection.send(command),
    cut,
    mend: async () => {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      connection.socket.destroy();
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}
