import { z } from "zod";
import type { SecretName } from "./names";
import { providerTimeoutMs, SecretsUnavailable, type Fetched, type SecretProvider, type Version } from "./provider";

export interface VaultOptions {
  address: string;
  namespace?: string | undefined;
  mount: string;
  path: string;
  /** a token that was given, or the Kubernetes auth method: `jwt` reads the token of this pod's service account */
  auth: { token: string } | { role: string; mount: string; jwt: () => Promise<string> };
  now?: () => number;
}

const loginSchema = z.object({
  auth: z.object({ client_token: z.string().min(1), lease_duration: z.number(), renewable: z.boolean() }),
});
const lookupSchema = z.object({ data: z.object({ ttl: z.number(), renewable: z.boolean().optional() }) });
const secretSchema = z.object({
  data: z.object({
    data: z.record(z.string(), z.unknown()),
    metadata: z.object({ version: z.number(), created_time: z.string() }),
  }),
});

interface Token {
  value: string;
  /** the lease in milliseconds from `since`; null for one that does not end */
  leaseMs: number | null;
  since: number;
  renewable: boolean;
}

/** An answer of Vault's that is no success. */
class Refused extends Error {
  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}

/** Reads one secret of HashiCorp Vault's KV engine, version 2, whose keys are the names; keeps its own token alive. */
export class VaultSecrets implements SecretProvider {
  readonly name = "vault";
  readonly place: string;
  #token: Token | null = null;
  /** the version before, once it was read: versions never change */
  #before: { version: number; value: string | null } | null = null;
  readonly #now: () => number;

  constructor(private readonly options: VaultOptions) {
    this.place = `${options.address}, ${options.mount}/${options.path}`;
    this.#now = options.now ?? Date.now;
  }

  async read(names: readonly SecretName[]): Promise<Fetched> {
    const { data, metadata } = await this.#authorised(() => this.#secret());
    const madeAt = Date.parse(metadata.created_time);
    const values: Partial<Record<SecretName, Version>> = {};
    for (const name of names) {
      const value = data[name];
      if (typeof value === "string" && value.trim())
        values[name] = { value: value.trim(), version: String(metadata.version), madeAt };
    }
    const before = await this.#authorised(() => this.#versionBefore(metadata.version));
    const changed = before && values.AUTH_SECRET && before !== values.AUTH_SECRET.value;
    return { values, ...(changed && { before: { value: before, replacedAt: madeAt } }) };
  }

  async #secret(version?: number): Promise<z.infer<typeof secretSchema>["data"]> {
    const { mount, path } = this.options;
    const query = version === undefined ? "" : `?version=${version}`;
    const answer = secretSchema.safeParse(await this.#call("GET", `${mount}/data/${path}${query}`));
    if (!answer.success) throw new SecretsUnavailable(`vault (${this.place}) answered in an unknown form`, false);
    return answer.data.data;
  }

  /** The auth secret of the version before; null when it was deleted or destroyed, which is how an operator takes it back. */
  async #versionBefore(version: number): Promise<string | null> {
    if (version < 2) return null;
    if (this.#before?.version === version && this.#before.value === null) return null;
    let value: string | null = null;
    try {
      const found = (await this.#secret(version - 1)).data["AUTH_SECRET"];
      value = typeof found === "string" ? found.trim() : null;
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 404) throw error;
    }
    this.#before = { version, value };
    return value;
  }

  /** With a live token; one that Vault no longer takes is replaced once, where there is a way to log in. */
  async #authorised<T>(work: () => Promise<T>): Promise<T> {
    try {
      await this.#keepToken();
      return await work();
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 403) throw this.#explained(error);
    }
    this.#token = null;
    try {
      await this.#keepToken();
      return await work();
    } catch (error) {
      throw this.#explained(error);
    }
  }

  async #keepToken(): Promise<void> {
    const token = (this.#token ??= await this.#login());
    if (token.leaseMs === null) return;
    const age = this.#now() - token.since;
    if (age < token.leaseMs / 2) return;
    if (age < token.leaseMs && token.renewable && (await this.#renew(token))) return;
    this.#token = await this.#login();
  }

  async #renew(token: Token): Promise<boolean> {
    try {
      const { auth } = loginSchema.parse(await this.#call("POST", "auth/token/renew-self", {}));
      this.#token = this.#tokenOf(auth);
      return true;
    } catch (error) {
      if (error instanceof SecretsUnavailable) throw error;
      // Near the end of its greatest age a token is renewed no more; while it lives it is used.
      return "token" in this.options.auth && this.#token === token;
    }
  }

  async #login(): Promise<Token> {
    const { auth } = this.options;
    if ("token" in auth) {
      this.#token = { value: auth.token, leaseMs: null, since: this.#now(), renewable: false };
      const { data } = lookupSchema.parse(await this.#call("GET", "auth/token/lookup-self"));
      const leaseMs = data.ttl > 0 ? data.ttl * 1000 : null;
      return { value: auth.token, leaseMs, since: this.#now(), renewable: data.renewable ?? false };
    }
    const answer = await this.#call("POST", `auth/${auth.mount}/login`, { role: auth.role, jwt: await auth.jwt() });
    return this.#tokenOf(loginSchema.parse(answer).auth);
  }

  #tokenOf(auth: z.infer<typeof loginSchema>["auth"]): Token {
    const leaseMs = auth.lease_duration > 0 ? auth.lease_duration * 1000 : null;
    return { value: auth.client_token, leaseMs, since: this.#now(), renewable: auth.renewable };
  }

  /** Throws Refused, and SecretsUnavailable when there is no answer or a passing trouble. */
  async #call(method: "GET" | "POST", path: string, body?: object): Promise<unknown> {
    const { address, namespace } = this.options;
    let response: Response;
    try {
      response = await fetch(`${address.replace(/\/$/, "")}/v1/${path}`, {
        method,
        headers: {
          "x-vault-request": "true",
          ...(this.#token && !path.endsWith("/login") && { "x-vault-token": this.#token.value }),
          ...(namespace && { "x-vault-namespace": namespace }),
          ...(body && { "content-type": "application/json" }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(providerTimeoutMs),
        // a token is shown to nobody else
        redirect: "error",
        cache: "no-store",
      });
    } catch {
      throw new SecretsUnavailable(`vault (${this.place}) does not answer`, true);
    }
    if (response.status === 429 || response.status >= 500)
      throw new SecretsUnavailable(
        `vault (${this.place}) answered ${response.status}: sealed, on standby or busy`,
        true,
      );
    if (!response.ok) throw new Refused(response.status);
    return response.json().catch(() => null);
  }

  #explained(error: unknown): SecretsUnavailable {
    if (error instanceof SecretsUnavailable) return error;
    const status = error instanceof Refused ? error.status : 0;
    const why =
      status === 403
        ? "permission denied: the token has expired, or its policy or role does not cover the secret"
        : status === 404
          ? "there is no such secret"
          : status === 400
            ? "the login was refused"
            : `the answer could not be used${status ? ` (${status})` : ""}`;
    return new SecretsUnavailable(`the secrets could not be read from vault (${this.place}): ${why}`, false);
  }
}
