import { log } from "@/lib/platform/log";
import { listen, type Signal } from "./signals";

const whole = (ms: number | undefined) => (ms === undefined ? undefined : Math.round(ms));

function line(signal: Signal): void {
  switch (signal.kind) {
    case "model": {
      const { kind, role, model, outcome, firstMs, ms, inputTokens, outputTokens } = signal;
      const told = {
        kind,
        role,
        model,
        outcome,
        firstMs: whole(firstMs),
        latencyMs: whole(ms),
        inputTokens,
        outputTokens,
      };
      // what runs in this process is as quick as it is, and says so in every turn
      if (model === "offline") log.debug(told, "model call");
      else log.info(told, "model call");
      return;
    }
    case "turn": {
      const { kind, outcome, firstMs, ms } = signal;
      log.info({ kind, outcome, firstMs: whole(firstMs), latencyMs: whole(ms) }, "turn");
      return;
    }
    case "job": {
      const { kind, queue, outcome, ms } = signal;
      log.info({ kind, queue, outcome, latencyMs: whole(ms) }, "job");
      return;
    }
    default: // requests tell of themselves; the rest is for counting
  }
}

/** Writes a line for each call of a model, turn and job. Request id, tenant and pseudonym come with the scene it happens in. */
export function logSignals(): void {
  listen("log", line);
}
