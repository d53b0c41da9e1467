import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { problemResponse } from "@/lib/platform/http/problem";
import { clientAddress, requestIdOf } from "@/lib/platform/http/request-id";
import { consumePublic } from "@/lib/platform/limits";
import { log } from "@/lib/platform/log";
import { observeRequest } from "@/lib/platform/observe/request";
import { connectionProviderId, deploymentProviderId } from "./provider-ids";
import { configFor, type Arriving } from "./node";
import { readSessionToken, sessionCookieName } from "./token";

const connectionId = /^c-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;

/** The few of Auth.js's routes that a sign-in needs. The others would show, prolong or end sessions past our own verbs. */
function providerAsked(request: NextRequest): string | null {
  const [action, provider, ...more] = request.nextUrl.pathname.replace(/^\/api\/auth\/?/u, "").split("/");
  if (more.length > 0) return null;
  if (action === "csrf" && provider === undefined) return request.method === "GET" ? deploymentProviderId : null;
  const method = action === "callback" ? "GET" : action === "signin" ? "POST" : null;
  if (method !== request.method || provider === undefined) return null;
  return provider === deploymentProviderId || connectionId.test(provider) ? provider : null;
}

async function arrivingBy(request: NextRequest, address: string | null): Promise<Arriving> {
  const before = await readSessionToken(request.cookies.get(sessionCookieName())?.value);
  return {
    userAgent: request.headers.get("user-agent"),
    address,
    requestId: requestIdOf(request.headers),
    ...(before && { replaces: before.lid }),
  };
}

async function serve(request: NextRequest): Promise<Response> {
  const requestId = requestIdOf(request.headers);
  const provider = providerAsked(request);
  if (!provider) return problemResponse(new AppError("not_found"), requestId);
  try {
    const address = clientAddress(request.headers, env().trustedProxyHops);
    await consumePublic("sign_in", address);
    const own = connectionId.exec(provider)?.[1] ?? null;
    const config = await configFor(own, await arrivingBy(request, address));
    if (config) return await NextAuth(config).handlers[request.method === "POST" ? "POST" : "GET"](request);
    log.info({ provider: own && connectionProviderId(own) }, "sign-in by a connection that is not there");
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "rate_limited") return problemResponse(thrown, requestId);
    log.warn({ err: thrown }, "sign-in failed");
  }
  return Response.redirect(`${env().authUrl}/sign-in/refused?reason=connection_off`);
}

const answer = (request: NextRequest): Promise<Response> =>
  observeRequest({ type: "route", method: request.method, requestId: requestIdOf(request.headers) }, () =>
    serve(request),
  );

export { answer as GET, answer as POST };
