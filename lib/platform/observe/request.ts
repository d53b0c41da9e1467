import { headers } from "next/headers";
import { workAsyncStorage } from "next/dist/server/app-render/work-async-storage.external";
import type { Ctx } from "@/lib/contracts/context";
import { asAppError } from "@/lib/platform/http/problem";
import { requestIdOf } from "@/lib/platform/http/request-id";
import { log } from "@/lib/platform/log";
import { pseudonymOf } from "./pseudonym";
import { currentScene, withScene, type Scene } from "./scene";
import { classOf, report } from "./signals";
import { inSpan, type Span } from "./spans";

interface Call {
  type: "route" | "action" | "page";
  method: string;
  /** where it is known already; else it is read from the request that is being answered */
  requestId?: string;
}

/** How a call ended: its status, `ok` or the code of the problem, and what broke when that was on our side. */
interface End {
  status: number;
  outcome: string;
  error?: unknown;
}

/** The route as the framework names it: the pattern of its folder, never the path with what people put into it. */
function currentRoute(): string {
  const route = workAsyncStorage.getStore()?.route;
  return route === undefined ? "unknown" : route.replace(/\/(?:\([^)/]+\)|@[^/]+)(?=\/|$)/gu, "") || "/";
}

/** Says who acts in the running request: from here on its lines name the tenant and, by a pseudonym, the person. */
export function noteActor(ctx: Pick<Ctx, "tenantId" | "actor">): void {
  const scene = currentScene();
  if (!scene) return;
  scene.tenant = ctx.tenantId;
  scene.user = pseudonymOf(ctx.tenantId, ctx.actor.userId);
}

/** `redirect()` and `notFound()` travel as throws with a digest that names a status. */
function steeredTo(thrown: unknown): number | null {
  if (typeof thrown !== "object" || thrown === null || !("digest" in thrown)) return null;
  const [kind, ...rest] = String(thrown.digest).split(";");
  if (kind === "NEXT_HTTP_ERROR_FALLBACK") return Number(rest[0]);
  return kind === "NEXT_REDIRECT" ? Number(rest.at(-2)) : null;
}

function endOfThrown(thrown: unknown): End {
  const status = steeredTo(thrown);
  if (status !== null) return { status, outcome: status >= 400 ? "not_found" : "redirect" };
  const error = asAppError(thrown);
  return { status: error.status, outcome: error.code, error };
}

function endOfReturned(result: unknown): End {
  const status = result instanceof Response ? result.status : 200;
  return { status, outcome: status >= 300 && status < 400 ? "redirect" : classOf(status) };
}

function tell({ type, method }: Call, scene: Scene, end: End, ms: number, span: Span): void {
  const { requestId, route = "", tenant, user } = scene;
  const { status, outcome, error } = end;
  report({ kind: "request", type, route, method, status, outcome, ms });
  span.set({
    "http.request.method": method,
    "http.route": route,
    "http.response.status_code": status,
    "salesboost.outcome": outcome,
    "salesboost.request_id": requestId,
    "salesboost.tenant": tenant,
    "salesboost.user": user,
  });
  const line = { kind: type, requestId, tenant, user, route, method, status, outcome, latencyMs: Math.round(ms) };
  if (classOf(status) === "failed") {
    span.fail(error);
    log.error({ ...line, err: error }, "request");
  } else log.info(line, "request");
}

/**
 * Runs one request of any kind as one step of its trace, and tells of it once: in a log line and to whoever counts. Returns
 * and throws what `work` does.
 */
export async function observeRequest<T>(call: Call, work: () => Promise<T>): Promise<T> {
  const scene: Scene = { requestId: call.requestId ?? requestIdOf(await headers()), route: currentRoute() };
  const began = performance.now();
  return withScene(scene, () =>
    inSpan(`${call.type} ${scene.route}`, {}, async (span) => {
      const done = (end: End) => tell(call, scene, end, performance.now() - began, span);
      try {
        const result = await work();
        done(endOfReturned(result));
        return result;
      } catch (thrown) {
        done(endOfThrown(thrown));
        throw thrown;
      }
    }),
  );
}
