const encoder = new TextEncoder();

/** The bytes one turn has sent so far, and whoever reads along. Appending never waits for a reader. */
export class ByteLog {
  readonly #chunks: Uint8Array[] = [];
  readonly #readers = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #ended = false;

  get ended(): boolean {
    return this.#ended;
  }

  get readers(): number {
    return this.#readers.size;
  }

  append(text: string): void {
    if (this.#ended) return;
    const bytes = encoder.encode(text);
    this.#chunks.push(bytes);
    for (const reader of this.#readers) reader.enqueue(bytes);
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const reader of this.#readers) reader.close();
    this.#readers.clear();
  }

  /** Everything from the first byte, then what comes, until the end. Cancelling it cancels nothing else. */
  follow(): ReadableStream<Uint8Array> {
    let mine: ReadableStreamDefaultController<Uint8Array> | undefined;
    return new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const chunk of this.#chunks) controller.enqueue(chunk);
        if (this.#ended) return controller.close();
        mine = controller;
        this.#readers.add(controller);
      },
      cancel: () => {
        if (mine) this.#readers.delete(mine);
      },
    });
  }
}
