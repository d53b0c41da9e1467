import { lookup as resolveName, type LookupAddress, type LookupOptions } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector, fetch as undiciFetch } from "undici";
import { mayConnect } from "./addresses";

/** A connection refused because of where it leads. */
export class BlockedAddress extends Error {
  constructor(host: string) {
    super(`${host} is not an address this program connects to`);
    this.name = "BlockedAddress";
  }
}

/** An answer longer than anybody should send. */
export class OversizedAnswer extends Error {
  constructor(bytes: number) {
    super(`the answer is longer than ${bytes} bytes`);
    this.name = "OversizedAnswer";
  }
}

export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface GuardOptions {
  /** addresses inside one's own network are allowed: an operator has named this host */
  allowPrivate: boolean;
  connectMs: number;
  /** longest body of one answer, after decompression */
  maxBytes: number;
  resolve?: Resolve;
}

export interface GuardedFetch {
  fetch: typeof globalThis.fetch;
  /** cuts every connection */
  close(): void;
}

const bare = (hostname: string) =>
  hostname
    .replace(/^\[|\]$/gu, "")
    .replace(/\.$/u, "")
    .toLowerCase();

/** Names that mean this machine or its cloud, whatever a resolver says. */
const isOwnName = (hostname: string) =>
  hostname === "localhost" || /\.(?:localhost|local|internal|localdomain)$/u.test(hostname);

/** Looks a name up and hands on its addresses only when every one of them may be connected to: those are then connected to. */
function guardedLookup({ allowPrivate, resolve = resolveName }: GuardOptions): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || first === undefined) return done(error ?? new BlockedAddress(hostname), "", 0);
      if (!addresses.every(({ address }) => mayConnect(address, allowPrivate)))
        return done(new BlockedAddress(hostname), "", 0);
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function guardedAgent(options: GuardOptions): Agent {
  const connect = buildConnector({ timeout: options.connectMs, lookup: guardedLookup(options) });
  return new Agent({
    connections: 4,
    connect: (target, done) => {
      const host = bare(target.hostname);
      const refused = isIP(host) ? !mayConnect(host, options.allowPrivate) : !options.allowPrivate && isOwnName(host);
      if (refused) return done(new BlockedAddress(host), null);
      connect(target, (error, socket) => {
        if (error) return done(error, null);
        // What was checked is what was connected to; a socket that says otherwise is not used.
        if (mayConnect(socket.remoteAddress ?? "", options.allowPrivate)) return done(null, socket);
        socket.destroy();
        done(new BlockedAddress(host), null);
      });
    },
  });
}

/** The body cut off with an error as soon as it is too long. */
function capped(body: ReadableStream<Uint8Array>, most: number): ReadableStream<Uint8Array> {
  let seen = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength;
        if (seen > most) controller.error(new OversizedAnswer(most));
        else controller.enqueue(chunk);
      },
    }),
  );
}

/**
 * `fetch` to a server somebody else named: the address is checked when the connection is made, no redirect is followed, no cookie
 * kept, and a body that is too long is cut off. Rejects with BlockedAddress (as a cause) or OversizedAnswer.
 */
export function guardedFetch(options: GuardOptions): GuardedFetch {
  const dispatcher = guardedAgent(options);
  const call = async (target: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const url = target instanceof Request ? target.url : target;
    // Sound: the package's own fetch takes and gives what the platform's does; only its types are declared apart.
    const own = { ...init, dispatcher, redirect: "error" } as Parameters<typeof undiciFetch>[1];
    const answer = (await undiciFetch(url, own)) as unknown as Response;
    if (answer.body === null) return answer;
    if (Number(answer.headers.get("content-length")) > options.maxBytes) throw new OversizedAnswer(options.maxBytes);
    const { status, statusText, headers } = answer;
    return new Response(capped(answer.body, options.maxBytes), { status, statusText, headers: [...headers] });
  };
  return { fetch: call, close: () => void dispatcher.destroy().catch(() => undefined) };
}
