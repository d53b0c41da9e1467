import "server-only";
import { findKey } from "@/db/keys";
import type { Ctx } from "@/lib/contracts/context";
import { keyShape } from "@/lib/contracts/keys";
import type { Permission } from "@/lib/contracts/permissions";
import { log } from "@/lib/platform/log";
import { actorOf } from "./actors";
import { holds } from "./allow";
import { bearerOf } from "./key";
import { hashKey } from "./key-secret";

/** Between two looks at who reads a stream. With what a look may be old by, well within a minute. */
const everyMs = 15_000;
/** Looks that may fail one after the other before the stream is cut: nobody then knows who reads. */
const failuresAllowed = 2;

/** The actor of a request as they are now, by what it came with; null when they may no longer act. */
async function lookAgain(ctx: Ctx, sent: Headers): Promise<Pick<Ctx, "actor" | "via"> | null> {
  if (ctx.via?.kind === "login") {
    const { tenantId } = ctx;
    const actor = await actorOf({ loginId: ctx.via.id, userId: ctx.actor.userId, tenantId });
    return actor && { actor: { ...ctx.actor, role: actor.role }, via: ctx.via };
  }
  const bearer = bearerOf(sent);
  const found = bearer && keyShape.test(bearer) ? await findKey(hashKey(bearer)) : null;
  return found && { actor: found.person, via: { kind: "key", id: found.id, scopes: found.scopes } };
}

/** Whether whoever asked may go on reading. */
export type Look = () => Promise<boolean>;

/** Whether the actor of this request still acts and still holds what it was let in by. */
export const stillMay =
  (ctx: Ctx, permission: Permission, sent: Headers): Look =>
  async () => {
    const now = await lookAgain(ctx, sent);
    return now !== null && holds(now, permission);
  };

/**
 * A response whose body ends when its reader may no longer read it: a stream of events closes, anything else breaks off, so
 * that half a file never passes for a whole one. What writes the body notices no more than a reader who went away. Nobody is
 * looked at before the body is first asked for: a response that is dropped unread leaves nothing running.
 */
export function watched(response: Response, look: Look, { lookEveryMs = everyMs } = {}): Response {
  if (!response.body) return response;
  const reader = response.body.getReader();
  const isEvents = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let watching = false;
  let over = false;
  let failures = 0;
  const finish = () => {
    over = true;
    clearTimeout(timer);
  };
  const mayGoOn = async () => {
    try {
      const may = await look();
      failures = 0;
      return may;
    } catch (err) {
      log.warn({ err }, "who reads a stream could not be looked up");
      return ++failures <= failuresAllowed;
    }
  };
  const lookLater = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    timer = setTimeout(() => {
      void mayGoOn().then((may) => {
        if (over) return;
        if (may) return lookLater(controller);
        finish();
        void reader.cancel().catch(() => {});
        if (isEvents) controller.close();
        else controller.error(new Error("the reader may no longer read this"));
      });
    }, lookEveryMs);
    timer.unref();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!watching) lookLater(controller);
        watching = true;
        try {
          const { done, value } = await reader.read();
          if (over) return;
          if (!done) return controller.enqueue(value);
          finish();
          controller.close();
        } catch (error) {
          if (over) return;
          finish();
          controller.error(error);
        }
      },
      async cancel(reason) {
        finish();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}
