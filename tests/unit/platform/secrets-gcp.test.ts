import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GoogleSecrets, type GoogleOptions } from "@/lib/platform/secrets/gcp";
import { secretNames } from "@/lib/platform/secrets/names";
import { startDouble, type HttpDouble, type Said } from "../../support/http-double";

/** CRC-32C (Castagnoli) bit by bit, from its polynomial: 123456789 gives the check value of its definition, 0xe3069283. */
function crc32c(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The answer of `projects.secrets.versions.access` in its published form. */
const access = (path: string, value: string, checksum = crc32c(Buffer.from(value))): Said => ({
  body: {
    name: path.replace(/^\/v1\//, "").replace(":access", ""),
    payload: { data: Buffer.from(value).toString("base64"), dataCrc32c: String(checksum) },
  },
});
const missing: Said = { status: 404, body: { error: { code: 404, status: "NOT_FOUND" } } };

let double: HttpDouble;
let versions: Record<string, Said>;

beforeEach(async () => {
  versions = {};
  double = await startDouble(({ path }) => {
    if (path.startsWith("/computeMetadata/v1/instance/service-accounts/default/token"))
      return {
        body: { access_token: "metadata-token", expires_in: 3600, token_type: "Bearer" },
        headers: { "metadata-flavor": "Google" },
      };
    if (path.startsWith("/computeMetadata"))
      return { body: "googleapis.com", headers: { "metadata-flavor": "Google", "content-type": "text/plain" } };
    return versions[path] ?? missing;
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await double.close();
});

const at = (name: string, version = "latest") => `/v1/projects/acme-prod/secrets/${name}/versions/${version}:access`;
const hold = (name: string, value: string, version = "1") => {
  versions[at(name, version)] = access(at(name, version), value);
  versions[at(name)] = access(at(name, version), value);
};
const secrets = (options: Partial<GoogleOptions> = {}) =>
  new GoogleSecrets({
    project: "acme-prod",
    prefix: "",
    baseUrl: double.url,
    token: async () => "access-token",
    ...options,
  });

describe("secrets of Google", () => {
  it("are asked for one by one in the published form, with a bearer token", async () => {
    hold("OPENAI_API_KEY", "sk-one", "5");
    const { values } = await secrets().read(secretNames);
    expect(values).toEqual({ OPENAI_API_KEY: { value: "sk-one", version: "5" } });
    const asked = double.heard.find(({ path }) => path === at("OPENAI_API_KEY"));
    expect(asked).toMatchObject({ method: "GET", body: "", headers: { authorization: "Bearer access-token" } });
  });

  it("are asked for under the prefix that is set", async () => {
    hold("salesboost-CRON_SECRET", "a".repeat(20));
    const { values } = await secrets({ prefix: "salesboost-" }).read(secretNames);
    expect(values.CRON_SECRET?.value).toBe("a".repeat(20));
  });

  it("are refused when they were damaged on their way", async () => {
    expect(crc32c(Buffer.from("123456789"))).toBe(0xe3069283);
    versions[at("OPENAI_API_KEY")] = access(at("OPENAI_API_KEY"), "123456789", 0xe3069283);
    expect((await secrets().read(secretNames)).values.OPENAI_API_KEY?.value).toBe("123456789");
    versions[at("OPENAI_API_KEY")] = access(at("OPENAI_API_KEY"), "123456780", 0xe3069283);
    await expect(secrets().read(secretNames)).rejects.toThrow(/OPENAI_API_KEY could not be read from gcp.*checksum/);
  });

  const made = (version: string, createTime: string) => {
    const name = at("AUTH_SECRET", version).replace(":access", "");
    versions[name] = { body: { name: name.slice(4), createTime, state: "ENABLED" } };
  };

  it("come with the auth secret of the version before and when it was replaced, until that version is disabled", async () => {
    hold("AUTH_SECRET", "old-".repeat(10), "1");
    hold("AUTH_SECRET", "new-".repeat(10), "2");
    made("2", "2026-11-20T10:00:00.123456Z");
    const provider = secrets();
    const { before } = await provider.read(secretNames);
    expect(before).toEqual({ value: "old-".repeat(10), replacedAt: Date.parse("2026-11-20T10:00:00.123Z") });
    versions[at("AUTH_SECRET", "1")] = { status: 400, body: { error: { code: 400, status: "FAILED_PRECONDITION" } } };
    expect((await provider.read(secretNames)).before).toBeUndefined();
  });

  it("bring no earlier auth secret of unknown age, unless it was replaced before our eyes", async () => {
    hold("AUTH_SECRET", "old-".repeat(10), "1");
    hold("AUTH_SECRET", "new-".repeat(10), "2");
    expect((await secrets().read(secretNames)).before).toBeUndefined();
    const provider = secrets();
    await provider.read(secretNames);
    hold("AUTH_SECRET", "newest-".repeat(10), "3");
    expect((await provider.read(secretNames)).before?.value).toBe("new-".repeat(10));
  });

  it("say when none of them is to be seen, and when the service is in trouble", async () => {
    await expect(secrets().read(secretNames)).rejects.toMatchObject({ passing: false, message: /acme-prod.*none/ });
    versions[at("AUTH_SECRET")] = { status: 503 };
    await expect(secrets().read(secretNames)).rejects.toMatchObject({ passing: true, message: /AUTH_SECRET.*503/ });
  });

  it("are read with the token that the metadata server lends", async () => {
    vi.stubEnv("GCE_METADATA_HOST", new URL(double.url).host);
    vi.stubEnv("METADATA_SERVER_DETECTION", "assume-present");
    vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", undefined);
    vi.stubEnv("HOME", "/nonexistent");
    hold("OPENAI_API_KEY", "sk-one");
    const provider = new GoogleSecrets({ project: "acme-prod", prefix: "", baseUrl: double.url });
    expect((await provider.read(secretNames)).values.OPENAI_API_KEY?.value).toBe("sk-one");
    expect(double.heard.at(-1)?.headers["authorization"]).toBe("Bearer metadata-token");
  });
});
