import { models } from "@/agents/models/process";
import { checkDatabase } from "@/db/health";
import type { Dependency, Readiness } from "@/lib/contracts/health";
import { discoverProvider } from "./auth/discovery";
import { isClosing } from "./drain";
import { env } from "./env";
import { areLimitsDegraded } from "./limits";
import { log } from "./log";
import { followingRedis } from "./redis";
import { secretsHealth } from "./secrets/current";

const patienceMs = 2000;

/** "up" when `probe` settles well in time. Why it did not is for the log: a health page must not describe our insides. */
async function stateOf(name: Dependency["name"], probe: () => Promise<unknown>): Promise<"up" | "down"> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error("no answer in time")), patienceMs).unref();
  });
  try {
    await Promise.race([probe(), late]);
    return "up";
  } catch (error) {
    log.warn({ err: error, dependency: name }, "a dependency is down");
    return "down";
  }
}

async function database(): Promise<Dependency> {
  const state = await stateOf("database", checkDatabase);
  const embedded = state === "up" && env().databaseDriver === "pglite";
  return { name: "database", state: embedded ? "embedded" : state, required: true };
}

async function limits(): Promise<Dependency> {
  const { redis } = env();
  if (!redis) return { name: "limits", state: "embedded", required: false };
  // It may answer a ping and still not keep limits: what the last uses of it came to says more.
  if (areLimitsDegraded()) return { name: "limits", state: "down", required: false };
  const probe = () => followingRedis({ ...redis, retry: false }).ping();
  return { name: "limits", state: await stateOf("limits", probe), required: false };
}

async function identityProvider(): Promise<Dependency> {
  return { name: "identity_provider", state: await stateOf("identity_provider", discoverProvider), required: false };
}

function modelsFrom(): Dependency {
  const remote = /openai|compatible/.test(env().aiChain);
  return { name: "models", state: remote ? "configured" : "embedded", required: false };
}

/** Stale secrets are the last good ones: the program goes on with them, and whoever runs it should know. */
function secrets(): Dependency {
  const { state } = secretsHealth();
  return {
    name: "secrets",
    state: state === "fixed" ? "embedded" : state === "fresh" ? "up" : "degraded",
    required: false,
  };
}

/** How long the state of what is reached over the network is believed: anybody may ask for it, as often as they like. */
const rememberMs = 1000;
let known: { states: Promise<Dependency[]>; until: number } | undefined;

/** Asks each dependency once for all who want to know meanwhile, and for the second after it has answered. */
function reached(): Promise<Dependency[]> {
  if (known && known.until > Date.now()) return known.states;
  const states = Promise.all([database(), identityProvider(), limits()]);
  const asking = { states, until: Infinity };
  known = asking;
  void states.then(
    () => (asking.until = Date.now() + rememberMs),
    () => (asking.until = 0),
  );
  return states;
}

/** Ready while every required dependency answers and the process is not going down, which shows at once. */
export async function checkReadiness(): Promise<Readiness> {
  const dependencies = [...(await reached()), modelsFrom(), secrets()];
  const providers = models().health();
  if (isClosing()) return { status: "closing", dependencies, providers };
  const fit = dependencies.every((one) => !one.required || one.state !== "down");
  return { status: fit ? "ready" : "not_ready", dependencies, providers };
}
