import { isLocalProfile, type Profile } from "./profiles";

type Merged = Record<string, string | undefined>;

/** True for addresses that only this machine can reach. A malformed URL is reported elsewhere. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "::1" ||
    host === "0.0.0.0" ||
    host.startsWith("127.")
  );
}

/** Pairs where one half without the other is always a mistake. */
function describeHalves(given: Merged): string[] {
  const pairs = [
    ["UPSTASH_REDIS_REST_URL", "UPSTASH_REDIS_REST_TOKEN"],
    ["UPSTASH_REDIS_REST_TOKEN", "UPSTASH_REDIS_REST_URL"],
    ["QDRANT_API_KEY", "QDRANT_URL"],
    ["AI_COMPATIBLE_API_KEY", "AI_COMPATIBLE_BASE_URL"],
  ] as const;
  return pairs.flatMap(([has, needs]) => (given[has] && !given[needs] ? [`${needs} is required with ${has}`] : []));
}

/** What each provider of secrets cannot do without, and the settings that are for it alone. */
const providerNeeds: Record<string, { needs: string[]; own: string[] }> = {
  vault: { needs: ["VAULT_ADDR"], own: ["VAULT_ROLE"] },
  aws: { needs: ["SECRETS_AWS_ID", "AWS_REGION"], own: ["SECRETS_AWS_ID"] },
  gcp: { needs: ["SECRETS_GCP_PROJECT"], own: ["SECRETS_GCP_PROJECT"] },
};

/** A half-set secret manager, or one that was set and not chosen: `files` are the secrets that a `<NAME>_FILE` names. */
export function describeSecretProvider(profile: Profile, given: Merged, files: readonly string[] = []): string[] {
  const provider = given.SECRETS_PROVIDER ?? "environment";
  const problems = Object.entries(providerNeeds).flatMap(([name, { needs, own }]) =>
    name === provider
      ? needs.flatMap((need) => (given[need] ? [] : [`${need} is required with SECRETS_PROVIDER=${name}`]))
      : own.flatMap((one) => (given[one] ? [`${one} is set, but SECRETS_PROVIDER is ${provider}`] : [])),
  );
  if (provider !== "files")
    problems.push(...files.map((name) => `${name}_FILE is set, but SECRETS_PROVIDER is ${provider}`));
  if (provider !== "vault") return problems;
  if (Boolean(given.VAULT_TOKEN) === Boolean(given.VAULT_ROLE))
    problems.push("VAULT_TOKEN or VAULT_ROLE is required with SECRETS_PROVIDER=vault, and not both");
  // An agent beside the server, on its own loopback, speaks plain http; nothing else may.
  const address = given.VAULT_ADDR ?? "";
  if (!isLocalProfile(profile) && address.startsWith("http:") && !isLoopback(address))
    problems.push(`VAULT_ADDR must use https in ${profile}`);
  return problems;
}

/** A chain that names a provider without its credentials would fail on the first turn: say so at the start. */
function describeChain(given: Merged): string[] {
  const providers = new Set(
    [...(given.AI_CHAIN ?? "").matchAll(/(?:^|[=,;\s])([a-z-]+)(?=[:,;\s]|$)/g)].map((m) => m[1]),
  );
  const problems: string[] = [];
  if (providers.has("openai") && !given.OPENAI_API_KEY)
    problems.push("OPENAI_API_KEY is required: AI_CHAIN names openai");
  if (providers.has("compatible") && !given.AI_COMPATIBLE_BASE_URL)
    problems.push("AI_COMPATIBLE_BASE_URL is required: AI_CHAIN names compatible");
  return problems;
}

/** What a profile that faces people refuses: embedded parts, secrets known from the source, addresses nobody else reaches. */
function describeEmbedded(profile: Profile, given: Merged): string[] {
  const problems: string[] = [];
  if (!given.DATABASE_URL) problems.push(`DATABASE_URL is required in ${profile}: the embedded database is refused`);
  if (given.DATABASE_DRIVER === "pglite") problems.push(`DATABASE_DRIVER=pglite is refused in ${profile}`);
  if (/salesboost-local/.test(given.AUTH_SECRET ?? ""))
    problems.push(`AUTH_SECRET is the default secret: refused in ${profile}`);
  if (/salesboost-local/.test(given.AUTH_SECRET_PREVIOUS ?? ""))
    problems.push(`AUTH_SECRET_PREVIOUS is the default secret: refused in ${profile}`);
  if (/salesboost-local/.test(given.AUTH_OIDC_CLIENT_SECRET ?? ""))
    problems.push(`AUTH_OIDC_CLIENT_SECRET is the default secret: refused in ${profile}`);
  if (given.AUTH_OIDC_ISSUER) {
    if (isLoopback(given.AUTH_OIDC_ISSUER))
      problems.push(`AUTH_OIDC_ISSUER is a local identity provider: refused in ${profile}`);
    else if (given.AUTH_OIDC_ISSUER.startsWith("http:")) problems.push(`AUTH_OIDC_ISSUER must use https in ${profile}`);
  }
  if (given.AUTH_URL) {
    if (isLoopback(given.AUTH_URL)) problems.push(`AUTH_URL is a loopback address: refused in ${profile}`);
    else if (given.AUTH_URL.startsWith("http:")) problems.push(`AUTH_URL must use https in ${profile}`);
  }
  if (given.HOSTING === "serverless") {
    if (!given.UPSTASH_REDIS_REST_URL)
      problems.push(
        `UPSTASH_REDIS_REST_URL is required in ${profile} on serverless hosting: limits held in process are refused`,
      );
    if (!given.CRON_SECRET) problems.push(`CRON_SECRET is required in ${profile} on serverless hosting`);
  }
  if (given.NEON_WS_PROXY) problems.push(`NEON_WS_PROXY is for tests: refused in ${profile}`);
  return problems;
}

/** Problems that a look at single values cannot find, each naming its variable first. */
export function describeRefusals(profile: Profile, given: Merged): string[] {
  const problems = [...describeHalves(given), ...describeChain(given), ...describeSecretProvider(profile, given)];
  if (given.DATABASE_DRIVER && given.DATABASE_DRIVER !== "pglite" && !given.DATABASE_URL && isLocalProfile(profile))
    problems.push(`DATABASE_URL is required with DATABASE_DRIVER=${given.DATABASE_DRIVER}`);
  return isLocalProfile(profile) ? problems : [...problems, ...describeEmbedded(profile, given)];
}
