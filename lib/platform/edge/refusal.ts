import type { NextRequest } from "next/server";
import en from "@/messages/en.json";
import zh from "@/messages/zh-CN.json";
import { AppError } from "@/lib/platform/errors";
import { problemResponse } from "@/lib/platform/http/problem";
import { scimErrorResponse } from "@/lib/platform/http/scim-error";
import { pathKind } from "./paths";
import { localeCookie, pickLocale } from "@/lib/platform/locale";

const words = { en: en.edge, "zh-CN": zh.edge };

/** A page for somebody who asked too often: rendering a real one would be what the limit is there to spare. */
function busyPage(request: NextRequest, refusal: AppError, requestId: string, nonce: string): string {
  const chosen = request.cookies.get(localeCookie)?.value;
  const locale = pickLocale(chosen, request.headers.get("accept-language"));
  const { title, text, again, id } = words[locale];
  const seconds = String(refusal.retryAfter ?? 1);
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<style nonce="${nonce}">:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.25rem}
h1{font-size:1.5rem}a{display:inline-block;padding:.7rem 0;color:inherit}small{opacity:.75;overflow-wrap:anywhere}</style></head>
<body><main><h1>${title}</h1><p>${text.replace("{seconds}", seconds)}</p><p><a href="">${again}</a></p>
<p><small>${id.replace("{id}", requestId)}</small></p></main></body></html>`;
}

/** A refusal as whoever asked can read it: somebody who opens a page gets one, everything else a problem. */
export function refuse(request: NextRequest, refusal: AppError, requestId: string, nonce: string): Response {
  // A directory reads no other form of error.
  if (pathKind(request.nextUrl.pathname) === "scim") return scimErrorResponse(refusal, requestId);
  const problem = problemResponse(refusal, requestId);
  const opensPage =
    refusal.code === "rate_limited" && request.method === "GET" && request.headers.get("accept")?.includes("text/html");
  if (!opensPage) return problem;
  const headers = new Headers(problem.headers);
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(busyPage(request, refusal, requestId, nonce), { status: problem.status, headers });
}
