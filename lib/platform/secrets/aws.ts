import {
  GetSecretValueCommand,
  SecretsManagerClient,
  type GetSecretValueCommandOutput,
} from "@aws-sdk/client-secrets-manager";
import { z } from "zod";
import type { SecretName } from "./names";
import { providerTimeoutMs, SecretsUnavailable, type Fetched, type SecretProvider, type Version } from "./provider";

const contentSchema = z.record(z.string(), z.unknown());

/** Names of errors for which AWS wants another try. */
const passing = /Throttl|TooManyRequests|InternalService|ServiceUnavailable|Timeout|ECONN|ENOTFOUND|EAI_AGAIN|Network/u;

/** Reads one secret of AWS Secrets Manager: a JSON object whose keys are the names. */
export class AwsSecrets implements SecretProvider {
  readonly name = "aws";
  readonly place: string;
  readonly #client: SecretsManagerClient;

  /** Credentials are found as every AWS SDK finds them, unless `client` brings its own. */
  constructor(
    private readonly options: { id: string; region: string },
    client?: SecretsManagerClient,
  ) {
    this.place = `${options.id} in ${options.region}`;
    this.#client =
      client ??
      new SecretsManagerClient({
        region: options.region,
        maxAttempts: 2,
        requestHandler: { connectionTimeout: providerTimeoutMs, requestTimeout: providerTimeoutMs },
      });
  }

  async read(names: readonly SecretName[]): Promise<Fetched> {
    const current = await this.#get("AWSCURRENT");
    if (!current) throw this.#unavailable("there is no such secret", false);
    const content = this.#contentOf(current);
    const version = current.VersionId ?? "";
    const madeAt = current.CreatedDate?.getTime();
    const values: Partial<Record<SecretName, Version>> = {};
    for (const name of names) {
      const value = content[name];
      if (typeof value === "string" && value.trim())
        values[name] = { value: value.trim(), version, ...(madeAt && { madeAt }) };
    }
    const previous = await this.#get("AWSPREVIOUS");
    const old = previous && this.#contentOf(previous)["AUTH_SECRET"];
    const before =
      madeAt && typeof old === "string" && values.AUTH_SECRET && old.trim() !== values.AUTH_SECRET.value
        ? { value: old.trim(), replacedAt: madeAt }
        : undefined;
    return { values, before };
  }

  /** One version by its label, or null when there is none. */
  async #get(stage: "AWSCURRENT" | "AWSPREVIOUS"): Promise<GetSecretValueCommandOutput | null> {
    try {
      return await this.#client.send(new GetSecretValueCommand({ SecretId: this.options.id, VersionStage: stage }));
    } catch (error) {
      const { name, code } = z
        .object({ name: z.string().catch(""), code: z.string().catch("") })
        .catch({ name: "", code: "" })
        .parse({ name: Reflect.get(Object(error), "name"), code: Reflect.get(Object(error), "code") });
      if (name === "ResourceNotFoundException") return null;
      throw this.#unavailable(code || name || "no answer", passing.test(`${name} ${code}`));
    }
  }

  #contentOf(answer: GetSecretValueCommandOutput): Record<string, unknown> {
    try {
      return contentSchema.parse(JSON.parse(answer.SecretString ?? ""));
    } catch {
      // the parser's own error would quote the secret
      throw this.#unavailable("its SecretString is no JSON object", false);
    }
  }

  #unavailable(why: string, again: boolean): SecretsUnavailable {
    return new SecretsUnavailable(`the secrets could not be read from aws (${this.place}): ${why}`, again);
  }
}
