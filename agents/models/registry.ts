import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { LanguageModelV4, LanguageModelV4CallOptions } from "@ai-sdk/provider";
import type { ProviderHealth } from "@/lib/contracts/health";
import { modelRoles, type ModelRole, type Prices } from "@/lib/contracts/usage";
import { compatibleReranker } from "./compatible-rerank";
import { Account, type Allowance } from "./account";
import { ModelBreaker } from "./breaker";
import { speakLimits, type Candidate, type ChainLimits } from "./candidate";
import { ModelChain } from "./chain";
import { offlineEmbedder, offlineReranker } from "./offline/vectors";
import { PlainChain, type PlainCandidate } from "./plain-chain";
import { fetchWithKey, type KeyedProvider, type KeyRefused } from "./keyed-fetch";
import { pricesWith } from "./prices";
import { EmbedChain, RerankChain } from "./vectors";

/** Keys are read at each call, so that one that was changed is followed. */
export interface ModelSettings {
  aiChain: string;
  openaiApiKey?: string | undefined;
  openaiBaseUrl?: string | undefined;
  /** `schemas`: the server takes a JSON schema for its answer; unless told otherwise it does */
  compatible?: { baseUrl: string; apiKey?: string | undefined; schemas?: boolean | undefined } | undefined;
  /** prices of this deployment, over the table's */
  aiPrices?: Prices | undefined;
  /** tells that a provider would not take `key`; true when there is another by now */
  keyRefused?: KeyRefused | undefined;
}

/** The models of one role. `model` is null when only rules are to serve it. */
export interface RoleChain {
  role: ModelRole;
  model: ModelChain | null;
  /** ids of configured models, offline members not among them */
  configured: string[];
}

/** `AI_CHAIN` that cannot be followed; says which word is wrong. */
export class ChainError extends Error {
  constructor(problem: string) {
    super(`AI_CHAIN: ${problem}`);
    this.name = "ChainError";
  }
}

const isRole = (word: string): word is ModelRole => modelRoles.some((role) => role === word);

const limitsOf: Record<ModelRole, ChainLimits> = {
  perceive: { firstContentMs: 2_000, stallMs: 1_000, totalMs: 3_000 },
  speak: speakLimits,
  review: { firstContentMs: 4_000, stallMs: 2_000, totalMs: 5_000 },
  coach: { firstContentMs: 10_000, stallMs: 5_000, totalMs: 15_000 },
  judge: { firstContentMs: 60_000, stallMs: 30_000, totalMs: 120_000 },
  embed: { firstContentMs: 5_000, stallMs: 5_000, totalMs: 10_000 },
  rerank: { firstContentMs: 2_000, stallMs: 2_000, totalMs: 3_000 },
};

/**
 * Reads `speak=openai:gpt-5-mini,compatible:qwen3,offline;judge=…`: candidate ids per role, in order. A list without a role
 * is for every role that has none of its own; a role named nowhere is served offline. Throws ChainError.
 */
export function parseChain(text: string): Record<ModelRole, string[]> {
  const own = new Map<ModelRole, string[]>();
  let shared = ["offline"];
  for (const section of text.split(";").flatMap((part) => part.trim() || [])) {
    const cut = section.indexOf("=");
    const list = section.slice(cut + 1);
    const ids = list.split(",").flatMap((id) => id.trim() || []);
    if (ids.length === 0) throw new ChainError(`"${section}" names no model`);
    for (const id of ids) {
      if (id !== "offline" && !/^(openai|compatible):\S+$/.test(id)) {
        throw new ChainError(`"${id}" is neither offline, openai:<model> nor compatible:<model>`);
      }
    }
    if (cut < 0) shared = ids;
    else {
      const role = section.slice(0, cut).trim();
      if (!isRole(role)) throw new ChainError(`"${role}" is no role; roles are ${modelRoles.join(", ")}`);
      own.set(role, ids);
    }
  }
  return {
    perceive: own.get("perceive") ?? shared,
    speak: own.get("speak") ?? shared,
    review: own.get("review") ?? shared,
    coach: own.get("coach") ?? shared,
    judge: own.get("judge") ?? shared,
    // What speaks does not embed: these two are served only by models named for them.
    embed: own.get("embed") ?? ["offline"],
    rerank: own.get("rerank") ?? ["offline"],
  };
}

/** A buyer answers at once: models that think are asked to think little. */
function thinkLittle(options: LanguageModelV4CallOptions): LanguageModelV4CallOptions {
  const { openai, ...rest } = options.providerOptions ?? {};
  return { ...options, providerOptions: { ...rest, openai: { reasoningEffort: "minimal", ...openai } } };
}

/** What only the offline members read does not travel to anyone else. */
function withoutOwn(options: LanguageModelV4CallOptions): LanguageModelV4CallOptions {
  const { salesboost: _own, ...providerOptions } = options.providerOptions ?? {};
  return { ...options, providerOptions };
}

/** All models of the process: one chain per role, one breaker per model shared by all roles. */
export class Models {
  readonly #ids: Record<ModelRole, string[]>;
  readonly #breakers = new Map<string, ModelBreaker>();
  readonly #chains = new Map<ModelRole, RoleChain>();
  readonly #prices: Prices;
  readonly #openai;
  readonly #compatible;

  /** @param offline the in-process model that closes a role's chain; roles without one are served by rules */
  constructor(
    private readonly settings: ModelSettings,
    private readonly offline: Partial<Record<ModelRole, LanguageModelV4>>,
    private readonly limits: Partial<Record<ModelRole, ChainLimits>> = {},
  ) {
    this.#ids = parseChain(settings.aiChain);
    this.#prices = pricesWith(settings.aiPrices ?? {});
    const { openaiBaseUrl, compatible } = settings;
    const named = new Set(Object.values(this.#ids).flat());
    const asked = (provider: string) => [...named].some((id) => id.startsWith(`${provider}:`));
    if (asked("openai") && !settings.openaiApiKey) throw new ChainError("names openai, but OPENAI_API_KEY is not set");
    if (asked("compatible") && !compatible)
      throw new ChainError("names compatible, but AI_COMPATIBLE_BASE_URL is not set");
    const fetchFor = (provider: KeyedProvider, key: () => string | undefined) =>
      fetchWithKey(key, (tried) => settings.keyRefused?.(provider, tried) ?? Promise.resolve(false));
    this.#openai = createOpenAI({
      apiKey: () => settings.openaiApiKey ?? "",
      fetch: fetchFor("openai", () => settings.openaiApiKey),
      ...(openaiBaseUrl ? { baseURL: openaiBaseUrl } : {}),
    });
    this.#compatible = createOpenAICompatible({
      name: "compatible",
      baseURL: compatible?.baseUrl ?? "",
      includeUsage: true,
      supportsStructuredOutputs: compatible?.schemas ?? true,
      apiKey: () => settings.compatible?.apiKey ?? "",
      fetch: fetchFor("compatible", () => settings.compatible?.apiKey),
    });
    for (const role of modelRoles) if (role !== "embed" && role !== "rerank") this.#chains.set(role, this.#build(role));
    if (this.#ids.rerank.some((id) => id.startsWith("openai:")))
      throw new ChainError("openai has no model that reranks");
  }

  forRole(role: ModelRole): RoleChain {
    const chain = this.#chains.get(role);
    if (!chain) throw new ChainError(`no chain for ${role}`);
    return chain;
  }

  /** A budget with this deployment's prices. */
  account(allowance: Allowance): Account {
    return new Account(allowance, this.#prices);
  }

  /** Turns texts into vectors; the offline embedder closes the chain where it is named. */
  embedder(account: Account | null = null): EmbedChain {
    const candidates = this.#plain("embed", offlineEmbedder, (provider, name) =>
      provider === "openai" ? this.#openai.embedding(name) : this.#compatible.embeddingModel(name),
    );
    return new EmbedChain(new PlainChain(candidates, limitsOf.embed.totalMs, "embed", account));
  }

  /** Orders texts by how well they answer a query. OpenAI has no such model. */
  reranker(account: Account | null = null): RerankChain {
    const server = this.settings.compatible;
    const candidates = this.#plain("rerank", offlineReranker, (provider, name) =>
      provider === "compatible" && server ? compatibleReranker(server, name) : null,
    );
    return new RerankChain(new PlainChain(candidates, limitsOf.rerank.totalMs, "rerank", account));
  }

  #plain<Model>(
    role: "embed" | "rerank",
    offline: Model,
    make: (provider: string, name: string) => Model | null,
  ): PlainCandidate<Model>[] {
    return this.#ids[role].flatMap((id) => {
      if (id === "offline") return [{ id, model: offline, breaker: this.#breakerOf(id) }];
      const [provider = "", ...rest] = id.split(":");
      const model = make(provider, rest.join(":"));
      return model === null ? [] : [{ id, model, breaker: this.#breakerOf(id) }];
    });
  }

  #breakerOf(id: string): ModelBreaker {
    let breaker = this.#breakers.get(id);
    if (!breaker) this.#breakers.set(id, (breaker = new ModelBreaker()));
    return breaker;
  }

  /** How each configured provider's models did when last asked. */
  health(): ProviderHealth[] {
    return (["openai", "compatible"] as const).flatMap((name): ProviderHealth[] => {
      const own = [...this.#breakers].flatMap(([id, breaker]) => (id.startsWith(`${name}:`) ? [breaker] : []));
      if (own.length === 0) return [];
      const fit = own.filter((breaker) => breaker.available).length;
      if (fit < own.length) return [{ name, state: fit === 0 ? "resting" : "partly" }];
      return [{ name, state: own.some((breaker) => breaker.tried) ? "up" : "untried" }];
    });
  }

  #build(role: ModelRole): RoleChain {
    const ids = this.#ids[role];
    const candidates = ids.flatMap((id) => this.#candidate(id, role) ?? []);
    return {
      role,
      model: candidates.length > 0 ? new ModelChain(candidates, this.limits[role] ?? limitsOf[role], role) : null,
      configured: ids.filter((id) => id !== "offline"),
    };
  }

  #candidate(id: string, role: ModelRole): Candidate | null {
    if (id === "offline") {
      const model = this.offline[role];
      return model ? { id, model, breaker: new ModelBreaker() } : null;
    }
    const [provider = "", ...rest] = id.split(":");
    const name = rest.join(":");
    const breaker = this.#breakerOf(id);
    if (provider === "compatible") return { id, model: this.#compatible(name), breaker, prepare: withoutOwn };
    const thinks = role !== "judge" && /^(gpt-5|o\d)/.test(name);
    const prepare = (options: LanguageModelV4CallOptions) =>
      thinks ? thinkLittle(withoutOwn(options)) : withoutOwn(options);
    return { id, model: this.#openai(name), breaker, prepare };
  }
}
