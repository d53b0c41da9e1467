import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AwsSecrets } from "@/lib/platform/secrets/aws";
import { secretNames } from "@/lib/platform/secrets/names";
import { startDouble, type Heard, type HttpDouble, type Said } from "../../support/http-double";

const keys = { id: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const now = { AUTH_SECRET: "current-".repeat(5), DATABASE_URL: "postgres://a:b@db/x" };

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const mac = (key: Buffer | string, text: string) => createHmac("sha256", key).update(text).digest();

/** Signature version 4 from its published description: canonical request, string to sign, derived key. */
function signatureOf({ method, path, headers, body }: Heard, secret: string): string {
  const [, scope = "", signed = ""] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), /.exec(headers["authorization"] ?? "") ?? [];
  const names = signed.split(";");
  const canonical = [
    method,
    path,
    "",
    ...names.map((name) => `${name}:${(headers[name] ?? "").trim().replace(/ +/g, " ")}`),
    "",
    signed,
    hash(body),
  ].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, hash(canonical)].join("\n");
  const key = scope.split("/").reduce<Buffer | string>((above, part) => mac(above, part), `AWS4${secret}`);
  return mac(key, toSign).toString("hex");
}

/** The answer of the published example of GetSecretValue. */
const version = (content: object | string, id: string, stage: string) => ({
  ARN: "arn:aws:secretsmanager:us-west-2:123456789012:secret:MyTestDatabaseSecret-a1b2c3",
  CreatedDate: 1_523_477_145.713,
  Name: "MyTestDatabaseSecret",
  SecretString: typeof content === "string" ? content : JSON.stringify(content),
  VersionId: id,
  VersionStages: [stage],
});
const missing: Said = {
  status: 400,
  body: { __type: "ResourceNotFoundException", Message: "Secrets Manager can't find it" },
};

let double: HttpDouble;
let answer: (asked: Heard, stage: string) => Said;

beforeEach(async () => {
  answer = (_asked, stage) => (stage === "AWSCURRENT" ? { body: version(now, "v2", stage) } : missing);
  double = await startDouble((asked) => {
    const stage = /"VersionStage":"(\w+)"/.exec(asked.body)?.[1] ?? "";
    return answer(asked, stage);
  });
  vi.stubEnv("AWS_ENDPOINT_URL_SECRETS_MANAGER", double.url);
  vi.stubEnv("AWS_ACCESS_KEY_ID", keys.id);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", keys.secret);
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await double.close();
});

const secrets = () => new AwsSecrets({ id: "MyTestDatabaseSecret", region: "us-west-2" });
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "",
    (error: unknown) => String(error),
  );

describe("secrets of AWS", () => {
  it("are asked for in the published form, signed so that the service can compute the signature anew", async () => {
    await secrets().read(secretNames);
    const [asked] = double.heard;
    expect(asked).toMatchObject({ method: "POST", path: "/" });
    expect(asked?.headers).toMatchObject({
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "secretsmanager.GetSecretValue",
    });
    expect(JSON.parse(asked?.body ?? "")).toEqual({ SecretId: "MyTestDatabaseSecret", VersionStage: "AWSCURRENT" });
    const authorization = asked?.headers["authorization"] ?? "";
    const day = asked?.headers["x-amz-date"]?.slice(0, 8) ?? "";
    expect(authorization).toContain(
      `AWS4-HMAC-SHA256 Credential=${keys.id}/${day}/us-west-2/secretsmanager/aws4_request`,
    );
    const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(";") ?? [];
    for (const name of ["content-type", "host", "x-amz-date", "x-amz-target"]) expect(signed).toContain(name);
    expect(asked && authorization.endsWith(`Signature=${signatureOf(asked, keys.secret)}`)).toBe(true);
  });

  it("are the keys of one JSON object, with the version they are of", async () => {
    const { values } = await secrets().read(secretNames);
    expect(values.DATABASE_URL).toMatchObject({ value: now.DATABASE_URL, version: "v2", madeAt: 1_523_477_145_713 });
    expect(values.OPENAI_API_KEY).toBeUndefined();
  });

  it("come with the auth secret of the version labelled AWSPREVIOUS", async () => {
    const old = { ...now, AUTH_SECRET: "previous-".repeat(4) };
    answer = (_asked, stage) => ({ body: version(stage === "AWSCURRENT" ? now : old, stage, stage) });
    const { before } = await secrets().read(secretNames);
    expect(before).toEqual({ value: old.AUTH_SECRET, replacedAt: 1_523_477_145_713 });
    // One of unknown age is not taken: it would be valid for ever.
    answer = (_asked, stage) => {
      const { CreatedDate: _unknown, ...undated } = version(stage === "AWSCURRENT" ? now : old, stage, stage);
      return { body: undated };
    };
    expect((await secrets().read(secretNames)).before).toBeUndefined();
  });

  it("are asked for with the credentials of the container, where there are no others", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", undefined);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", undefined);
    vi.stubEnv("AWS_CONTAINER_CREDENTIALS_FULL_URI", `${double.url}/credentials`);
    vi.stubEnv("AWS_CONTAINER_AUTHORIZATION_TOKEN", "container-token");
    const Expiration = new Date(Date.now() + 3_600_000).toISOString();
    const lent = { AccessKeyId: "AKIDLENT", SecretAccessKey: "lent-secret", Token: "session-token", Expiration };
    const before = answer;
    answer = (asked, stage) => (asked.path === "/credentials" ? { body: lent } : before(asked, stage));
    await secrets().read(secretNames);
    const [lookup, asked] = double.heard;
    expect(lookup?.headers["authorization"]).toBe("container-token");
    expect(asked?.headers["x-amz-security-token"]).toBe("session-token");
    expect(asked?.headers["authorization"]).toContain("Credential=AKIDLENT/");
  });

  it("are asked for with the role of a pod's service account, where there are no others", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "salesboost-irsa-")), "token");
    writeFileSync(file, "pod-token");
    vi.stubEnv("AWS_ACCESS_KEY_ID", undefined);
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", undefined);
    vi.stubEnv("AWS_ENDPOINT_URL_STS", double.url);
    vi.stubEnv("AWS_WEB_IDENTITY_TOKEN_FILE", file);
    vi.stubEnv("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/salesboost");
    const lent =
      "<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>AKIDROLE</AccessKeyId>" +
      "<SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role-token</SessionToken>" +
      `<Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration></Credentials>` +
      "</AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>";
    const before = answer;
    answer = (asked, stage) =>
      asked.body.includes("AssumeRoleWithWebIdentity")
        ? { body: lent, headers: { "content-type": "text/xml" } }
        : before(asked, stage);
    await secrets().read(secretNames);
    expect(double.heard[0]?.body).toContain("WebIdentityToken=pod-token");
    expect(double.heard[1]?.headers["authorization"]).toContain("Credential=AKIDROLE/");
  });

  it("say which secret is missing, denied or no JSON object, and quote nothing of it", async () => {
    answer = () => missing;
    expect(await failureOf(secrets().read(secretNames))).toMatch(
      /aws \(MyTestDatabaseSecret in us-west-2\).*no such secret/,
    );
    answer = () => ({ status: 400, body: { __type: "AccessDeniedException", Message: "not authorized" } });
    expect(await failureOf(secrets().read(secretNames))).toMatch(/AccessDeniedException/);
    answer = (_asked, stage) => ({ body: version("canary-not-json", "v1", stage) });
    const failure = await failureOf(secrets().read(secretNames));
    expect(failure).toMatch(/no JSON object/);
    expect(failure).not.toContain("canary");
  });

  it("call throttling and silence failures that may pass", async () => {
    answer = () => ({ status: 400, body: { __type: "ThrottlingException", Message: "slow down" } });
    await expect(secrets().read(secretNames)).rejects.toMatchObject({ passing: true });
    vi.stubEnv("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:1");
    await expect(secrets().read(secretNames)).rejects.toMatchObject({ passing: true });
  });
});
