import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from "jose";

/** What the provider does otherwise than an honest one would; nothing, where nothing is said. */
export interface Script {
  /** whom it says has come */
  person?: Record<string, unknown>;
  /** changes the claims of the ID token; a claim set to undefined is left out */
  claims?: (honest: JWTPayload) => Record<string, unknown>;
  /** header fields over the honest ones */
  header?: Record<string, unknown>;
  /** whose key signs: a stranger's, none at all, or its own public key taken for a shared secret */
  signing?: "stranger" | "none" | "public_key_as_secret";
  /** what it publishes in place of its keys */
  keys?: (own: JWK, stranger: JWK) => JWK[];
  /** changes the discovery document */
  metadata?: (honest: Record<string, unknown>) => Record<string, unknown>;
  /** answers these paths itself */
  answer?: (path: string) => { status: number; headers?: Record<string, string>; body?: string } | null;
}

export interface BadProvider {
  issuer: string;
  client: { id: string; secret: string };
  /** what it does from now on */
  act(script: Script): void;
  /** paths it was asked for, in order */
  asked: string[];
  stop(): Promise<void>;
}

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

interface Grant {
  nonce: string | null;
  challenge: string | null;
  redirectUri: string;
}

class Provider {
  script: Script = {};
  issuer = "";
  readonly asked: string[] = [];
  readonly client = { id: "under-attack", secret: "a-client-secret-of-some-length" };
  private readonly grants = new Map<string, Grant>();
  private readonly kid = randomUUID();

  constructor(
    private readonly own: { publicKey: CryptoKey; privateKey: CryptoKey },
    private readonly stranger: { publicKey: CryptoKey; privateKey: CryptoKey },
  ) {}

  private async jwk(key: CryptoKey): Promise<JWK> {
    return { ...(await exportJWK(key)), kid: this.kid, alg: "RS256", use: "sig" };
  }

  private async idToken({ nonce }: Grant): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const person = { sub: "acme-trainee", email: "trainee@acme.example", email_verified: true, name: "Nora Lindqvist" };
    const honest = {
      iss: this.issuer,
      aud: this.client.id,
      iat: now,
      exp: now + 3600,
      ...(nonce && { nonce }),
      ...person,
      tenant: "acme",
      role: "trainee",
      ...this.script.person,
    };
    // JSON leaves out what is undefined
    const claims = JSON.parse(JSON.stringify(this.script.claims?.(honest) ?? honest)) as JWTPayload;
    const header = { alg: "RS256", kid: this.kid, ...this.script.header };
    if (this.script.signing === "none") return `${base64({ ...header, alg: "none" })}.${base64(claims)}.`;
    if (this.script.signing === "public_key_as_secret") {
      const body = `${base64({ ...header, alg: "HS256" })}.${base64(claims)}`;
      const secret = JSON.stringify(await this.jwk(this.own.publicKey));
      return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
    }
    const signer = this.script.signing === "stranger" ? this.stranger : this.own;
    return new SignJWT(claims).setProtectedHeader(header).sign(signer.privateKey);
  }

  private json(response: ServerResponse, body: unknown, status = 200): void {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  }

  private authorize(query: URLSearchParams, response: ServerResponse): void {
    const code = randomBytes(16).toString("hex");
    const redirectUri = query.get("redirect_uri") ?? "";
    this.grants.set(code, { nonce: query.get("nonce"), challenge: query.get("code_challenge"), redirectUri });
    const back = new URL(redirectUri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    back.searchParams.set("iss", this.issuer);
    response.writeHead(303, { location: back.href }).end();
  }

  private async token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const form = new URLSearchParams(text);
    const basic = `Basic ${btoa(`${this.client.id}:${this.client.secret}`)}`;
    if (request.headers.authorization !== basic) return this.json(response, { error: "invalid_client" }, 401);
    const code = form.get("code") ?? "";
    const grant = this.grants.get(code);
    this.grants.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!grant || grant.challenge !== challenge || grant.redirectUri !== form.get("redirect_uri"))
      return this.json(response, { error: "invalid_grant" }, 400);
    const tokens = { access_token: randomUUID(), token_type: "Bearer", expires_in: 600 };
    this.json(response, { ...tokens, id_token: await this.idToken(grant) });
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", this.issuer);
    this.asked.push(url.pathname);
    const answer = this.script.answer?.(url.pathname);
    if (answer) return void response.writeHead(answer.status, answer.headers).end(answer.body);
    switch (url.pathname) {
      case "/.well-known/openid-configuration": {
        const at = (path: string) => `${this.issuer}${path}`;
        const honest = {
          issuer: this.issuer,
          authorization_endpoint: at("/authorize"),
          token_endpoint: at("/token"),
          userinfo_endpoint: at("/userinfo"),
          jwks_uri: at("/jwks"),
          response_types_supported: ["code"],
          code_challenge_methods_supported: ["S256"],
          id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
          token_endpoint_auth_methods_supported: ["client_secret_basic"],
          authorization_response_iss_parameter_supported: true,
        };
        return this.json(response, this.script.metadata?.(honest) ?? honest);
      }
      case "/jwks": {
        const [own, stranger] = [await this.jwk(this.own.publicKey), await this.jwk(this.stranger.publicKey)];
        return this.json(response, { keys: this.script.keys?.(own, stranger) ?? [own] });
      }
      case "/authorize":
        return this.authorize(url.searchParams, response);
      case "/token":
        return this.token(request, response);
      default:
        return this.json(response, { error: "not_found" }, 404);
    }
  }
}

/**
 * An OpenID provider that lets everybody in at once and does whatever it is told to: for what an honest one, such as the
 * certified one beside the demo, never does.
 */
export async function startBadProvider(): Promise<BadProvider> {
  const pair = () => generateKeyPair("RS256", { extractable: true });
  const provider = new Provider(await pair(), await pair());
  const server = createServer((request, response) => {
    provider.handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Sound: a server listening on a port has such an address.
  provider.issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    issuer: provider.issuer,
    client: provider.client,
    asked: provider.asked,
    act: (script) => {
      provider.script = script;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
