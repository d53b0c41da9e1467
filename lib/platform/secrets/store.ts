import type { SecretName, SecretProviderName } from "./names";
import { SecretsUnavailable, type Fetched, type SecretProvider, type Version } from "./provider";

type Outcome = "read" | "unchanged" | "rotated" | "absent" | "kept" | "refused";
type Occasion = "start" | "refresh" | "refused";

/** One look at a provider, for the log: names and versions, never values. */
export interface SecretsNote {
  provider: SecretProviderName;
  occasion: Occasion;
  outcome: "read" | "failed";
  names: { name: SecretName; outcome: Outcome; version?: string; ageS?: number; why?: string }[];
  /** what the provider said, when it failed */
  reason?: string;
}

export interface SecretsHealth {
  provider: SecretProviderName;
  /** fixed: from the environment, as they were at the start. stale: the last good values, since the provider fails */
  state: "fixed" | "fresh" | "stale";
  /** seconds since the provider last answered */
  ageS: number;
}

export interface StoreOptions {
  ttlMs: number;
  /** what the environment gives for a name that the provider does not have */
  base: Partial<Record<SecretName, string>>;
  /** what is wrong with a value, or null; it must not quote it */
  check: (name: SecretName, value: string) => string | null;
  note: (note: SecretsNote) => void;
  now?: () => number;
  /** waits between the tries at the start, in milliseconds */
  patienceMs?: readonly number[];
}

/** A value that a service would not take is looked up anew at most this often. */
const refusedEveryMs = 5_000;
/** The one wait of a request for a provider: for another credential than the one that was just refused. */
const refusedPatienceMs = 2_000;
const failedEveryMs = 15_000;

/** The only secret that may go away while the program runs: taking it away is how a rotation ends. */
const mayVanish = (name: SecretName) => name === "AUTH_SECRET_PREVIOUS";

/**
 * The secrets of this process as its provider last gave them. Reading never waits: what has grown old is fetched in the
 * background, and what was good stays while the provider fails. Knows no Node, so that the edge can hold one.
 */
export class SecretStore {
  readonly #values = new Map<SecretName, Version>();
  readonly #counts = new Map<string, { name: SecretName; outcome: Outcome | "failed"; count: number }>();
  readonly #now: () => number;
  #before: Fetched["before"];
  #flight: Promise<void> | null = null;
  #answeredAt = 0;
  #lookAgainAt = 0;
  /** looks that a refusal began, by the secret that was refused: whoever is refused meanwhile waits for the same one */
  readonly #looks = new Map<SecretName, { at: number; running: Promise<void> | null }>();
  #failing = false;

  constructor(
    private readonly provider: SecretProvider,
    private readonly names: readonly SecretName[],
    private readonly options: StoreOptions,
  ) {
    this.#now = options.now ?? Date.now;
  }

  /** The first look, which everything waits for. Throws SecretsUnavailable, saying what of which provider. */
  async open(): Promise<void> {
    const waits = this.options.patienceMs ?? [500, 1_000, 2_000, 4_000];
    for (const wait of [...waits, null]) {
      try {
        this.#take(await this.provider.read(this.names), "start");
        return;
      } catch (error) {
        this.#fail(error, "start");
        if (wait === null || (error instanceof SecretsUnavailable && !error.passing)) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  /** The value as last known. Starts a look at the provider when it is old, and does not wait for it. */
  read(name: SecretName): string | undefined {
    if (this.#now() >= this.#lookAgainAt) void this.refresh();
    return this.#values.get(name)?.value ?? this.options.base[name];
  }

  /** The auth secret of the version before this one, while sessions sealed with it may be alive. Milliseconds since 1970. */
  get before(): Fetched["before"] {
    return this.#before;
  }

  /** Where the provider looks, for messages. */
  get place(): string {
    return `${this.provider.name} (${this.provider.place})`;
  }

  /** Asks the provider now. Never throws: a failure leaves what was. Calls made meanwhile share one look. */
  refresh(occasion: Occasion = "refresh"): Promise<void> {
    this.#flight ??= this.provider
      .read(this.names)
      .then(
        (fetched) => this.#take(fetched, occasion),
        (error: unknown) => this.#fail(error, occasion),
      )
      .finally(() => {
        this.#flight = null;
      });
    return this.#flight;
  }

  /** A service would not take this value: looks whether there is another by now. */
  async refused(name: SecretName, value: string | undefined): Promise<boolean> {
    const known = this.#values.get(name)?.value ?? this.options.base[name];
    if (known !== value) return true;
    const running = this.#lookFor(name);
    if (!running) return false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, refusedPatienceMs)));
    await Promise.race([running, enough]);
    clearTimeout(timer);
    return this.#values.get(name)?.value !== undefined && this.#values.get(name)?.value !== value;
  }

  /** The look under way because this secret was refused, or a new one; null when the last was only just made. */
  #lookFor(name: SecretName): Promise<void> | null {
    const last = this.#looks.get(name);
    if (last?.running) return last.running;
    if (last && this.#now() - last.at < refusedEveryMs) return null;
    const look: { at: number; running: Promise<void> | null } = { at: this.#now(), running: null };
    look.running = this.refresh("refused").finally(() => (look.running = null));
    this.#looks.set(name, look);
    return look.running;
  }

  health(): SecretsHealth {
    const ageS = Math.round((this.#now() - this.#answeredAt) / 1000);
    return { provider: this.provider.name, state: this.#failing ? "stale" : "fresh", ageS };
  }

  /** How often each secret was read from the provider, and with what outcome. */
  counts(): { provider: SecretProviderName; name: SecretName; outcome: string; count: number }[] {
    return [...this.#counts.values()].map((one) => ({ provider: this.provider.name, ...one }));
  }

  /** Every value there is, for the settings. */
  all(): Partial<Record<SecretName, string>> {
    return { ...this.options.base, ...Object.fromEntries([...this.#values].map(([name, { value }]) => [name, value])) };
  }

  #take(fetched: Fetched, occasion: Occasion): void {
    const now = this.#now();
    const names = this.names.map((name) => {
      const found = fetched.values[name];
      const why = found ? this.options.check(name, found.value) : null;
      // At the start a bad value is taken: the settings refuse it together with everything else that is wrong.
      const outcome = why && occasion !== "start" ? ("refused" as const) : this.#keep(name, found);
      this.#count(name, outcome);
      const { version, madeAt } = this.#values.get(name) ?? {};
      return {
        name,
        outcome,
        ...(version && { version }),
        ...(madeAt && { ageS: Math.round((now - madeAt) / 1000) }),
        ...(why && { why }),
      };
    });
    this.#before = fetched.before;
    this.#answeredAt = now;
    this.#lookAgainAt = now + this.options.ttlMs;
    this.#failing = false;
    this.options.note({ provider: this.provider.name, occasion, outcome: "read", names });
  }

  #keep(name: SecretName, found: Version | undefined): Outcome {
    const known = this.#values.get(name);
    if (!found) {
      if (!known) return "absent";
      if (!mayVanish(name)) return "kept";
      this.#values.delete(name);
      return "absent";
    }
    this.#values.set(name, found);
    if (!known) return "read";
    return known.value === found.value ? "unchanged" : "rotated";
  }

  #fail(error: unknown, occasion: Occasion): void {
    this.#failing = true;
    this.#lookAgainAt = this.#now() + Math.min(this.options.ttlMs, failedEveryMs);
    for (const name of this.names) this.#count(name, "failed");
    this.options.note({
      provider: this.provider.name,
      occasion,
      outcome: "failed",
      names: this.names.map((name) => ({ name, outcome: this.#values.has(name) ? "kept" : "absent" })),
      // Anything but our own words might quote a value.
      reason: error instanceof SecretsUnavailable ? error.message : "the provider's answer could not be used",
    });
  }

  #count(name: SecretName, outcome: Outcome | "failed"): void {
    const key = `${name} ${outcome}`;
    const line = this.#counts.get(key) ?? { name, outcome, count: 0 };
    line.count += 1;
    this.#counts.set(key, line);
  }
}

const slot = Symbol.for("salesboost.secrets");

/**
 * Where a process keeps its store. Next runs the edge middleware in a sandbox of the same process, with a copy of the environment
 * that never changes; `performance` is one of the few objects it shares with the rest. On a host whose edge is elsewhere there is
 * no store, and what the edge cannot open is decided behind it.
 */
const shelf: Performance & { [slot]?: SecretStore } = performance;

export function heldSecrets(): SecretStore | undefined {
  return shelf[slot];
}

export function holdSecrets(store: SecretStore | undefined): void {
  if (store) shelf[slot] = store;
  else delete shelf[slot];
}
