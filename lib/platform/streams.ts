import type { Redis } from "@upstash/redis";
import { env } from "./env";
import { log } from "./log";
import { followingRedis } from "./redis";
import { ByteLog } from "./streams/log";
import { RedisCopy, followRedis, forgetInRedis, stopRedis } from "./streams/redis";
import { tenantKey } from "./tenant-key";

/** Names one turn of one person. A turn of another tenant or person has another name, so it cannot be found. */
export interface StreamKey {
  tenantId: string;
  userId: string;
  sessionId: string;
  turnId: string;
}

/** A turn being spoken here. `signal` aborts when someone calls stop, on whichever instance. */
export interface LiveTurn {
  signal: AbortSignal;
  append(chunk: string): void;
  follow(): ReadableStream<Uint8Array>;
  end(): Promise<void>;
}

/** How long a finished turn can be replayed from memory. */
const keptMs = 60_000;

interface Held {
  log: ByteLog;
  abort: AbortController;
}

const nameOf = ({ tenantId, userId, sessionId, turnId }: StreamKey) =>
  tenantKey({ tenantId }, "stream", userId, sessionId, turnId);

/**
 * Resumable streams: each turn's bytes are kept from the first one while it speaks and a while after, so a reader may leave, come
 * back and read it all. Kept in this process, and in Redis too when one is configured, for readers on other instances.
 */
export class TurnStreams {
  readonly #held = new Map<string, Held>();

  /** of every response that carries such a stream; not to be buffered or compressed on the way */
  get headers(): Record<string, string> {
    return {
      "content-type": "text/event-stream",
      "cache-control": "no-store, no-transform",
      "x-vercel-ai-ui-message-stream": "v1",
      "x-accel-buffering": "no",
    };
  }

  constructor(private readonly redis: Redis | null) {}

  /** How many turns are being spoken here. */
  get speaking(): number {
    let count = 0;
    for (const { log: kept } of this.#held.values()) if (!kept.ended) count++;
    return count;
  }

  /** How many readers are connected here to a turn that is being spoken. */
  get readers(): number {
    let count = 0;
    for (const { log: kept } of this.#held.values()) count += kept.readers;
    return count;
  }

  /** Begins a turn's stream. One of the same name that was here before, of an earlier try, is replaced. */
  open(key: StreamKey): LiveTurn {
    const name = nameOf(key);
    const held: Held = { log: new ByteLog(), abort: new AbortController() };
    const stop = () => held.abort.abort(new Error("stopped"));
    const warn = (error: unknown) => log.warn({ err: error, turnId: key.turnId }, "the turn's copy in Redis failed");
    const copy = this.redis ? new RedisCopy(this.redis, name, stop, warn) : null;
    this.#held.set(name, held);
    return {
      signal: held.abort.signal,
      append: (chunk) => {
        held.log.append(chunk);
        copy?.append(chunk);
      },
      follow: () => held.log.follow(),
      end: async () => {
        held.log.end();
        this.#forgetLater(name, held);
        await copy?.end();
      },
    };
  }

  /** The turn's stream from its first byte, or null when nobody here or elsewhere has it. */
  async follow(key: StreamKey): Promise<ReadableStream<Uint8Array> | null> {
    const name = nameOf(key);
    const held = this.#held.get(name);
    if (held && (!held.log.ended || !this.redis)) return held.log.follow();
    if (!this.redis) return null;
    // What ended here may have been tried again elsewhere since, so the shared copy has the say.
    const shared = await followRedis(this.redis, name).catch((error: unknown) => {
      if (!held) throw error;
      return null;
    });
    return shared ?? held?.log.follow() ?? null;
  }

  /** Stops the turn where it speaks. False when it does not speak anywhere. */
  async stop(key: StreamKey): Promise<boolean> {
    const name = nameOf(key);
    const held = this.#held.get(name);
    if (held && !held.log.ended) {
      held.abort.abort(new Error("stopped"));
      return true;
    }
    return this.redis ? stopRedis(this.redis, name) : false;
  }

  /**
   * Drops all that is kept of one person's turns and stops those being spoken. What another instance still holds in
   * memory runs out within a minute, what Redis could not be asked to drop within five.
   */
  async forget(person: Pick<StreamKey, "tenantId" | "userId">): Promise<void> {
    const names = `${tenantKey(person, "stream", person.userId)}:`;
    for (const [name, held] of this.#held) {
      if (!name.startsWith(names)) continue;
      held.abort.abort(new Error("stopped"));
      this.#held.delete(name);
    }
    if (!this.redis) return;
    await forgetInRedis(this.redis, names).catch((error: unknown) =>
      log.warn({ err: error }, "turns in Redis were left to run out"),
    );
  }

  #forgetLater(name: string, held: Held): void {
    const timer = setTimeout(() => {
      if (this.#held.get(name) === held) this.#held.delete(name);
    }, keptMs);
    // Edge runtimes hand out plain numbers.
    if (typeof timer === "object") timer.unref();
  }
}

const cache = Symbol.for("salesboost.streams");

/** The streams of this process. Kept on `globalThis`: the bundler may load this module more than once. */
export function turnStreams(): TurnStreams {
  const holder: typeof globalThis & { [cache]?: TurnStreams } = globalThis;
  const { redis } = env();
  return (holder[cache] ??= new TurnStreams(redis ? followingRedis(redis) : null));
}
