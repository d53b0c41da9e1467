import { NextResponse, type NextRequest } from "next/server";
import { env } from "@/lib/platform/env";
import { AppError } from "@/lib/platform/errors";
import { clientAddress, requestIdHeader, requestIdOf } from "@/lib/platform/http/request-id";
import { limitHeaders } from "@/lib/platform/limits/budgets";
import type { LimitState } from "@/lib/platform/limits/limiter";
import { consume, consumePublic } from "@/lib/platform/limits/use";
import { logAtEdge } from "@/lib/platform/log-edge";
import { traceHeaders } from "@/lib/platform/observe/spans";
import { answerOptions, shareWith } from "./cors";
import { makeNonce, nonceHeader, pagePolicy, securityHeaders } from "./headers";
import { leadHome, leadToSignIn } from "./lead";
import { pathKind, type PathKind } from "./paths";
import { refuse } from "./refusal";
import { keepSession, passSession, readSession, type Session } from "./session";
import { checkShape, countBody } from "./shape";

interface Asked {
  request: NextRequest;
  kind: PathKind;
  requestId: string;
  nonce: string;
}

const nobody: Session = { token: null };
const told = (response: Response, state: LimitState | null) => {
  if (state) for (const [name, value] of Object.entries(limitHeaders(state))) response.headers.set(name, value);
  return response;
};

/** Lets the request through with its id, its nonce and its possibly renewed session cookie. */
async function pass({ request, kind, requestId, nonce }: Asked, session = nobody): Promise<Response> {
  await countBody(request, kind);
  passSession(request, session);
  const headers = new Headers(request.headers);
  headers.set(requestIdHeader, requestId);
  for (const [name, value] of Object.entries(traceHeaders())) headers.set(name, value);
  headers.set(nonceHeader, nonce);
  headers.set("content-security-policy", pagePolicy(nonce));
  return NextResponse.next({ request: { headers } });
}

/** A server action is told by its header; a form without scripts by its being posted. */
const isAction = (request: NextRequest) => request.method === "POST" && request.headers.has("next-action");
const hasKey = (request: NextRequest) => /^bearer\s/iu.test(request.headers.get("authorization") ?? "");
/** A link's page fetched ahead is not what somebody opens, and shows nothing before it is. */
const isAhead = (request: NextRequest) => request.headers.has("next-router-prefetch");

/** Steps of signing in have a budget of their own; whoever brings a key is counted by it behind the edge. */
function openLimitOf({ request, kind }: Asked): "sign_in" | "public" | "machine" {
  if (request.nextUrl.pathname.startsWith("/api/auth/")) return "sign_in";
  if (kind === "public_page" && request.method === "POST") return "sign_in";
  return (kind === "api" || kind === "scim") && hasKey(request) ? "machine" : "public";
}

/** What happens to somebody who is not signed in, whom the edge knows by address alone. */
async function admitNobody(asked: Asked, session: Session): Promise<Response> {
  const { request, kind } = asked;
  const address = clientAddress(request.headers, env().trustedProxyHops);
  const state = await consumePublic(openLimitOf(asked), address, "edge");
  if (kind === "api" && !hasKey(request) && !session.undecided) {
    const headers = state ? limitHeaders(state) : undefined;
    throw new AppError("unauthenticated", { headers });
  }
  // A server action answers for itself: a redirect would lose what was typed.
  if (kind === "page" && !isAction(request) && !session.undecided) return told(leadToSignIn(request), state);
  return told(await pass(asked, session), state);
}

/** The fixed order: shape, preflight, session, limit, body. Throws the refusal. */
async function admit(asked: Asked, keep: (session: Session) => void): Promise<Response> {
  const { request, kind, requestId } = asked;
  checkShape(request, kind);
  if (kind === "asset") return pass(asked);
  if (request.method === "OPTIONS") return answerOptions(request, requestId);
  if (kind === "open_api" || kind === "scim") return admitNobody(asked, nobody);
  const elsewhere = kind === "api" ? null : leadHome(request);
  if (elsewhere) return elsewhere;
  const session = await readSession(request);
  keep(session);
  const { token } = session;
  if (!token) return admitNobody(asked, session);
  // The API and forms are counted behind the edge, each by its own budget.
  const counts = kind === "page" && request.method !== "POST" && !isAhead(request);
  const state = counts ? await consume("page", { tenantId: token.tid, actor: { userId: token.uid } }) : null;
  return told(await pass(asked, session), state);
}

async function answer(asked: Asked): Promise<Response> {
  let session = nobody;
  try {
    return keepSession(await admit(asked, (read) => (session = read)), session);
  } catch (thrown) {
    const refusal = thrown instanceof AppError ? thrown : new AppError("internal", { cause: thrown });
    return keepSession(refuse(asked.request, refusal, asked.requestId, asked.nonce), session);
  }
}

/** All that happens at the edge, before any handler. */
export async function guard(request: NextRequest): Promise<Response> {
  const began = Date.now();
  const path = request.nextUrl.pathname;
  const asked = { request, kind: pathKind(path), requestId: requestIdOf(request.headers), nonce: makeNonce() };
  const response = await answer(asked);
  for (const [name, value] of Object.entries(securityHeaders(asked.kind, asked.nonce)))
    response.headers.set(name, value);
  response.headers.set(requestIdHeader, asked.requestId);
  if (path.startsWith("/api/v1/")) shareWith(request.headers.get("origin"), response);
  logAtEdge({ requestId: asked.requestId, method: request.method, path, began }, response);
  return response;
}
