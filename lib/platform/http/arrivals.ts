import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "@/lib/platform/env";
import { answerHeaders, httpsHeaders, plainPolicy } from "./answer-headers";
import { asRequestId, requestIdHeader } from "./request-id";

/** Where Node tells of each request before any handler sees it. */
const channel = "http.server.request.start";

/** Methods that the framework's request object cannot hold: it would answer 500. Nobody takes this name, so it is refused. */
const unspeakable = new Set(["TRACE", "TRACK", "CONNECT"]);
const refusedMethod = "REFUSED";

function readEach(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** What was asked for in absolute form is asked for by its path: the host in it is the caller's word. */
function pathOf(url: string): string {
  if (url.startsWith("/") || !URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

function prepare({ request, response }: { request: IncomingMessage; response: ServerResponse }): void {
  const id = asRequestId(readEach(request.headers[requestIdHeader]));
  request.headers[requestIdHeader] = id;
  if (request.url) request.url = pathOf(request.url);
  if (request.method && unspeakable.has(request.method)) request.method = refusedMethod;
  const secure = env().authUrl.startsWith("https:") ? httpsHeaders : {};
  const headers = { ...answerHeaders, ...secure, "content-security-policy": plainPolicy, [requestIdHeader]: id };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/**
 * Gives every request of this server its id, and every answer that id and the headers no answer goes without: those too that the
 * framework gives by itself before the edge is asked, such as redirects, files of the build and refusals of odd paths. What the
 * edge and handlers say stands over it. Returns what ends it.
 */
export function watchArrivals(): () => void {
  // sound: the shape that Node documents for this channel
  const listen = (message: unknown) => prepare(message as { request: IncomingMessage; response: ServerResponse });
  subscribe(channel, listen);
  return () => unsubscribe(channel, listen);
}
