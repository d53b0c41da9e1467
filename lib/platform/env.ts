import { isSecretName, secretNames, type SecretName } from "./secrets/names";
import { heldSecrets } from "./secrets/store";
import { profiles, type Profile } from "./profiles";
import { describeRefusals, describeSecretProvider } from "./refusals";
import { defaultsFor, type Source } from "./settings/defaults";
import { toSettings, type SecretNow, type Settings } from "./settings/settings";
import {
  providerVariables,
  variableNames,
  variables,
  type ProviderVariables,
  type Variables,
} from "./settings/variables";

export { localClient, localSecret } from "./settings/defaults";
export type { Settings } from "./settings/settings";
export { variableNames } from "./settings/variables";

/** Thrown once with every problem, so that an operator mends all of them in one go. */
export class SettingsError extends Error {
  constructor(readonly problems: string[]) {
    super(`The settings have ${problems.length} problem(s):\n${problems.map((line) => `  - ${line}`).join("\n")}`);
    this.name = "SettingsError";
  }
}

function profileOf(source: Source): Profile {
  const named = profiles.find((profile) => profile === source.APP_ENV);
  if (named) return named;
  // A production build that was told nothing must fail closed, never run as a demo.
  if (source.NODE_ENV === "production") return "production";
  return source.NODE_ENV === "test" ? "test" : "development";
}

interface Merged {
  profile: Profile;
  defaults: Record<string, string>;
  merged: Record<string, string>;
}

function merge(source: Source): Merged {
  // An empty variable means "not set": that is how compose files and hosting consoles pass unset ones.
  const given = Object.fromEntries(
    variableNames.flatMap((name) => (source[name]?.trim() ? [[name, source[name].trim()]] : [])),
  );
  const profile = profileOf(source);
  const defaults = defaultsFor(profile, source);
  return { profile, defaults, merged: { ...defaults, ...given } };
}

function validate({ profile, merged }: Merged): Variables {
  const parsed = variables.safeParse(merged);
  const malformed = (parsed.error?.issues ?? []).map((issue) => {
    const name = String(issue.path[0]);
    return name in merged ? `${name} is not valid: ${issue.message}` : `${name} is required in ${profile}`;
  });
  const problems = [...malformed, ...describeRefusals(profile, merged)];
  if (problems.length > 0 || !parsed.data) throw new SettingsError(problems);
  return parsed.data;
}

/** Pure twin of `env()`: settings from any source. Throws `SettingsError` with every problem at once. */
export function readSettings(source: Source): Settings {
  const whole = merge(source);
  return toSettings(validate(whole), (name) => whole.merged[name]);
}

/** How secrets are to be had: needed before the other settings can be read. */
export interface SecretPlan {
  settings: ProviderVariables;
  /** secrets that the environment holds itself */
  base: Partial<Record<SecretName, string>>;
  /** files named by `<NAME>_FILE` */
  files: Partial<Record<SecretName, string>>;
}

/** Reads the plan. Throws `SettingsError`. */
export function secretPlan(source: Source = process.env): SecretPlan {
  const { profile, merged } = merge(source);
  const parsed = providerVariables.safeParse(merged);
  const malformed = (parsed.error?.issues ?? []).map(
    (issue) => `${String(issue.path[0])} is not valid: ${issue.message}`,
  );
  const collect = (suffix: string) =>
    Object.fromEntries(
      secretNames.flatMap((name) => {
        const value = source[`${name}${suffix}`]?.trim();
        return value ? [[name, value]] : [];
      }),
    );
  const files = collect("_FILE");
  const problems = [...malformed, ...describeSecretProvider(profile, merged, Object.keys(files))];
  if (problems.length > 0 || !parsed.data) throw new SettingsError(problems);
  return { settings: parsed.data, base: collect(""), files };
}

/** What is wrong with a value that a provider gives for a secret, without quoting it; null when nothing is. */
export function checkSecret(name: SecretName, value: string): string | null {
  const { profile, merged } = merge({ ...process.env, [name]: value });
  const issue = variables.shape[name].safeParse(value).error?.issues[0];
  if (issue) return issue.message;
  return describeRefusals(profile, merged).find((line) => line.startsWith(`${name} `)) ?? null;
}

/**
 * An edge that is not in the server's process has no store of secrets: it is given words nobody knows, opens nothing with them, and
 * leaves the decision to what lies behind it.
 */
function unknownSecrets(source: Source): Source {
  const unknown = () => `${crypto.randomUUID()}${crypto.randomUUID()}`;
  const needed: SecretName[] = ["AUTH_SECRET", "AUTH_OIDC_CLIENT_SECRET", "OPENAI_API_KEY", "CRON_SECRET"];
  if (source.UPSTASH_REDIS_REST_URL) needed.push("UPSTASH_REDIS_REST_TOKEN");
  return {
    DATABASE_URL: "postgres://unknown.invalid/unknown",
    ...Object.fromEntries(needed.map((name) => [name, unknown()])),
    ...source,
  };
}

interface Live {
  settings: Settings;
  now: SecretNow;
  /** this runtime knows the secrets as they are now */
  knows: boolean;
}

function readLive(): Live {
  const store = heldSecrets();
  const provider = process.env.SECRETS_PROVIDER?.trim() || "environment";
  const knows = store !== undefined || provider === "environment";
  if (!knows && process.env.NEXT_RUNTIME !== "edge")
    throw new SettingsError([`SECRETS_PROVIDER=${provider}: its secrets have not been read yet`]);
  const source = { ...process.env, ...store?.all() };
  const whole = merge(knows ? source : unknownSecrets(source));
  const now: SecretNow = (name) => {
    const held = heldSecrets();
    return held ? (held.read(name) ?? whole.defaults[name]) : whole.merged[name];
  };
  try {
    return { settings: toSettings(validate(whole), now), now, knows };
  } catch (error) {
    if (!store || !(error instanceof SettingsError)) throw error;
    const about = (line: string) => isSecretName(line.split(" ", 1)[0] ?? "");
    throw new SettingsError(error.problems.map((line) => (about(line) ? `${line} (secrets: ${store.place})` : line)));
  }
}

const cache = Symbol.for("salesboost.settings");

function live(): Live {
  const holder: typeof globalThis & { [cache]?: Live } = globalThis;
  if (holder[cache]) return holder[cache];
  const read = readLive();
  // Auth.js reads this variable by itself; without it, it would believe the Host header.
  process.env.AUTH_URL = read.settings.authUrl;
  return (holder[cache] = read);
}

/** The settings of this process: read at run time, validated once, kept for its lifetime; secrets are followed. */
export function env(): Settings {
  return live().settings;
}

/** A secret as it is at this moment. Never waits; works on the edge. */
export function secretNow(name: SecretName): string | undefined {
  return live().now(name);
}

/**
 * Whether this runtime knows the secrets as they are now. False only on an edge away from the server, with a secret manager: what
 * such an edge cannot open it must pass on, for those behind it to judge.
 */
export function knowsSecrets(): boolean {
  return live().knows;
}
