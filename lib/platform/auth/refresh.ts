import { z } from "zod";
import { env } from "@/lib/platform/env";
import { secretRefused } from "@/lib/platform/secrets/current";
import { discoverProvider } from "./discovery";
import { fitTokens, type SessionToken } from "./token";

const answerSchema = z.object({
  refresh_token: z.string().optional(),
  id_token: z.string().optional(),
  expires_in: z.number().optional(),
});

export type Refreshed =
  | { kind: "fresh"; token: SessionToken }
  /** the provider did not answer: the session stands and is asked for again soon */
  | { kind: "kept"; token: SessionToken }
  /** the provider says that this sign-in is over */
  | { kind: "revoked" };

const earlySeconds = 30;
const retrySeconds = 30;
const seconds = () => Math.floor(Date.now() / 1000);

export function isRefreshDue(token: SessionToken): boolean {
  return Boolean(token.rt) && (token.due ?? 0) - earlySeconds <= seconds();
}

/** Seconds since 1970 when an answer with this lifetime has to be renewed. */
export function dueAfter(expiresIn: number | undefined): number {
  return seconds() + Math.max(60, Math.min(expiresIn ?? 600, 3600));
}

const refusalSchema = z.object({ error: z.string() });

function spend(endpoint: string, token: SessionToken, clientSecret: string): Promise<Response> {
  const basic = btoa(`${encodeURIComponent(env().oidc.clientId)}:${encodeURIComponent(clientSecret)}`);
  return fetch(endpoint, {
    method: "POST",
    headers: { authorization: `Basic ${basic}`, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: token.rt ?? "" }),
    signal: AbortSignal.timeout(5000),
    redirect: "error",
    cache: "no-store",
  });
}

async function exchange(token: SessionToken): Promise<Refreshed> {
  const { oidc } = env();
  const later: Refreshed = { kind: "kept", token: { ...token, due: seconds() + earlySeconds + retrySeconds } };
  let response: Response;
  try {
    const { token_endpoint } = await discoverProvider();
    const tried = oidc.clientSecret;
    response = await spend(token_endpoint, token, tried);
    if (response.status === 401 && (await secretRefused("AUTH_OIDC_CLIENT_SECRET", tried)))
      response = await spend(token_endpoint, token, oidc.clientSecret);
  } catch {
    return later;
  }
  if (response.status === 400 || response.status === 401) {
    const refusal = refusalSchema.safeParse(await response.json().catch(() => null));
    // This speaks of us, whose secret may just be changing, and not of the person.
    return refusal.data?.error === "invalid_client" ? later : { kind: "revoked" };
  }
  const answer = answerSchema.safeParse(await response.json().catch(() => null));
  if (!response.ok || !answer.success) return later;
  const { refresh_token, id_token, expires_in } = answer.data;
  const tokens = fitTokens({ refreshToken: refresh_token ?? token.rt, idToken: id_token ?? token.idt });
  return { kind: "fresh", token: { ...token, ...tokens, due: dueAfter(expires_in) } };
}

const flights = new Map<string, { result: Promise<Refreshed>; at: number }>();
const rememberMs = 60_000;

/**
 * Renews a sign-in at the provider. One flight per refresh token: requests of the same browser that arrive meanwhile,
 * or shortly after with the old cookie, share its answer, since a rotated token spent twice ends the whole sign-in.
 */
export function refreshSession(token: SessionToken): Promise<Refreshed> {
  const key = token.rt ?? "";
  const now = Date.now();
  for (const [other, flight] of flights) if (now - flight.at > rememberMs) flights.delete(other);
  const running = flights.get(key);
  if (running) return running.result;
  const result = exchange(token);
  flights.set(key, { result, at: now });
  void result.then((outcome) => {
    // an answer that never came must be asked for again
    if (outcome.kind === "kept") flights.delete(key);
    return outcome;
  });
  return result;
}
