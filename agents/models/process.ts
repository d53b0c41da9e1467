import { env } from "@/lib/platform/env";
import { offlineBuyer } from "./offline/buyer/model";
import { Models } from "./registry";

const cache = Symbol.for("salesboost.models");

/** The models of this process, as its settings name them. On `globalThis`, so that there is one breaker per model. */
export function models(): Models {
  const holder: typeof globalThis & { [cache]?: Models } = globalThis;
  return (holder[cache] ??= new Models(env(), { speak: offlineBuyer({ paceMs: env().tokenPaceMs }) }));
}
