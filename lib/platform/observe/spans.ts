/** Facts of a step for a trace: numbers, and words that code has. Never what people wrote, never who they are. */
export type Facts = Record<string, string | number | boolean | undefined>;

/** One step of a trace that is going on. */
export interface Span {
  set(facts: Facts): void;
  /** says that it failed, by the kind of error alone */
  fail(error: unknown): void;
  end(): void;
}

/** Whoever keeps traces: put in place by `telemetry` when an endpoint is set, and absent otherwise. */
export interface Tracer {
  /** a step under what runs now; it is current while `work` runs and ends with it */
  within<T>(name: string, facts: Facts, work: (span: Span) => T): T;
  /** a step under what runs now that its owner ends */
  open(name: string, facts: Facts): Span;
  /** headers that let another process go on with what runs now */
  carry(): Record<string, string>;
  /** runs `work` as a part of the trace that these headers name */
  continued<T>(headers: Record<string, string>, work: () => T): T;
  flush(): Promise<void>;
}

const slot = Symbol.for("salesboost.tracer");
const holder: typeof globalThis & { [slot]?: Tracer } = globalThis;

const silent: Span = { set: () => {}, fail: () => {}, end: () => {} };

/** Keeps traces with `tracer` from now on. */
export function traceWith(tracer: Tracer): void {
  holder[slot] = tracer;
}

/** Runs `work` as one step of the current trace; without a tracer it just runs. */
export function inSpan<T>(name: string, facts: Facts, work: (span: Span) => T): T {
  const tracer = holder[slot];
  return tracer ? tracer.within(name, facts, work) : work(silent);
}

/** A step that outlives the call which opens it: its owner ends it. */
export function openSpan(name: string, facts: Facts): Span {
  return holder[slot]?.open(name, facts) ?? silent;
}

/** What another process needs to go on with this trace; empty without a tracer. */
export function traceHeaders(): Record<string, string> {
  return holder[slot]?.carry() ?? {};
}

/** Runs `work` within the trace of somebody who has passed on their `traceHeaders`. */
export function withTrace<T>(headers: Record<string, string>, work: () => T): T {
  const tracer = holder[slot];
  return tracer ? tracer.continued(headers, work) : work();
}

/** Sends what was kept and not sent yet; for shutting down. */
export async function flushSpans(): Promise<void> {
  await holder[slot]?.flush();
}
