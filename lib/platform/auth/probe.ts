import { importJWK, type CryptoKey, type JWK } from "jose";
import { z } from "zod";
import { probeSteps, type Probe, type ProbeReason, type ProbeResult, type ProbeStep } from "@/lib/contracts/sign-in";
import { BlockedAddress } from "@/lib/platform/http/guarded-fetch";
import { callbackAddress, connectionProviderId } from "./provider-ids";
import { authMethodOf } from "./connection";
import { discoveryAddress, isSameIssuer, metadataSchema, type Metadata } from "./discovery";
import { trustedAlgorithms } from "./id-token";
import { issuerFault, issuerFetch } from "./issuer-fetch";

interface Tried {
  id: string;
  issuer: string;
  clientId: string;
  /** null when it does not open */
  clientSecret: string | null;
}

/** How a step ended that keeps the next from being taken. */
class Failed extends Error {
  constructor(
    readonly reason: ProbeReason,
    readonly said?: string,
  ) {
    super(reason);
  }
}

type Outcome = { state: "ok" | "unsure"; reason: ProbeReason; said?: string };
const fine: Outcome = { state: "ok", reason: "fine" };

const causes = (error: unknown): unknown[] =>
  error instanceof Error ? [error, ...causes(error.cause)] : error ? [error] : [];
const isBlocked = (error: unknown) => causes(error).some((cause) => cause instanceof BlockedAddress);

async function load(address: string, init?: RequestInit): Promise<Response> {
  try {
    return await issuerFetch(address, { ...init, headers: { accept: "application/json", ...init?.headers } });
  } catch (error) {
    throw new Failed(isBlocked(error) ? "blocked" : "unreachable");
  }
}

async function readJson(response: Response): Promise<unknown> {
  if (!response.ok) throw new Failed("no_document", `HTTP ${response.status}`);
  try {
    return await response.json();
  } catch {
    throw new Failed("no_document");
  }
}

/** One try of a provider: each step leaves what the next needs. */
class Trial {
  private document: unknown;
  private metadata: Metadata | null = null;

  constructor(private readonly tried: Tried) {}

  private get known(): Metadata {
    if (!this.metadata) throw new Failed("no_document");
    return this.metadata;
  }

  readonly steps: Record<ProbeStep, () => Outcome | Promise<Outcome>> = {
    address: () => {
      const fault = issuerFault(this.tried.issuer);
      if (fault) throw new Failed(fault);
      return fine;
    },

    discovery: async () => {
      this.document = await readJson(await load(discoveryAddress(this.tried.issuer)));
      return fine;
    },

    issuer: () => {
      const { issuer } = z.object({ issuer: z.string() }).catch({ issuer: "" }).parse(this.document);
      if (!isSameIssuer(issuer, this.tried.issuer)) throw new Failed("other_issuer", issuer.slice(0, 200));
      return fine;
    },

    endpoints: () => {
      const needed = metadataSchema.required({ authorization_endpoint: true, userinfo_endpoint: true });
      const read = needed.safeParse(this.document);
      if (!read.success) throw new Failed("endpoint_missing", String(read.error.issues[0]?.path[0] ?? ""));
      const { authorization_endpoint, token_endpoint, userinfo_endpoint, jwks_uri } = read.data;
      const open = [authorization_endpoint, token_endpoint, userinfo_endpoint, jwks_uri].find(
        (address) => issuerFault(address.split(/[?#]/u)[0] ?? "") === "not_https",
      );
      if (open) throw new Failed("endpoint_insecure", open.slice(0, 200));
      this.metadata = read.data;
      return fine;
    },

    flow: () => {
      const { response_types_supported: types, code_challenge_methods_supported: challenges } = this.known;
      if (types && !types.includes("code")) throw new Failed("no_code_flow");
      if (!challenges) return { state: "unsure", reason: "pkce_unsaid" };
      if (!challenges.includes("S256")) throw new Failed("no_pkce");
      return fine;
    },

    keys: async () => {
      const { jwks_uri, id_token_signing_alg_values_supported: signatures } = this.known;
      if (signatures && !signatures.some((alg) => trustedAlgorithms.includes(alg))) throw new Failed("weak_signature");
      const set = z.object({ keys: z.array(z.looseObject({})) }).safeParse(await readJson(await load(jwks_uri)));
      const usable = set.success ? await usableKeys(set.data.keys) : [];
      if (usable.length === 0) throw new Failed("no_keys");
      const names = usable.map(({ kid, kty }) => `${kid ?? ""} ${kty}`);
      if (new Set(names).size < names.length) throw new Failed("keys_alike");
      return fine;
    },

    client: async () => {
      if (this.tried.clientSecret === null) throw new Failed("secret_lost");
      return askForTokens(this.known, { ...this.tried, clientSecret: this.tried.clientSecret });
    },
  };
}

const jwkSchema = z.looseObject({
  kty: z.enum(["RSA", "EC", "OKP"]),
  kid: z.string().optional(),
  use: z.string().optional(),
});

/** RSA keys of under 2048 bits are taken for none when a signature is read. */
function isStrong(key: CryptoKey | Uint8Array): boolean {
  if (key instanceof Uint8Array || key.type !== "public") return false;
  return !("modulusLength" in key.algorithm) || Number(key.algorithm.modulusLength) >= 2048;
}

/** Public keys of a kind that signs and that can be read. */
async function usableKeys(keys: Record<string, unknown>[]): Promise<JWK[]> {
  const found: JWK[] = [];
  for (const key of keys.slice(0, 50)) {
    const read = jwkSchema.safeParse(key);
    if (!read.success || (read.data.use ?? "sig") !== "sig") continue;
    const jwk: JWK = read.data;
    const alg = jwk.alg ?? { RSA: "RS256", EC: "ES256", OKP: "EdDSA" }[read.data.kty];
    const readable = await importJWK(jwk, alg).then(isStrong, () => false);
    if (readable) found.push(jwk);
  }
  return found;
}

const encoded = (text: string) => encodeURIComponent(text).replace(/%20/gu, "+");

/**
 * Asks for tokens with a code that was never given out. A provider looks at the client first: one that complains of the code
 * has taken the client's word, one that complains of the client has not. Anything else leaves it open until somebody signs in.
 */
async function askForTokens(
  { token_endpoint, token_endpoint_auth_methods_supported: methods }: Metadata,
  client: { id: string; clientId: string; clientSecret: string },
): Promise<Outcome> {
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code: "never-given-out",
    redirect_uri: callbackAddress(connectionProviderId(client.id)),
    code_verifier: "never-given-out-never-given-out-never-given-out",
  });
  const headers = new Headers({ "content-type": "application/x-www-form-urlencoded" });
  if (authMethodOf(methods) === "client_secret_post") {
    body.set("client_id", client.clientId);
    body.set("client_secret", client.clientSecret);
  } else headers.set("authorization", `Basic ${btoa(`${encoded(client.clientId)}:${encoded(client.clientSecret)}`)}`);
  const answer = await load(token_endpoint, { method: "POST", headers: Object.fromEntries(headers), body });
  const said = z.object({ error: z.string() }).safeParse(await answer.json().catch(() => null));
  const error = said.success ? said.data.error : `HTTP ${answer.status}`;
  if (error === "invalid_grant") return fine;
  if (error === "invalid_client" || error === "unauthorized_client" || answer.status === 401)
    throw new Failed("client_refused", error.slice(0, 80));
  return { state: "unsure", reason: "client_unsure", said: error.slice(0, 80) };
}

/** Tries an identity provider step by step, without signing anybody in. What it said goes no further than a few words. */
export async function probe(tried: Tried): Promise<Probe> {
  const trial = new Trial(tried);
  const steps: ProbeResult[] = [];
  for (const step of probeSteps) {
    if (steps.some(({ state }) => state === "failed")) {
      steps.push({ step, state: "skipped", reason: null });
      continue;
    }
    try {
      steps.push({ step, ...(await trial.steps[step]()) });
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      const { reason, said } = error;
      steps.push({ step, state: "failed", reason, ...(said && { said }) });
    }
  }
  return { usable: steps.every(({ state }) => state === "ok" || state === "unsure"), steps };
}
