import type { UIMessageChunk } from "ai";
import type { TurnWriter } from "./ports";
import type { StreamData, StreamPartName } from "@/lib/contracts/stream";

/** How long words after the first clause may be gathered into one part. */
const gatherMs = 60;

const sse = (part: UIMessageChunk) => `data: ${JSON.stringify(part)}\n\n`;

/**
 * Turns a turn's parts into the AI SDK's UI message stream, as server-sent events. Parts written in one go leave as one chunk;
 * the first words of a text leave at once, later ones at most 60 ms later.
 */
export class SseTurnWriter implements TurnWriter {
  #out = "";
  #text: { id: string; delta: string } | null = null;
  readonly #open = new Set<string>();
  #soon = false;
  #later: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly append: (chunk: string) => void,
    messageId: string,
  ) {
    this.#part({ type: "start", messageId });
  }

  data<K extends StreamPartName>(name: K, data: StreamData[K]): void {
    this.#part({ type: `data-${name}`, data });
  }

  startStep(): void {
    this.#part({ type: "start-step" });
  }

  resetStep(): void {
    this.#text = null;
    this.#open.clear();
    this.#part({ type: "reset-step" });
  }

  finishStep(): void {
    this.#part({ type: "finish-step" });
  }

  text(id: string, delta: string): void {
    if (!this.#open.has(id)) {
      this.#open.add(id);
      this.#part({ type: "text-start", id });
      this.#part({ type: "text-delta", id, delta });
      return;
    }
    if (this.#text !== null && this.#text.id !== id) this.#gathered();
    this.#text = { id, delta: (this.#text?.delta ?? "") + delta };
    this.#later ??= setTimeout(() => this.#flush(), gatherMs);
  }

  textEnd(id: string): void {
    this.#part({ type: "text-end", id });
    this.#open.delete(id);
  }

  /** The end of the stream, with the mark clients wait for. */
  finish(): void {
    this.#part({ type: "finish" });
    this.#out += "data: [DONE]\n\n";
    this.#flush();
  }

  #part(part: UIMessageChunk): void {
    this.#gathered();
    this.#out += sse(part);
    if (this.#soon) return;
    this.#soon = true;
    queueMicrotask(() => this.#flush());
  }

  #gathered(): void {
    if (this.#text === null) return;
    const { id, delta } = this.#text;
    this.#text = null;
    this.#out += sse({ type: "text-delta", id, delta });
  }

  #flush(): void {
    clearTimeout(this.#later);
    this.#later = undefined;
    this.#soon = false;
    this.#gathered();
    if (this.#out === "") return;
    const chunk = this.#out;
    this.#out = "";
    this.append(chunk);
  }
}
