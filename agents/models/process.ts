import { env } from "@/lib/platform/env";
import { secretRefused } from "@/lib/platform/secrets/current";
import { offlineBuyer } from "./offline/buyer/model";
import { Models, type ModelSettings } from "./registry";

const keyNames = { openai: "OPENAI_API_KEY", compatible: "AI_COMPATIBLE_API_KEY" } as const;

/** The settings models are made of; keys are asked for anew at each reading. */
export function modelSettings(): ModelSettings {
  const { aiChain, aiPrices, openaiBaseUrl } = env();
  return {
    aiChain,
    aiPrices,
    openaiBaseUrl,
    get openaiApiKey() {
      return env().openaiApiKey;
    },
    compatible: env().compatible,
    keyRefused: (provider, key) => secretRefused(keyNames[provider], key),
  };
}

const cache = Symbol.for("salesboost.models");

/** The models of this process, as its settings name them. On `globalThis`, so that there is one breaker per model. */
export function models(): Models {
  const holder: typeof globalThis & { [cache]?: Models } = globalThis;
  return (holder[cache] ??= new Models(modelSettings(), { speak: offlineBuyer({ paceMs: env().tokenPaceMs }) }));
}
