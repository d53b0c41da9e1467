import type { Redis } from "@upstash/redis";

/** How long a turn can be replayed by another instance, in seconds. */
const keptFor = 300;
const pollMs = 200;
/** A speaker that has written nothing for so long, not even a beat, is gone. */
const silentMs = 15_000;
const beatMs = 4_000;
const endMark = "\u0004";
const encoder = new TextEncoder();

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * The copy of one turn's log that other instances read. Chunks go out in batches while the turn speaks; the same round trip
 * asks whether someone has called stop. A failing Redis costs the copy, never the turn.
 */
export class RedisCopy {
  #pending: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();
  #over = false;
  #lastSent = Date.now();

  constructor(
    private readonly redis: Redis,
    private readonly key: string,
    private readonly onStop: () => void,
    private readonly onError: (error: unknown) => void,
  ) {
    // The first beat goes out at once: from now on the others know that someone speaks, to be read and to be stopped.
    this.#sending = this.redis
      .multi()
      .del(key, `${key}:stop`)
      .rpush(key, wrap(""))
      .expire(key, keptFor)
      .exec()
      .then(() => undefined)
      .catch(onError);
    this.#schedule();
  }

  append(text: string): void {
    this.#pending.push(text);
  }

  async end(): Promise<void> {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#pending.push(endMark);
    await this.#send();
  }

  #schedule(): void {
    this.#timer = setTimeout(() => {
      void this.#send().then(() => {
        if (!this.#over) this.#schedule();
      });
    }, pollMs);
  }

  #send(): Promise<void> {
    this.#sending = this.#sending.then(async () => {
      const chunks = this.#pending;
      this.#pending = [];
      const beat = chunks.length === 0 && Date.now() - this.#lastSent > beatMs;
      try {
        const pipeline = this.redis.pipeline();
        pipeline.get(`${this.key}:stop`);
        if (chunks.length > 0 || beat) {
          // An empty chunk is a beat: readers skip it and know that someone is there.
          pipeline.rpush(this.key, ...(beat ? [""] : chunks).map(wrap));
          pipeline.expire(this.key, keptFor);
          this.#lastSent = Date.now();
        }
        const [stop] = await pipeline.exec();
        if (stop !== null && !this.#over) this.onStop();
      } catch (error) {
        // A reader elsewhere must find no hole: what did not get there goes with the next batch.
        this.#pending.unshift(...chunks);
        this.onError(error);
      }
    });
    return this.#sending;
  }
}

/** The client parses values that look like JSON: a prefix keeps every chunk the string it was. */
const wrap = (text: string) => `~${text}`;
const unwrap = (text: string) => text.slice(1);

/** Reads a turn spoken by another instance, from its first byte; null when there is none. */
export async function followRedis(redis: Redis, key: string): Promise<ReadableStream<Uint8Array> | null> {
  const first = await redis.lrange(key, 0, -1);
  if (first.length === 0) return null;
  let cancelled = false;
  const pump = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    let next = 0;
    let moved = Date.now();
    let batch = first;
    while (!cancelled) {
      next += batch.length;
      if (batch.length > 0) moved = Date.now();
      for (const chunk of batch.map(unwrap)) {
        if (chunk === endMark) return controller.close();
        if (chunk !== "") controller.enqueue(encoder.encode(chunk));
      }
      if (Date.now() - moved > silentMs) return controller.close();
      await pause(pollMs);
      batch = await redis.lrange(key, next, -1);
    }
  };
  return new ReadableStream<Uint8Array>({
    start: (controller) => void pump(controller).catch((error: unknown) => controller.error(error)),
    cancel: () => {
      cancelled = true;
    },
  });
}

/** Asks whichever instance speaks this turn to stop. False when nobody does. */
export async function stopRedis(redis: Redis, key: string): Promise<boolean> {
  const last = await redis.lrange(key, -1, -1);
  if (last.length === 0 || last[0] === wrap(endMark)) return false;
  await redis.set(`${key}:stop`, "1", { ex: keptFor });
  return true;
}

/** Deletes every turn whose key begins so, and asks whoever speaks one of them to stop. */
export async function forgetInRedis(redis: Redis, prefix: string): Promise<void> {
  let cursor = "0";
  do {
    const [next, keys] = await redis.scan(cursor, { match: `${prefix}*`, count: 500 });
    const turns = keys.filter((key) => !key.endsWith(":stop"));
    for (const key of turns) await stopRedis(redis, key);
    if (turns.length > 0) await redis.del(...turns);
    cursor = next;
  } while (cursor !== "0");
}
