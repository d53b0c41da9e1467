import type { ExportPart } from "./privacy-export";

const lists = ["talks", "memories", "log"] as const;

/** The export as one JSON document, a piece at a time. */
export async function* jsonOf(parts: AsyncGenerator<ExportPart>): AsyncGenerator<string> {
  let open = -1;
  let first = true;
  function* upTo(list: number): Generator<string> {
    for (; open < list; open++) {
      yield `${open < 0 ? "" : "]"},${JSON.stringify(lists[open + 1])}:[`;
      first = true;
    }
  }
  for await (const part of parts) {
    if (part.kind === "head") {
      yield JSON.stringify(part.head).slice(0, -1);
      continue;
    }
    yield* upTo(lists.indexOf(part.kind));
    yield `${first ? "" : ","}${JSON.stringify(part.item)}`;
    first = false;
  }
  yield* upTo(lists.length - 1);
  yield "]}\n";
}

/** A text that is made while it is sent. A fault breaks the download off instead of ending it. */
export function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
