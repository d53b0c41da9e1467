import { SharedWindows, type SharedOptions } from "./shared";
import { SlidingWindows, type Budget, type Verdict } from "./windows";

/** What is left after this use. `degraded`: counted by this process alone, since the shared store is down. */
export interface LimitState extends Verdict {
  degraded: boolean;
}

export interface NamedBudget extends Budget {
  /** keys of one name are counted together, those of another apart */
  name: string;
  /** held at a quarter while the store is down: what it guards costs money or opens doors */
  strict?: boolean;
}

const quarter = ({ points, seconds }: Budget): Budget => ({ points: Math.max(1, Math.floor(points / 4)), seconds });

/**
 * Holds budgets: in Redis for all instances when there is one, else in this process. While Redis is down each process holds
 * them by itself, what is strict at a quarter, and says that it does.
 */
export class Limiter {
  readonly #local = new Map<string, SlidingWindows>();
  readonly #shared: SharedWindows | null;

  constructor(shared: SharedOptions | null) {
    this.#shared = shared && new SharedWindows(shared);
  }

  /** The shared store is configured and left alone because it failed. */
  get degraded(): boolean {
    return this.#shared?.resting ?? false;
  }

  /** Uses one unit of the key's budget, when one is left. */
  async take(key: string, budget: NamedBudget): Promise<LimitState> {
    const told = await this.#shared?.take(key, budget);
    if (told) return { ...told, degraded: false };
    const alone = this.#shared !== null;
    const held = alone && budget.strict ? quarter(budget) : budget;
    return { ...this.#windowsOf(budget.name, held).take(key), degraded: alone };
  }

  #windowsOf(name: string, budget: Budget): SlidingWindows {
    const size = `${name} ${budget.points}/${budget.seconds}`;
    const windows = this.#local.get(size) ?? new SlidingWindows(budget);
    this.#local.set(size, windows);
    return windows;
  }
}
