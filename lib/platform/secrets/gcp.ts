import { Crc32c } from "@aws-crypto/crc32c";
import { GoogleAuth } from "google-auth-library";
import { z } from "zod";
import type { SecretName } from "./names";
import { providerTimeoutMs, SecretsUnavailable, type Fetched, type SecretProvider, type Version } from "./provider";

const madeSchema = z.object({ createTime: z.string() });
const answerSchema = z.object({
  name: z.string(),
  payload: z.object({ data: z.string(), dataCrc32c: z.string().optional() }),
});

export interface GoogleOptions {
  project: string;
  /** what stands before each name */
  prefix: string;
  /** how a bearer token is had; by default as every Google client finds one */
  token?: () => Promise<string>;
  baseUrl?: string;
}

function defaultToken(): () => Promise<string> {
  const auth = new GoogleAuth({ scopes: "https://www.googleapis.com/auth/cloud-platform" });
  return async () => (await auth.getAccessToken()) ?? "";
}

/** Reads Google Secret Manager: one secret per name, its newest version. */
export class GoogleSecrets implements SecretProvider {
  readonly name = "gcp";
  readonly place: string;
  readonly #token: () => Promise<string>;
  /** the version of the auth secret that is current, and when it was made or, if that is not ours to know, was seen to come */
  #current: { version: number; at: number | null } | null = null;

  constructor(private readonly options: GoogleOptions) {
    this.place = `projects/${options.project}/secrets/${options.prefix}*`;
    this.#token = options.token ?? defaultToken();
  }

  async read(names: readonly SecretName[]): Promise<Fetched> {
    const token = await this.#token().catch(() => "");
    if (!token) throw new SecretsUnavailable(`gcp (${this.place}) gave no access token`, true);
    const found = await Promise.all(
      names.map(async (name) => [name, await this.#version(token, name, "latest")] as const),
    );
    const values: Partial<Record<SecretName, Version>> = Object.fromEntries(
      found.flatMap(([name, version]) => (version ? [[name, version]] : [])),
    );
    if (Object.keys(values).length === 0)
      throw new SecretsUnavailable(`gcp (${this.place}) shows none of the secrets: missing, or no permission`, false);
    return { values, before: await this.#before(token, values.AUTH_SECRET) };
  }

  async #before(token: string, current: Version | undefined): Promise<Fetched["before"]> {
    const version = Number(current?.version);
    if (!current || !(version > 1)) return undefined;
    if (this.#current?.version !== version) {
      const seen = this.#current ? Date.now() : null;
      this.#current = { version, at: (await this.#madeAt(token, version)) ?? seen };
    }
    // One of unknown age is not taken: a restart must not give an old secret new life.
    if (this.#current.at === null) return undefined;
    const old = await this.#version(token, "AUTH_SECRET", String(version - 1));
    return old && old.value !== current.value ? { value: old.value, replacedAt: this.#current.at } : undefined;
  }

  /** When a version of the auth secret was made; null without the permission `secretmanager.versions.get`. */
  async #madeAt(token: string, version: number): Promise<number | null> {
    const answer = await this.#ask(token, "AUTH_SECRET", String(version));
    if (!answer.ok) return null;
    const made = madeSchema.safeParse(await answer.json().catch(() => null));
    const at = Date.parse(made.data?.createTime ?? "");
    return Number.isNaN(at) ? null : at;
  }

  /** Null for a secret that is not there, not ours to see, or whose version was disabled or destroyed. */
  async #version(token: string, name: SecretName, version: string): Promise<Version | null> {
    const response = await this.#ask(token, name, `${version}:access`);
    // 400 is FAILED_PRECONDITION: disabled or destroyed. 403 is also the answer for a secret that is not there.
    if (response.status === 400 || response.status === 403 || response.status === 404) return null;
    if (!response.ok) throw this.#unavailable(name, `status ${response.status}`, response.status >= 429);
    const answer = answerSchema.safeParse(await response.json().catch(() => null));
    if (!answer.success) throw this.#unavailable(name, "an answer of unknown form", false);
    const { data, dataCrc32c } = answer.data.payload;
    const bytes = Buffer.from(data, "base64");
    if (dataCrc32c !== undefined && new Crc32c().update(bytes).digest() !== Number(dataCrc32c))
      throw this.#unavailable(name, "damaged on its way: the checksum does not fit", true);
    const value = bytes.toString("utf8").trim();
    return value ? { value, version: answer.data.name.split("/").at(-1) ?? version } : null;
  }

  async #ask(token: string, name: SecretName, version: string): Promise<Response> {
    const { project, prefix, baseUrl = "https://secretmanager.googleapis.com" } = this.options;
    try {
      return await fetch(`${baseUrl}/v1/projects/${project}/secrets/${prefix}${name}/versions/${version}`, {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(providerTimeoutMs),
        redirect: "error",
        cache: "no-store",
      });
    } catch {
      throw this.#unavailable(name, "no answer", true);
    }
  }

  #unavailable(name: SecretName, why: string, again: boolean): SecretsUnavailable {
    return new SecretsUnavailable(`${name} could not be read from gcp (${this.place}): ${why}`, again);
  }
}
