import { parseJsonEventStream, readUIMessageStream, uiMessageChunkSchema, type UIMessage } from "ai";

/** What the AI SDK's own client makes of a stream. Rejects when it cannot read it. */
export async function readMessage(stream: ReadableStream<Uint8Array>): Promise<UIMessage | undefined> {
  const parsed = parseJsonEventStream({ stream, schema: uiMessageChunkSchema });
  const chunks = parsed.pipeThrough(
    new TransformStream({
      transform: (part, controller) => {
        if (!part.success) throw part.error;
        controller.enqueue(part.value);
      },
    }),
  );
  let last: UIMessage | undefined;
  for await (const message of readUIMessageStream({ stream: chunks, terminateOnError: true })) last = message;
  return last;
}

/** The words of a message, one entry per text part. */
export const wordsOf = (message: UIMessage | undefined): string[] =>
  message?.parts.flatMap((part) => (part.type === "text" ? [part.text] : [])) ?? [];
