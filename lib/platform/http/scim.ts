import type { NextRequest } from "next/server";
import { z } from "zod";
import type { Ctx } from "@/lib/contracts/context";
import { holds } from "@/lib/platform/auth/allow";
import { bearerOf, requireKeyCtx } from "@/lib/platform/auth/key";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { consume, limitHeaders, limitOf, type PersonLimit } from "@/lib/platform/limits";
import { noteActor, observeRequest } from "@/lib/platform/observe/request";
import { readJson } from "./body";
import { withChecks } from "./checked";
import { declare } from "./declared";
import { requestIdHeader, requestIdOf } from "./request-id";
import type { Route } from "./route";
import { scimErrorResponse, scimMediaType } from "./scim-error";
import { namesVersion } from "./scim-version";

interface Given {
  ctx: Ctx;
  /** of the resource that the path names; empty where it names none */
  id: string;
  query: Record<string, string>;
  body: unknown;
  /** the versions a change is held against; null where the client names none */
  ifMatch: string | null;
}

interface Answer {
  /** whole, with its version, whatever of it is shown */
  resource: object;
  /** what the client wants to see of it */
  project?: (resource: object) => object;
  /** default 200 */
  status?: 201;
}

interface ScimRoute {
  /** which limit one call uses; default "read" for GET, else "write" */
  limit?: PersonLimit;
  /** what may stand in the path; what does not parse cannot exist. Default: an id of ours */
  ids?: z.ZodType<string>;
  /** a resource, or nothing (204) */
  handler: (given: Given) => Promise<Answer | undefined>;
}

const mediaTypes = ["application/scim+json", "application/json"];
const withBody = new Set(["POST", "PUT", "PATCH"]);

/** By key alone: a cookie is not even looked at, so no page of another site can make a browser provision. */
async function actorOf(request: NextRequest): Promise<Ctx> {
  const bearer = bearerOf(request.headers);
  if (bearer === null) throw new AppError("unauthenticated");
  return requireKeyCtx(request.headers, bearer);
}

/** The version and the address that a resource tells of itself. */
const metaSchema = z.object({ meta: z.object({ version: z.string().optional(), location: z.string().optional() }) });

function respond(request: NextRequest, answer: Answer | undefined): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (!answer) return new Response(null, { status: 204, headers });
  const meta = metaSchema.safeParse(answer.resource).data?.meta;
  if (meta?.version) headers.set("etag", meta.version);
  if (answer.status === 201 && meta?.location) headers.set("location", meta.location);
  const known = request.headers.get("if-none-match");
  const reads = request.method === "GET" || request.method === "HEAD";
  if (reads && known !== null && meta?.version && namesVersion(known, meta.version)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set("content-type", scimMediaType);
  const body = JSON.stringify(answer.project?.(answer.resource) ?? answer.resource);
  return new Response(body, { status: answer.status ?? 200, headers });
}

/**
 * The wrapper's form for provisioning, RFC 7644: key, rate limit, access, parse, handler, in this order; errors in the
 * form of RFC 7644 §3.12, each answer with its request id.
 */
export function defineScimRoute({ limit, ids = z.guid(), handler }: ScimRoute): Route {
  const answer = async (
    request: NextRequest,
    params: Promise<Record<string, unknown> | undefined>,
    told: Headers,
  ): Promise<Response> => {
    const ctx = await actorOf(request);
    noteActor(ctx);
    const state = await consume(limit ?? limitOf(request.method), ctx);
    for (const [name, value] of Object.entries(state ? limitHeaders(state) : {})) told.set(name, value);
    if (!holds(ctx, "scim:provision")) throw new AppError("forbidden");
    const given = z.object({ id: ids.optional() }).safeParse((await params) ?? {});
    if (!given.success) throw new AppError("not_found", { cause: given.error });
    const query = Object.fromEntries(request.nextUrl.searchParams);
    const body = withBody.has(request.method) ? await readJson(request, env().maxBodyBytes, mediaTypes) : undefined;
    const call = { ctx, id: given.data.id ?? "", query, body, ifMatch: request.headers.get("if-match") };
    return respond(request, await withChecks(() => handler(call)));
  };
  const route: Route = async (request, { params }) => {
    const requestId = requestIdOf(request.headers);
    const told = new Headers({ [requestIdHeader]: requestId });
    try {
      return await observeRequest({ type: "route", method: request.method, requestId }, async () => {
        const response = await answer(request, params, told);
        for (const [name, value] of told) response.headers.set(name, value);
        return response;
      });
    } catch (thrown) {
      return scimErrorResponse(thrown, requestId, told);
    }
  };
  return declare(route, { kind: "route", access: "scim:provision", limit: limit ?? "by method" });
}
