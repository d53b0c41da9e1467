import { createMCPClient, type MCPClient } from "@ai-sdk/mcp";
import { fingerprintOf, type ToolDefinition } from "./fingerprint";
import { guardedFetch, type GuardedFetch, type Resolve } from "@/lib/platform/http/guarded-fetch";

/** Where a server is, and how it is met. */
export interface ServerAddress {
  url: string;
  /** sent as a bearer token; nothing else ever identifies this program */
  token?: string | undefined;
  allowPrivate: boolean;
  resolve?: Resolve;
}

/** Time and size limits of one connection. */
export const mcpLimits = { connectMs: 2_000, openMs: 4_000, callMs: 2_000, maxBytes: 262_144, tools: 100 } as const;

export interface ListedTool extends ToolDefinition {
  fingerprint: string;
  /** the server says that it changes nothing */
  readOnly: boolean;
}

/** What a call answered: its data where it has a schema, else its words. */
export interface ToolAnswer {
  data?: unknown;
  text: string;
}

/** A server answered, and the answer is no good: an error of the tool, or nothing that can be read. */
export class ToolFailed extends Error {
  constructor(why: string) {
    super(why);
    this.name = "ToolFailed";
  }
}

const mostPages = 5;

function wordsOf(content: unknown): string {
  if (!Array.isArray(content)) return "";
  const texts = content.flatMap((part: unknown) => {
    const isText =
      typeof part === "object" && part !== null && "type" in part && part.type === "text" && "text" in part;
    return isText && typeof part.text === "string" ? [part.text] : [];
  });
  return texts.join("\n");
}

/** One open connection to a server of tools. Any fault of it rejects whatever is asked of it, then and later. */
export class ToolServer {
  readonly #broken = Promise.withResolvers<never>();
  #client: MCPClient | null = null;

  private constructor(private readonly http: GuardedFetch) {
    this.#broken.promise.catch(() => undefined);
  }

  /** Connects over Streamable HTTP. Rejects when the address is refused, nobody answers in time, or it is no such server. */
  static async open(address: ServerAddress, signal?: AbortSignal): Promise<ToolServer> {
    const { url, token, allowPrivate, resolve } = address;
    const { connectMs, openMs, maxBytes } = mcpLimits;
    const http = guardedFetch({ allowPrivate, connectMs, maxBytes, ...(resolve ? { resolve } : {}) });
    const server = new ToolServer(http);
    // A server that wants to speak unasked is not listened to.
    const fetch: typeof globalThis.fetch = async (target, init) =>
      init?.method === "GET" ? new Response(null, { status: 405 }) : http.fetch(target, init);
    try {
      server.#client = await createMCPClient({
        transport: {
          type: "http",
          url,
          redirect: "error",
          fetch,
          ...(token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }),
        },
        clientName: "salesboost",
        onUncaughtError: (error) => server.#complain(error),
        initializationOptions: { timeout: openMs, ...(signal ? { signal } : {}) },
      });
      return server;
    } catch (error) {
      server.close();
      throw error;
    }
  }

  /** Finding out which version of the protocol a server speaks makes errors of its own, which mean nothing. */
  #complain(error: unknown): void {
    if (this.#client !== null) this.#broken.reject(error);
  }

  #live(): MCPClient {
    if (this.#client === null) throw new ToolFailed("the connection is not open");
    return this.#client;
  }

  /** All tools it offers, each with its fingerprint. */
  async list(signal?: AbortSignal): Promise<ListedTool[]> {
    const client = this.#live();
    const options = { timeout: mcpLimits.callMs, ...(signal ? { signal } : {}) };
    const tools: ListedTool[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < mostPages && tools.length < mcpLimits.tools; page += 1) {
      const asked = client.listTools({ options, ...(cursor === undefined ? {} : { params: { cursor } }) });
      asked.catch(() => undefined);
      const listed = await Promise.race([asked, this.#broken.promise]);
      for (const { name, description, inputSchema, outputSchema, annotations } of listed.tools) {
        const definition = { name, description, inputSchema, outputSchema, annotations };
        const readOnly = annotations?.readOnlyHint === true;
        tools.push({ ...definition, fingerprint: fingerprintOf(definition), readOnly });
      }
      cursor = listed.nextCursor ?? undefined;
      if (cursor === undefined) break;
    }
    return tools.slice(0, mcpLimits.tools);
  }

  /** Calls a tool. Rejects with ToolFailed when the tool says it failed, with the client's error when nothing good came. */
  async call(name: string, input: Record<string, unknown>, signal?: AbortSignal): Promise<ToolAnswer> {
    const options = { timeout: mcpLimits.callMs, ...(signal ? { signal } : {}) };
    const asked = this.#live().callTool({ name, arguments: input, options });
    asked.catch(() => undefined);
    const result = await Promise.race([asked, this.#broken.promise]);
    if ("isError" in result && result.isError === true) throw new ToolFailed("the tool reported an error");
    const text = "content" in result ? wordsOf(result.content) : "";
    const data = "structuredContent" in result ? result.structuredContent : undefined;
    return data === undefined || data === null ? { text } : { text, data };
  }

  /** Lets go of the server; waits for nothing. */
  close(): void {
    const parted = this.#client?.close() ?? Promise.resolve();
    const cut = () => this.http.close();
    const late = setTimeout(cut, 500);
    parted
      .catch(() => undefined)
      .then(() => clearTimeout(late))
      .then(cut)
      .catch(() => undefined);
  }
}
