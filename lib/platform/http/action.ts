import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import type { ActionResult } from "@/lib/contracts/action";
import type { Ctx } from "@/lib/contracts/context";
import type { Permission } from "@/lib/contracts/permissions";
import { holds } from "@/lib/platform/auth/allow";
import { getCtx } from "@/lib/platform/auth/session";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { consume, consumePublic, type PersonLimit, type PublicLimit } from "@/lib/platform/limits";
import { noteActor, observeRequest } from "@/lib/platform/observe/request";
import { withChecks } from "./checked";
import { declare } from "./declared";
import { checkOrigin } from "./origin";
import { asAppError, toProblem } from "./problem";
import { clientAddress, requestIdOf } from "./request-id";

interface ActionSpec<I extends z.ZodType, O> {
  input: I;
  /** what the caller must hold before anything is parsed; verbs check theirs again */
  access: Permission;
  /** which limit one call uses; default "write" */
  limit?: PersonLimit;
  handler: (given: { ctx: Ctx; input: z.output<I> }) => Promise<O>;
}

/** Only our own pages call actions. Next lets a call without an Origin through; here it is refused. Throws `bad_origin`. */
async function checkOwnOrigin(): Promise<void> {
  checkOrigin({ method: "POST", headers: await headers() }, [new URL(env().authUrl).origin]);
}

/**
 * Twin of `defineRoute` for server actions: origin, actor, rate limit, access, parse, handler; any throw becomes a
 * problem. A FormData input is read as an object of its entries.
 */
export function defineAction<I extends z.ZodType, O>(
  spec: ActionSpec<I, O>,
): (input: z.input<I> | FormData) => Promise<ActionResult<O>> {
  const action = async (input: z.input<I> | FormData): Promise<ActionResult<O>> => {
    let requestId = "";
    try {
      return await observeRequest({ type: "action", method: "POST" }, async () => {
        await checkOwnOrigin();
        const ctx = await getCtx();
        if (!ctx) throw new AppError("unauthenticated");
        noteActor(ctx);
        requestId = ctx.requestId;
        await consume(spec.limit ?? "write", ctx);
        if (!holds(ctx, spec.access)) throw new AppError("forbidden");
        const parsed = spec.input.parse(input instanceof FormData ? Object.fromEntries(input) : input);
        return { ok: true, data: await withChecks(() => spec.handler({ ctx, input: parsed })) };
      });
    } catch (thrown) {
      // redirect() and notFound() travel as throws and belong to Next
      unstable_rethrow(thrown);
      return { ok: false, problem: toProblem(asAppError(thrown), requestId || crypto.randomUUID()) };
    }
  };
  return declare(action, { kind: "action", access: spec.access, limit: spec.limit ?? "write" });
}

interface PublicActionSpec<I extends z.ZodType, O> {
  input: I;
  limit: PublicLimit;
  handler: (given: { input: z.output<I> }) => Promise<O>;
}

/** The wrapper's form for a call of somebody nobody knows yet: the limit of their address, parse, handler. */
export function definePublicAction<I extends z.ZodType, O>(
  spec: PublicActionSpec<I, O>,
): (input: z.input<I> | FormData) => Promise<ActionResult<O>> {
  const action = async (input: z.input<I> | FormData): Promise<ActionResult<O>> => {
    const sent = await headers();
    const requestId = requestIdOf(sent);
    try {
      return await observeRequest({ type: "action", method: "POST", requestId }, async () => {
        await checkOwnOrigin();
        await consumePublic(spec.limit, clientAddress(sent, env().trustedProxyHops));
        const parsed = spec.input.parse(input instanceof FormData ? Object.fromEntries(input) : input);
        return { ok: true, data: await spec.handler({ input: parsed }) };
      });
    } catch (thrown) {
      unstable_rethrow(thrown);
      return { ok: false, problem: toProblem(asAppError(thrown), requestId) };
    }
  };
  return declare(action, { kind: "action", access: null, limit: spec.limit });
}
