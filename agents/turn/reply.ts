import { promptCanary } from "@/agents/buyer/prompt";
import type { GateHit, GateRules } from "@/agents/guard/gate";
import { gateRules } from "@/agents/guard/rules";
import { safeLine } from "@/agents/guard/safe";
import { notesOf, readBy } from "@/agents/tools/notes";
import { review } from "@/agents/review/review";
import { report } from "@/lib/platform/observe/signals";
import type { ReviewFinding } from "@/agents/review/rules";
import type { ReplyReview } from "@/lib/contracts/fidelity";
import type { SpeakerView } from "@/lib/contracts/speaker";
import type { ReplyPlan } from "@/lib/contracts/state";
import { personaOf, viewFor, type SpeakContext } from "./context";
import type { ClaimedTurn, SpokenReply, TurnPorts, TurnWriter } from "./ports";
import { ClauseRelease } from "./release";
import type { EventOf, TurnEffect, TurnState } from "./state";

interface Heard {
  opened(): void;
  released(): void;
}

type Effect = Extract<TurnEffect, { type: "speak" | "speak_safe" }>;

/** One buyer's place on the stream, over all its tries. */
interface Place {
  speakerId: string;
  messageId: string;
  textId: string;
  /** words the reader has of the present try */
  shown: string;
  textOpen: boolean;
  reworded: boolean;
  withheld: SpokenReply["withheld"];
  /** one for each try that came so far */
  reviews: ReplyReview[];
}

/** Says what the machine has decided is to be said: one buyer after another, through the gate, onto the stream. */
export class ReplySpeaker {
  #place: Place | null = null;
  #release: ClauseRelease | null = null;
  readonly #reviews = new Map<string, ReplyReview[]>();

  constructor(
    private readonly claimed: ClaimedTurn,
    private readonly ports: TurnPorts,
    private readonly writer: TurnWriter,
    private readonly signal: AbortSignal,
  ) {}

  /** One try by the model. Rejects when no model can speak, when one breaks off, and when the reader stops it. */
  async speak(
    effect: Extract<TurnEffect, { type: "speak" }>,
    context: SpeakContext,
    heard: Heard,
  ): Promise<EventOf<"spoken"> | EventOf<"gate_hit">> {
    const place = this.#open(effect, context);
    const persona = personaOf(this.claimed, effect.plan.speakerId);
    const view = viewFor(this.claimed, effect.plan, context, effect.correction ?? undefined);
    const abort = new AbortController();
    const stop = () => abort.abort(this.signal.reason);
    this.signal.addEventListener("abort", stop, { once: true });
    if (this.signal.aborted) stop();
    const events = this.ports.speak(view, abort.signal)[Symbol.asyncIterator]();
    // The model is on its way: the rules are worked out while it thinks.
    const first = events.next();
    first.catch(() => undefined);
    const gate: { stopped: { hit: GateHit; text: string } | null } = { stopped: null };
    let fresh = "";
    const release = new ClauseRelease({
      rules: this.#rules(view, context),
      names: [persona.name, ...persona.calledBy],
      release: (text) => {
        fresh += text;
        if (effect.replace) return;
        this.#write(place, text);
        heard.released();
      },
      withhold: (found, text) => {
        gate.stopped = { hit: found, text };
        abort.abort(new Error("withheld by the gate"));
      },
    });
    this.#release = release;
    heard.opened();
    try {
      const end = await this.#listen(events, first, release, () => gate.stopped !== null);
      if (gate.stopped === null && end !== null) {
        if (effect.replace) this.#replace(place, fresh);
        else this.#endText(place);
        return { type: "spoken", reply: this.#reply(effect.plan, place, end) };
      }
    } catch (error) {
      // The model's complaint about being cut off by the gate is no news.
      if (gate.stopped === null) throw error;
    } finally {
      release.stop();
      this.signal.removeEventListener("abort", stop);
    }
    return this.#withheld(place, gate.stopped);
  }

  async #listen(
    events: AsyncIterator<SpeakEventOf>,
    first: Promise<IteratorResult<SpeakEventOf>>,
    release: ClauseRelease,
    isHit: () => boolean,
  ): Promise<EndEvent | null> {
    for (let next = await first; !next.done; next = await events.next()) {
      if (isHit()) break;
      const event = next.value;
      if (event.type === "text") {
        release.push(event.text);
        continue;
      }
      release.end();
      return isHit() ? null : event;
    }
    await events.return?.();
    return null;
  }

  /** A harmless line of the buyer's own, when no try passed. */
  speakSafe(effect: Extract<TurnEffect, { type: "speak_safe" }>, context: SpeakContext): SpokenReply {
    const place = this.#open(effect, context);
    const view = viewFor(this.claimed, effect.plan, context);
    const persona = personaOf(this.claimed, effect.plan.speakerId);
    const prefix = this.claimed.bundle.personas.length > 1 ? `${persona.id}/` : "";
    const line = safeLine(persona, effect.plan, this.#rules(view, context), context.conversation.usedLines, prefix);
    if (effect.replace) this.#replace(place, line.text);
    else {
      this.#write(place, line.text);
      this.#endText(place);
    }
    place.reviews.push({ by: "rules", code: null });
    const usage = { inputTokens: 0, outputTokens: 0 };
    const end = { type: "end", model: "safe", degraded: false, usedLines: line.usedLines, usage } as const;
    return { ...this.#reply(effect.plan, place, end), failed: true };
  }

  /** Reads a whole reply while its reader does; one that will be said anew is kept on record as it was. */
  async review(reply: SpokenReply, context: SpeakContext): Promise<ReviewFinding | null> {
    const notes = [...(context.notes ?? []), ...notesOf(reply.tools)];
    const passages = [...context.passages, ...readBy(reply.tools)];
    const view = viewFor(this.claimed, reply.plan, { ...context, notes, passages });
    // What the offline buyer says was written and approved by people: a model's doubt of it helps nobody.
    const reviewer = reply.model === "offline" ? null : (this.ports.reviewer ?? null);
    const { finding, by } = await review(reply.text, view, this.signal, reviewer);
    const place = this.#place;
    place?.reviews.push({ by, code: finding?.code ?? null, ...(finding?.detail ? { detail: finding.detail } : {}) });
    if (finding !== null) {
      report({ kind: "gate", by: "review", code: finding.code });
      place?.withheld.push({ code: finding.code, text: reply.text });
    }
    return finding;
  }

  /** How each try of a reply that stands was judged. */
  reviewsOf(messageId: string): ReplyReview[] {
    return this.#reviews.get(messageId) ?? [];
  }

  /** Takes back what the reader has of this reply. */
  reset(): void {
    const place = this.#place;
    if (place === null) return;
    this.#release?.stop();
    this.writer.resetStep();
    if (place.shown !== "") place.reworded = true;
    place.shown = "";
    place.textOpen = false;
  }

  /** The reply stands. */
  close(): void {
    if (this.#place === null) return;
    const { speakerId, messageId } = this.#place;
    this.writer.data("speaker-end", { speaker: speakerId, messageId });
    this.writer.finishStep();
    this.#place = null;
  }

  /** Ends the text where it is; for a turn that goes no further. */
  stop(): void {
    this.#release?.stop();
    if (this.#place) this.#endText(this.#place);
  }

  /** Words the reader has seen, of replies finished and unfinished. */
  partial(state: TurnState): { speakerId: string; messageId: string; text: string }[] {
    const done = "replies" in state ? state.replies : [];
    const finished = done.map(({ speakerId, messageId, text }) => ({ speakerId, messageId, text }));
    const place = this.#place;
    if (place === null || place.shown === "" || finished.some((one) => one.messageId === place.messageId))
      return finished;
    return [...finished, { speakerId: place.speakerId, messageId: place.messageId, text: place.shown }];
  }

  #open(effect: Effect, context: SpeakContext): Place {
    const { speakerId } = effect.plan;
    let place = this.#place;
    if (place === null) {
      const messageId = `${this.claimed.turnId}.${effect.index + 1}`;
      const textId = `${speakerId}:${messageId}`;
      place = { speakerId, messageId, textId, shown: "", textOpen: false, reworded: false, withheld: [], reviews: [] };
      this.#place = place;
      this.#reviews.set(messageId, place.reviews);
      this.writer.startStep();
    }
    if (!effect.replace) {
      const number = this.claimed.traineeMessage.number + 1 + context.replies.length;
      this.writer.data("speaker-start", { speaker: speakerId, messageId: place.messageId, number });
    }
    return place;
  }

  #write(place: Place, text: string): void {
    place.shown += text;
    place.textOpen = true;
    this.writer.text(place.textId, text);
  }

  #endText(place: Place): void {
    if (!place.textOpen) return;
    place.textOpen = false;
    this.writer.textEnd(place.textId);
  }

  #replace(place: Place, text: string): void {
    place.shown = text;
    place.reworded = true;
    this.writer.data("reply-replace", { messageId: place.messageId, text });
  }

  #withheld(place: Place, found: { hit: GateHit; text: string } | null): EventOf<"gate_hit"> {
    if (found === null) throw new Error("a reply ended without an end");
    report({ kind: "gate", by: "rules", code: found.hit.code });
    place.withheld.push({ code: found.hit.code, text: found.text });
    place.reviews.push({ by: "rules", code: found.hit.code });
    return { type: "gate_hit", correction: { code: found.hit.code } };
  }

  #reply(plan: ReplyPlan, place: Place, end: EndEvent): SpokenReply {
    const { speakerId, messageId, shown, reworded, withheld } = place;
    const { type: _type, ...made } = end;
    return { speakerId, messageId, plan, text: shown, ...made, reworded, withheld: [...withheld], failed: false };
  }

  #rules(view: SpeakerView, context: SpeakContext): GateRules {
    const { bundle } = this.claimed;
    const canary = promptCanary(view.seed);
    const instructions = this.ports.instructions?.(view) ?? null;
    return gateRules({ bundle, state: context.conversation, view, instructions, canary });
  }
}

type SpeakEventOf = ReturnType<TurnPorts["speak"]> extends AsyncIterable<infer E> ? E : never;
type EndEvent = Extract<SpeakEventOf, { type: "end" }>;
