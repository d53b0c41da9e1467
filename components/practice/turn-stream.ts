import { createParser } from "eventsource-parser";
import type { ProblemCode } from "@/lib/contracts/problem";
import type { SessionView } from "@/lib/contracts/session";
import type { TurnPart } from "./turn-state";

/** A request that was answered with a problem, or (`network`) not at all. */
export class TurnError extends Error {
  constructor(
    readonly code: ProblemCode | "network",
    readonly requestId: string | null = null,
  ) {
    super(code);
  }
}

async function problemOf(response: Response): Promise<TurnError> {
  const requestId = response.headers.get("x-request-id");
  try {
    // our own server's problem+json; anything else falls through to internal
    const body = (await response.json()) as { code?: ProblemCode; requestId?: string };
    return new TurnError(body.code ?? "internal", body.requestId ?? requestId);
  } catch {
    return new TurnError("internal", requestId);
  }
}

async function ask(url: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, { cache: "no-store", ...init }).catch((cause: unknown) => {
    if (init?.signal?.aborted) throw cause;
    throw new TurnError("network");
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

const base = (sessionId: string) => `/api/v1/sessions/${sessionId}`;

/** Sends a turn; the answer streams. The same id and text may be sent again. */
export function postTurn(sessionId: string, turnId: string, text: string, signal: AbortSignal): Promise<Response> {
  return ask(`${base(sessionId)}/turns`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ turnId, text }),
    signal,
  });
}

/** The running answer of a turn from its beginning. */
export function resumeTurn(sessionId: string, turnId: string, signal: AbortSignal): Promise<Response> {
  return ask(`${base(sessionId)}/turns/${turnId}/stream`, { signal });
}

export async function stopTurn(sessionId: string, turnId: string): Promise<void> {
  await ask(`${base(sessionId)}/turns/${turnId}/stop`, { method: "POST" });
}

export async function readView(sessionId: string, signal: AbortSignal): Promise<SessionView> {
  const response = await ask(base(sessionId), { signal });
  // our own server answers with the contract's shape
  return (await response.json()) as SessionView;
}

/**
 * Reads the UI message stream part by part. Resolves true when the turn came to its end or failed by its own word,
 * false when the stream broke off before.
 */
export async function readParts(response: Response, onPart: (part: TurnPart) => void): Promise<boolean> {
  let settled = false;
  const parser = createParser({
    onEvent({ data }) {
      if (data === "[DONE]") return;
      // written by our own server from the stream contract; unknown kinds are ignored by the reducer
      const part = JSON.parse(data) as TurnPart;
      if (part.type === "data-turn-end" || part.type === "data-turn-fail") settled = true;
      onPart(part);
    },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) return false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parser.feed(value);
    }
  } catch {
    return settled;
  }
  return settled;
}
