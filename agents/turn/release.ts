import { ClauseSplitter, longestWaitMs } from "@/agents/guard/clauses";
import { Gate, type GateHit, type GateRules } from "@/agents/guard/gate";

interface ReleaseOptions {
  rules: GateRules;
  /** names that a model may put before its own speech as a label */
  names: readonly string[];
  /** a clause that passed, in order; never called after `withhold` */
  release(text: string): void;
  /** the gate's verdict on words not released; called once, nothing follows it */
  withhold(hit: GateHit, text: string): void;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/**
 * Between a model and a reader: text goes in as it comes, clauses come out once the gate has seen all text so far. A clause
 * waits for its end at most 80 characters or 400 ms; one that ends in the beginning of something forbidden waits for the next.
 */
export class ClauseRelease {
  readonly #splitter = new ClauseSplitter();
  readonly #label: RegExp;
  readonly #gate: Gate;
  #released = "";
  #checked = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor(private readonly options: ReleaseOptions) {
    this.#gate = new Gate(options.rules);
    this.#label = new RegExp(
      String.raw`^\s*(?:\*\*)?(?:${options.names.map(escape).join("|")})(?:\*\*)?\s*[:：]\s*`,
      "iu",
    );
  }

  /** All that the reader has. */
  get released(): string {
    return this.#released;
  }

  push(text: string): void {
    if (this.#over || text === "") return;
    const clause = this.#splitter.take(text);
    if (clause !== "") {
      this.#checked += clause;
      this.#tryRelease(false);
    }
    if (!this.#over && this.#timer === undefined) this.#timer = setTimeout(() => this.#waited(), longestWaitMs);
  }

  /** The model is done: judges and releases the rest. */
  end(): void {
    if (this.#over) return;
    this.#checked = (this.#checked + this.#splitter.rest()).trimEnd();
    this.#tryRelease(true);
    this.stop();
  }

  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  #waited(): void {
    this.#timer = undefined;
    if (this.#over) return;
    const part = this.#splitter.force();
    this.#checked += part;
    if (part !== "") this.#tryRelease(false);
    if (!this.#over && this.#splitter.held !== "") this.#timer = setTimeout(() => this.#waited(), longestWaitMs);
  }

  #tryRelease(complete: boolean): void {
    if (this.#released === "") this.#checked = this.#checked.replace(this.#label, "").trimStart();
    if (this.#checked === "") return;
    const text = this.#released + this.#checked;
    const hit = this.#gate.check(text, complete);
    if (hit !== null) {
      this.stop();
      this.options.withhold(hit, text);
      return;
    }
    if (!complete && this.#gate.mustWait()) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const out = this.#checked;
    this.#released = text;
    this.#checked = "";
    this.options.release(out);
  }
}
