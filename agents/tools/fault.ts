import type { toolFailures } from "@/lib/contracts/tools";

/** Thrown by a tool that knows why it cannot answer: the reason stands in the record of the call. */
export class ToolFault extends Error {
  constructor(
    readonly reason: (typeof toolFailures)[number],
    cause?: unknown,
  ) {
    super(reason, { cause });
    this.name = "ToolFault";
  }
}
