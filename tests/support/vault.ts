import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface VaultRequest {
  method: string;
  path: string;
  token: string | undefined;
  namespace: string | undefined;
  body: unknown;
}

interface Lease {
  /** seconds that a login or a renewal gives; 0 for a token without an end */
  ttl: number;
  renewable: boolean;
}

/** A local server that speaks Vault's HTTP API as far as reading secrets needs it: KV v2, tokens, Kubernetes logins, namespaces. */
export interface VaultServer {
  url: string;
  requests: VaultRequest[];
  /** writes a new version of the one secret and returns its number */
  write(data: Record<string, string>): number;
  destroy(version: number): void;
  /** makes a token that is good until `expire` */
  issue(lease?: Partial<Lease>): string;
  /** ends every token there is */
  expire(): void;
  /** a status that every request is answered with, or null to work */
  trouble: number | null;
  close(): Promise<void>;
}

export interface VaultShape {
  namespace?: string;
  mount?: string;
  path?: string;
  /** who may log in by Kubernetes, and what a login gives */
  kubernetes?: { role: string; jwt: string; mount?: string } & Partial<Lease>;
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text ? JSON.parse(text) : undefined;
}

class Vault {
  readonly versions: { data: Record<string, string> | null; at: string }[] = [];
  readonly tokens = new Map<string, Lease>();
  #made = 0;

  constructor(readonly shape: VaultShape) {}

  issue({ ttl = 0, renewable = ttl > 0 }: Partial<Lease> = {}): string {
    const token = `hvs.token-${++this.#made}`;
    this.tokens.set(token, { ttl, renewable });
    return token;
  }

  /** Status and body of an answer, in the form of Vault's own documentation. */
  answer({ method, path, token, namespace, body }: VaultRequest): [number, unknown] {
    const { shape } = this;
    const denied: [number, unknown] = [403, { errors: ["permission denied"] }];
    if (shape.namespace && namespace !== shape.namespace) return denied;
    const login = shape.kubernetes && `/v1/auth/${shape.kubernetes.mount ?? "kubernetes"}/login`;
    if (method === "POST" && path === login) return this.#login(body);
    const lease = token === undefined ? undefined : this.tokens.get(token);
    if (!token || !lease) return denied;
    if (method === "GET" && path === "/v1/auth/token/lookup-self")
      return [200, { data: { ttl: lease.ttl, renewable: lease.renewable, policies: ["default"] } }];
    if (method === "POST" && path === "/v1/auth/token/renew-self")
      return lease.renewable ? [200, this.#auth(token, lease)] : [400, { errors: ["lease is not renewable"] }];
    const { mount = "secret", path: secret = "salesboost" } = shape;
    const [place, query = ""] = path.split("?");
    if (method === "GET" && place === `/v1/${mount}/data/${secret}`) return this.#read(new URLSearchParams(query));
    return [404, { errors: [] }];
  }

  #read(query: URLSearchParams): [number, unknown] {
    const number = Number(query.get("version") ?? this.versions.length);
    const version = this.versions[number - 1];
    if (!version) return [404, { errors: [] }];
    const destroyed = version.data === null;
    const metadata = { created_time: version.at, custom_metadata: null, deletion_time: "", destroyed, version: number };
    // A destroyed version is answered 404 with its metadata, as the real one does.
    return [destroyed ? 404 : 200, { data: { data: version.data, metadata } }];
  }

  #login(body: unknown): [number, unknown] {
    const { role, jwt, ttl = 3600, renewable = true } = this.shape.kubernetes ?? { role: "", jwt: "" };
    const given = Object(body) as Record<string, unknown>; // sound: read below as whatever was sent
    if (given["role"] !== role || given["jwt"] !== jwt) return [403, { errors: ["permission denied"] }];
    const token = this.issue({ ttl, renewable });
    return [200, this.#auth(token, { ttl, renewable })];
  }

  #auth(token: string, { ttl, renewable }: Lease) {
    return { auth: { client_token: token, lease_duration: ttl, renewable, policies: ["default"], metadata: {} } };
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Starts one on a free port of this machine. */
export async function startVault(shape: VaultShape = {}): Promise<VaultServer> {
  const vault = new Vault(shape);
  const header = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const asked: VaultRequest = {
        method: request.method ?? "",
        path: request.url ?? "",
        token: header(request.headers["x-vault-token"]),
        namespace: header(request.headers["x-vault-namespace"]),
        body,
      };
      handle.requests.push(asked);
      if (handle.trouble !== null) return send(response, handle.trouble, { errors: ["Vault is sealed"] });
      const [status, answer] = vault.answer(asked);
      return send(response, status, answer);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // sound: a listening TCP server has an address with a port
  const handle: VaultServer = {
    url: `http://127.0.0.1:${port}`,
    requests: [],
    write: (data) => vault.versions.push({ data, at: new Date().toISOString() }),
    destroy: (version) => {
      const found = vault.versions[version - 1];
      if (found) found.data = null;
    },
    issue: (lease) => vault.issue(lease),
    expire: () => vault.tokens.clear(),
    trouble: null,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return handle;
}
