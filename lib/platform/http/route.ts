import type { NextRequest } from "next/server";
import { z } from "zod";
import type { Ctx } from "@/lib/contracts/context";
import type { Permission } from "@/lib/contracts/permissions";
import { holds } from "@/lib/platform/auth/allow";
import { bearerOf, requireKeyCtx } from "@/lib/platform/auth/key";
import { requireCtx } from "@/lib/platform/auth/session";
import { stillMay, watched } from "@/lib/platform/auth/watch";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import {
  consume,
  consumePublic,
  limitHeaders,
  limitOf,
  type LimitState,
  type PersonLimit,
} from "@/lib/platform/limits";
import { noteActor, observeRequest } from "@/lib/platform/observe/request";
import { readJson } from "./body";
import { withChecks } from "./checked";
import { declare } from "./declared";
import { checkOrigin } from "./origin";
import { asAppError, problemResponse } from "./problem";
import { clientAddress, requestIdHeader, requestIdOf } from "./request-id";

interface Parts<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  /** Path parameters. What does not parse cannot exist: `not_found`. */
  params?: P;
  /** Query parameters, each a string. */
  query?: Q;
  /** JSON body. */
  body?: B;
}

interface Given<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  request: NextRequest;
  requestId: string;
}

interface RouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends Parts<P, Q, B> {
  /** what the caller must hold before anything is parsed; verbs check theirs again */
  access: Permission;
  /** which limit one call uses; default "read" for GET and HEAD, else "write" */
  limit?: PersonLimit;
  /** status of a plain result; default 200, 204 when there is none */
  status?: number;
  handler: (given: Given<P, Q, B> & { ctx: Ctx }) => Promise<unknown>;
}

interface PublicRouteSpec<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> extends Parts<P, Q, B> {
  status?: number;
  /** throws for whoever may not come in, before anything of theirs is parsed */
  admit?: (request: NextRequest) => Promise<void>;
  handler: (given: Given<P, Q, B>) => Promise<unknown>;
}

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
export type Route = (request: NextRequest, context: RouteContext) => Promise<Response>;

async function parse<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  spec: Parts<P, Q, B>,
  request: NextRequest,
  context: RouteContext,
): Promise<Pick<Given<P, Q, B>, "params" | "query" | "body">> {
  const nothing = z.unknown();
  const params = (spec.params ?? nothing).safeParse(await context.params);
  if (!params.success) throw new AppError("not_found", { cause: params.error });
  const query = (spec.query ?? nothing).parse(Object.fromEntries(new URL(request.url).searchParams));
  const body = spec.body ? spec.body.parse(await readJson(request, env().maxBodyBytes)) : undefined;
  // sound: each was produced by the schema that gives the type its name
  return { params: params.data, query, body } as Pick<Given<P, Q, B>, "params" | "query" | "body">;
}

/**
 * The head of a response. Nobody reads or cancels the body of an answer to HEAD, so its source is let go here. What its
 * source says to that is of no matter: there is no reader to tell.
 */
function headOf(response: Response): Response {
  void response.body?.cancel().catch(() => {});
  const { status, statusText, headers } = response;
  return new Response(null, { status, statusText, headers });
}

function respond(result: unknown, status: number | undefined): Response {
  if (result instanceof Response) return result;
  const headers = { "cache-control": "no-store" };
  if (result === undefined) return new Response(null, { status: status ?? 204, headers });
  return Response.json(result, { status: status ?? 200, headers });
}

type Work = (requestId: string, told: Headers) => Promise<Response>;

/** Runs one call, tells of it once, and turns any throw into a problem. What is `told` stands on either. */
async function answer(request: NextRequest, work: Work): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const told = new Headers();
  try {
    return await observeRequest({ type: "route", method: request.method, requestId }, async () => {
      const response = await work(requestId, told);
      for (const [name, value] of told) response.headers.set(name, value);
      response.headers.set(requestIdHeader, requestId);
      return response;
    });
  } catch (thrown) {
    return problemResponse(asAppError(thrown), requestId, told);
  }
}

function tell(told: Headers, state: LimitState | null): void {
  if (state) for (const [name, value] of Object.entries(limitHeaders(state))) told.set(name, value);
}

/**
 * Who calls. A key decides alone, beside whatever cookie, and needs no origin: no browser adds it by itself. A cookie's
 * change must come from an allowed origin. Throws `bad_origin`, `unauthenticated`.
 */
async function actorOf(request: NextRequest): Promise<Ctx> {
  const bearer = bearerOf(request.headers);
  if (bearer !== null) return requireKeyCtx(request.headers, bearer);
  checkOrigin(request, [new URL(env().authUrl).origin, ...env().corsOrigins]);
  return requireCtx();
}

/**
 * The one HTTP wrapper for people and their keys: origin check, actor, rate limit, access, parse, handler, in this order.
 * The handler returns plain data (sent as JSON), nothing (204), or a Response of its own such as a stream.
 */
export function defineRoute<
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(spec: RouteSpec<P, Q, B>): Route {
  const route: Route = (request, context) =>
    answer(request, async (requestId, told) => {
      const ctx = await actorOf(request);
      noteActor(ctx);
      tell(told, await consume(spec.limit ?? limitOf(request.method), ctx));
      if (!holds(ctx, spec.access)) throw new AppError("forbidden");
      const given = await parse(spec, request, context);
      const result = await withChecks(() => spec.handler({ ...given, ctx, request, requestId }));
      const response = respond(result, spec.status);
      if (request.method === "HEAD") return headOf(response);
      // What is still being sent ends once whoever asked may no longer read it.
      return result instanceof Response ? watched(response, stillMay(ctx, spec.access, request.headers)) : response;
    });
  return declare(route, { kind: "route", access: spec.access, limit: spec.limit ?? "by method" });
}

/** The wrapper's form for calls without a person: documents anyone may read, and machines with a secret of their own. */
export function definePublicRoute<
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(spec: PublicRouteSpec<P, Q, B>): Route {
  const route: Route = (request, context) =>
    answer(request, async (requestId, told) => {
      tell(told, await consumePublic("public", clientAddress(request.headers, env().trustedProxyHops)));
      await spec.admit?.(request);
      const given = await parse(spec, request, context);
      return respond(await spec.handler({ ...given, request, requestId }), spec.status);
    });
  return declare(route, { kind: "public_route", access: null, limit: "public" });
}
