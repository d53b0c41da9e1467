import { BrokenReply } from "@/agents/buyer/speak";
import { advance } from "@/agents/buyer/advance";
import { moods } from "@/agents/buyer/mood";
import type { ConversationState } from "@/lib/contracts/state";
import { AppError } from "@/lib/platform/errors";
import { report } from "@/lib/platform/observe/signals";
import { inSpan, type Facts } from "@/lib/platform/observe/spans";
import { begin, transition } from "./machine";
import type { ClaimedTurn, TurnPorts, TurnWriter } from "./ports";
import { ReplySpeaker } from "./reply";
import type { At, TurnEffect, TurnEvent, TurnState } from "./state";

/** Longest a whole turn may take, corrections and fallbacks included. */
const longestTurnMs = 100_000;

export interface RunOptions {
  requestId: string;
  /** told of what went wrong inside, for the log */
  onError?: (error: unknown, code: string) => void;
}

type Outcome = Extract<TurnEvent, { type: "interrupted" | "failed" }>;

/** Why a turn could not go on: stopped by its reader, let down by a model, or failed on our side. */
function outcomeOf(error: unknown, signal: AbortSignal, overdue: boolean): Outcome {
  if (overdue) return { type: "interrupted", code: "model_unavailable", by: "fault" };
  if (signal.aborted) return { type: "interrupted", code: "stopped", by: "reader" };
  if (error instanceof BrokenReply) return { type: "interrupted", code: "model_unavailable", by: "fault" };
  if (error instanceof AppError) {
    if (error.code === "model_unavailable") return { type: "interrupted", code: error.code, by: "fault" };
    return { type: "failed", code: error.code };
  }
  return { type: "failed", code: "internal" };
}

/** What a trace may know of an effect: which try it is, and which rule asked for it. */
function factsOf(effect: TurnEffect): Facts {
  const facts: Facts = { "salesboost.step": effect.type };
  if ("index" in effect) facts["salesboost.reply"] = effect.index + 1;
  if (effect.type === "speak") facts["salesboost.correction"] = effect.correction?.code;
  if (effect.type === "unsettle") facts["salesboost.outcome"] = effect.code;
  return facts;
}

/** Performs the effects of one turn, in order, and tells the machine what came of each. */
class TurnRun {
  #state: TurnState;
  readonly #queue: TurnEffect[];
  readonly #speaker: ReplySpeaker;
  #checkpoint: Promise<unknown> = Promise.resolve();
  readonly #began = performance.now();
  #firstMs: number | undefined;

  constructor(
    private readonly claimed: ClaimedTurn,
    private readonly ports: TurnPorts,
    private readonly writer: TurnWriter,
    private readonly signal: AbortSignal,
    private readonly options: RunOptions,
  ) {
    const [state, effects] = begin(claimed.turnId, claimed.turn);
    this.#state = state;
    this.#queue = effects;
    this.#speaker = new ReplySpeaker(claimed, ports, writer, signal);
  }

  async play(overdue: () => boolean): Promise<void> {
    const { turnId, turn, traineeMessage } = this.claimed;
    this.writer.data("turn-start", { turnId, turn, message: traineeMessage });
    for (let effect = this.#queue.shift(); effect !== undefined; effect = this.#queue.shift()) {
      try {
        await this.#step(effect);
      } catch (error) {
        const outcome = outcomeOf(error, this.signal, overdue());
        if (outcome.type === "failed" || outcome.by === "fault") this.options.onError?.(error, outcome.code);
        this.#speaker.stop();
        this.#queue.length = 0;
        this.#tell(outcome);
      }
    }
    const { node } = this.#state;
    const outcome = node === "interrupted" && this.#state.by === "reader" ? "stopped" : node;
    report({ kind: "turn", outcome, firstMs: this.#firstMs, ms: performance.now() - this.#began });
  }

  /** Performs one effect as a step of the turn's trace. */
  #step(effect: TurnEffect): Promise<void> {
    if (effect.type === "speak_safe") report({ kind: "correction", exhausted: true });
    if (effect.type === "speak" && effect.correction !== null) report({ kind: "correction", exhausted: false });
    return inSpan(effect.type, factsOf(effect), () => this.#perform(effect));
  }

  #tell(event: TurnEvent): void {
    const [state, effects] = transition(this.#state, event);
    this.#state = state;
    this.#queue.push(...effects);
  }

  /** The machine's state, known to have been advanced. */
  #advanced(): At<"advanced"> | At<"grounded"> | At<"speaking"> | At<"reviewed"> | At<"coached"> {
    const state = this.#state;
    if ("conversation" in state && state.node !== "settled") return state;
    throw new Error(`a turn that is ${state.node} has no conversation`);
  }

  async #perform(effect: TurnEffect): Promise<void> {
    switch (effect.type) {
      case "perceive":
        return this.#tell({ type: "perceived", perception: await this.ports.perceive(this.claimed, this.signal) });
      case "advance": {
        const { bundle, state: before, turn, text, traineeMessage, now } = this.claimed;
        const input = { turn, messageId: traineeMessage.id, text, perception: effect.perception, now };
        const { state, plans } = advance(bundle, before, input);
        return this.#tell({ type: "advanced", conversation: state, plans });
      }
      case "ground":
        if (effect.index > 0) this.#speaker.close();
        return this.#ground(effect);
      case "speak":
        return this.#speak(effect);
      case "speak_safe":
        this.#tell({ type: "opened" });
        return this.#tell({ type: "spoken", reply: this.#speaker.speakSafe(effect, this.#context()) });
      case "review":
        return this.#review(effect);
      case "reset_step":
        return this.#speaker.reset();
      case "checkpoint":
        // Not awaited: it is written while the buyer speaks. Its failure shows before the turn is settled.
        this.#checkpoint = this.ports.checkpoint(this.claimed, effect.at, this.#conversation());
        this.#checkpoint.catch(() => undefined);
        return;
      case "coach":
        this.#speaker.close();
        return this.#tell({ type: "coached" });
      case "settle":
        return this.#settle();
      case "unsettle":
        return this.#unsettle(effect);
    }
  }

  #conversation(): ConversationState {
    return this.#advanced().conversation;
  }

  #context() {
    const state = this.#advanced();
    const { passages, notes } = "passages" in state ? state : { passages: [], notes: [] };
    return { conversation: state.conversation, replies: state.replies, passages, notes };
  }

  async #ground({ plan }: Extract<TurnEffect, { type: "ground" }>): Promise<void> {
    const [passages, notes] = await Promise.all([
      this.ports.ground(this.claimed, plan),
      this.ports.consult?.(this.claimed, this.signal),
    ]);
    this.#tell({ type: "grounded", passages, notes });
  }

  async #speak(effect: Extract<TurnEffect, { type: "speak" }>): Promise<void> {
    const told = await this.#speaker.speak(effect, this.#context(), {
      opened: () => this.#tell({ type: "opened" }),
      released: () => this.#tellReleased(),
    });
    this.#tell(told);
  }

  /** A released clause may ask for the checkpoint, which must not wait for the end of speech. */
  #tellReleased(): void {
    this.#firstMs ??= performance.now() - this.#began;
    const before = this.#queue.length;
    this.#tell({ type: "released" });
    for (const effect of this.#queue.splice(before)) void this.#step(effect);
  }

  async #review(effect: Extract<TurnEffect, { type: "review" }>): Promise<void> {
    const finding = await this.#speaker.review(effect.reply, this.#context());
    if (finding === null) return this.#tell({ type: "reviewed", verdict: { ok: true } });
    const correction = { code: finding.code, avoid: finding.detail };
    this.#tell({ type: "reviewed", verdict: { ok: false, correction } });
  }

  async #settle(): Promise<void> {
    const { claimed, writer } = this;
    const { conversation, replies: spoken, perception } = this.#advanced();
    const replies = spoken.map((reply) => ({ ...reply, reviews: this.#speaker.reviewsOf(reply.messageId) }));
    await this.#checkpoint;
    this.signal.throwIfAborted();
    const settled = { claimed, perception, state: conversation, replies, calls: this.ports.calls?.() };
    const { messages } = await this.ports.settle(settled);
    this.#tell({ type: "settled" });
    const degraded = replies.find((reply) => reply.degraded);
    if (degraded) writer.data("degraded-notice", { model: degraded.model, because: degraded.because ?? "fault" });
    for (const flag of perception.flags) {
      writer.data("compliance-flag", { messageId: claimed.traineeMessage.id, flag });
    }
    // Messages are numbered from 1 without gaps, so the transcript's order gives the earlier numbers.
    const earlier = claimed.transcript.map(({ turn, speaker }, i) => ({ turn, speaker, number: i + 1 }));
    writer.data("state-update", {
      stage: conversation.stage,
      moods: moods(conversation, [...earlier, ...messages]),
      turn: conversation.turn,
      turnsLeft: Math.max(0, claimed.bundle.scenario.maxTurns - conversation.turn),
    });
    const { outcome, endReason } = conversation;
    writer.data("turn-end", { turnId: claimed.turnId, outcome, endReason });
  }

  async #unsettle({ status, code }: Extract<TurnEffect, { type: "unsettle" }>): Promise<void> {
    const { claimed, writer, options } = this;
    try {
      await this.#checkpoint.catch(() => undefined);
      const partial = this.#speaker.partial(this.#state);
      await this.ports.unsettle({ claimed, status, code, partial, calls: this.ports.calls?.() });
    } catch (error) {
      // The turn's lease runs out by itself; the reader is told either way.
      options.onError?.(error, "unsettle");
    }
    writer.data("turn-fail", { turnId: claimed.turnId, status, code, requestId: options.requestId });
  }
}

/**
 * Plays one claimed turn to its end: settled, or stored as interrupted, stopped or failed. Never rejects, never hangs longer
 * than the turn's clock allows, and writes everything the reader sees to `writer`. Aborting `signal` is the reader's stop.
 */
export async function run(
  claimed: ClaimedTurn,
  ports: TurnPorts,
  writer: TurnWriter,
  signal: AbortSignal,
  options: RunOptions = { requestId: "" },
): Promise<void> {
  // A signal of our own: composed and timed signals would keep the whole turn in memory until the clock runs out.
  const abort = new AbortController();
  const stop = () => abort.abort(signal.reason);
  let overdue = false;
  const clock = setTimeout(() => {
    overdue = !abort.signal.aborted;
    abort.abort(new Error("the turn took too long"));
  }, longestTurnMs);
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  try {
    const turn = new TurnRun(claimed, ports, writer, abort.signal, options);
    await inSpan("turn", { "salesboost.turn": claimed.turn }, () => turn.play(() => overdue));
  } finally {
    clearTimeout(clock);
    signal.removeEventListener("abort", stop);
  }
}
