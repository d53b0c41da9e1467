import type {
  LanguageModelV4CallOptions,
  LanguageModelV4Message,
  LanguageModelV4ReasoningPart,
  LanguageModelV4StreamPart,
  LanguageModelV4TextPart,
  LanguageModelV4ToolCallPart,
  LanguageModelV4ToolResultPart,
  SharedV4ProviderMetadata,
} from "@ai-sdk/provider";
import type { ToolResult } from "@/lib/contracts/tools";
import { callTool, type TurnTools } from "./call";
import type { Offer } from "./offer";

type Piece = LanguageModelV4TextPart | LanguageModelV4ReasoningPart | LanguageModelV4ToolCallPart;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json === "" ? "{}" : json);
  } catch {
    return json;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** What a refused or failed call is answered with: why, and that words are now due. */
function excuse(result: Exclude<ToolResult, { outcome: "ok" }>): string {
  const detail = "detail" in result && result.detail ? ` (${result.detail})` : "";
  return `${result.outcome}: ${result.reason}${detail}. Go on without it and write your message.`;
}

/**
 * One model's side of asking for tools: what it wrote and called in a step, and the answers it gets. Both go back to it with the
 * next step, thinking included, since some providers take no call without it.
 */
export class Exchange {
  /** all steps so far, as the next call takes them */
  readonly messages: LanguageModelV4Message[] = [];
  #pieces: Piece[] = [];
  #open = new Map<string, LanguageModelV4TextPart | LanguageModelV4ReasoningPart>();
  #called: { part: LanguageModelV4ToolCallPart; input: unknown }[] = [];

  constructor(
    private readonly tools: TurnTools,
    private readonly offer: Offer,
    /** puts a result between marks: it is data */
    private readonly enclose: (text: string) => string,
  ) {}

  /** How the tools are put to a model: to choose from while calls are left, else only to know what was called. */
  options(): Pick<LanguageModelV4CallOptions, "tools" | "toolChoice"> {
    return { tools: this.offer.tools, toolChoice: { type: this.tools.left > 0 ? "auto" : "none" } };
  }

  /** Whether the step just read called anything. */
  get isAsked(): boolean {
    return this.#called.length > 0;
  }

  /** Takes note of a part of the present step. */
  read(part: LanguageModelV4StreamPart): void {
    switch (part.type) {
      case "text-start":
      case "reasoning-start":
        return this.#begin(part.type === "text-start" ? "text" : "reasoning", part.id, part.providerMetadata);
      case "text-delta":
      case "reasoning-delta": {
        const piece = this.#open.get(part.id);
        if (piece) piece.text += part.delta;
        return;
      }
      case "text-end":
      case "reasoning-end": {
        const piece = this.#open.get(part.id);
        if (piece && part.providerMetadata) piece.providerOptions = part.providerMetadata;
        return;
      }
      case "tool-call": {
        const { toolCallId, toolName, providerMetadata } = part;
        const input = parsed(part.input);
        const call: LanguageModelV4ToolCallPart = {
          type: "tool-call",
          toolCallId,
          toolName,
          // What is no JSON object cannot be sent back as a call's input.
          input: isObject(input) ? input : {},
          ...(providerMetadata ? { providerOptions: providerMetadata } : {}),
        };
        this.#pieces.push(call);
        this.#called.push({ part: call, input });
      }
    }
  }

  #begin(type: "text" | "reasoning", id: string, metadata: SharedV4ProviderMetadata | undefined): void {
    const piece = { type, text: "", ...(metadata ? { providerOptions: metadata } : {}) };
    this.#open.set(id, piece);
    this.#pieces.push(piece);
  }

  /** Makes the calls of the step just read, one after another, and closes it. Rejects only when stopped. */
  async answer(signal: AbortSignal, spoken: boolean): Promise<void> {
    const results: LanguageModelV4ToolResultPart[] = [];
    for (const { part, input } of this.#called) {
      const result = await callTool(this.offer.named(part.toolName), input, this.tools, { signal, mayWait: spoken });
      results.push({
        type: "tool-result",
        toolCallId: part.toolCallId,
        toolName: part.toolName,
        output:
          result.outcome === "ok"
            ? { type: "text", value: this.enclose(result.text) }
            : { type: "error-text", value: excuse(result) },
      });
    }
    const content = this.#pieces.filter(
      (piece) => piece.type === "tool-call" || piece.text !== "" || piece.providerOptions,
    );
    if (content.length > 0) this.messages.push({ role: "assistant", content });
    if (results.length > 0) this.messages.push({ role: "tool", content: results });
    this.#pieces = [];
    this.#called = [];
    this.#open = new Map();
  }
}
