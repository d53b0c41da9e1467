import { readFile } from "node:fs/promises";
import { checkSecret, env, secretPlan } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import type { ProviderVariables } from "@/lib/platform/settings/variables";
import { secretNames, type SecretName } from "./names";
import { SecretsUnavailable, type SecretProvider } from "./provider";
import { holdSecrets, SecretStore, type SecretsNote } from "./store";

/** The token of this pod's service account, read at each login: Kubernetes replaces it every hour. */
async function readJwt(path: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch {
    throw new SecretsUnavailable(`vault: the service account's token (${path}) cannot be read`, false);
  }
}

async function openVault(settings: ProviderVariables): Promise<SecretProvider> {
  const { VaultSecrets } = await import("./vault");
  const role = settings.VAULT_ROLE;
  return new VaultSecrets({
    address: settings.VAULT_ADDR ?? "",
    namespace: settings.VAULT_NAMESPACE,
    mount: settings.VAULT_KV_MOUNT,
    path: settings.VAULT_KV_PATH,
    auth: role
      ? { role, mount: settings.VAULT_AUTH_MOUNT, jwt: () => readJwt(settings.VAULT_JWT_FILE) }
      : { token: settings.VAULT_TOKEN ?? "" },
  });
}

/** The provider that was chosen; the others' clients are not even loaded. Null for the environment. */
async function chooseProvider(
  settings: ProviderVariables,
  files: Partial<Record<SecretName, string>>,
): Promise<SecretProvider | null> {
  switch (settings.SECRETS_PROVIDER) {
    case "environment":
      return null;
    case "files":
      return new (await import("./files")).FileSecrets(settings.SECRETS_DIR, files);
    case "vault":
      return openVault(settings);
    case "aws":
      return new (await import("./aws")).AwsSecrets({
        id: settings.SECRETS_AWS_ID ?? "",
        region: settings.AWS_REGION ?? "",
      });
    case "gcp":
      return new (await import("./gcp")).GoogleSecrets({
        project: settings.SECRETS_GCP_PROJECT ?? "",
        prefix: settings.SECRETS_GCP_PREFIX,
      });
  }
}

/** The trace of each look at the provider: which secrets, of which version, with what outcome. */
function write({ outcome, ...note }: SecretsNote): void {
  if (outcome === "failed") log.warn({ ...note, outcome }, "secrets could not be read: the last good ones stay");
  else if (note.names.some((one) => one.outcome === "refused" || one.outcome === "kept"))
    log.warn({ ...note, outcome }, "secrets were read; some could not be used, and the last good ones stay");
  else log.info({ ...note, outcome }, "secrets were read");
}

async function open(): Promise<void> {
  const { settings, base, files } = secretPlan();
  const provider = await chooseProvider(settings, files);
  if (!provider) return;
  // The logger needs the settings, and the settings need the secrets.
  const early: SecretsNote[] = [];
  let opened = false;
  const store = new SecretStore(provider, secretNames, {
    ttlMs: settings.SECRETS_TTL_S * 1000,
    base,
    check: checkSecret,
    note: (note) => (opened ? write(note) : void early.push(note)),
  });
  await store.open();
  holdSecrets(store);
  try {
    env();
  } catch (error) {
    holdSecrets(undefined);
    throw error;
  }
  opened = true;
  for (const note of early) write(note);
  // A server without visitors follows too.
  setInterval(() => void store.refresh(), settings.SECRETS_TTL_S * 1000).unref();
  provider.watch?.(() => void store.refresh());
}

const slot = Symbol.for("salesboost.secrets.opening");

/**
 * Reads the secrets from the provider that SECRETS_PROVIDER names, and follows them from then on. Comes before the first `env()`
 * of a process. Waits for the provider; throws SettingsError, or SecretsUnavailable naming what of which provider is missing.
 */
export function openSecrets(): Promise<void> {
  const holder: typeof globalThis & { [slot]?: Promise<void> } = globalThis;
  return (holder[slot] ??= open());
}
