/** Work that outlives its request, such as a reply being spoken, and whether this process is going down. */
interface Drain {
  running: Set<Promise<unknown>>;
  closing: boolean;
}

const slot = Symbol.for("salesboost.drain");

function drain(): Drain {
  const holder: typeof globalThis & { [slot]?: Drain } = globalThis;
  return (holder[slot] ??= { running: new Set(), closing: false });
}

/** Lets a shutdown wait for `work`. Its outcome stays its owner's business. */
export function holdOpen(work: Promise<unknown>): void {
  const { running } = drain();
  const settled: Promise<unknown> = work.then(
    () => running.delete(settled),
    () => running.delete(settled),
  );
  running.add(settled);
}

/** True once the process was told to stop: it finishes what runs and is no longer ready for more. */
export function isClosing(): boolean {
  return drain().closing;
}

/** Says from now on that this process is not ready for more; it answers all the same. */
export function beginClosing(): void {
  drain().closing = true;
}

/** Stops being ready and waits until nothing runs any more, at most `graceMs`. Returns how much was cut off. */
export async function closeGently(graceMs: number): Promise<number> {
  const state = drain();
  beginClosing();
  let patient = true;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      patient = false;
      resolve();
    }, graceMs);
  });
  // What began meanwhile is waited for as well: a reply asked for just before the door closed.
  while (state.running.size > 0 && patient) await Promise.race([Promise.all(state.running), patience]);
  clearTimeout(timer);
  return state.running.size;
}
