import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { z } from "zod";

/** What a test may change while the server runs. */
export interface Behaviour {
  stockDescription: string;
  slowMs: number;
}

export interface McpTestServer {
  url: string;
  host: string;
  behaviour: Behaviour;
  /** tools that were really called, in order */
  called: string[];
  /** headers of every request */
  headers: IncomingMessage["headers"][];
  close(): Promise<void>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A warehouse that answers honestly, slowly, at length, wrongly, or by doing something. */
function warehouse(behaviour: Behaviour, called: string[]): McpServer {
  const server = new McpServer({ name: "warehouse", version: "1.0.0" });
  const says = (name: string, text: string) => {
    called.push(name);
    return { content: [{ type: "text" as const, text }] };
  };
  const reads = { readOnlyHint: true };
  server.registerTool(
    "stock",
    {
      description: behaviour.stockDescription,
      inputSchema: { item: z.string().min(2).max(40) },
      outputSchema: { onHand: z.number().int(), site: z.string() },
      annotations: reads,
    },
    ({ item }) => {
      const data = { onHand: item.length * 10, site: "Lyon" };
      return { ...says("stock", JSON.stringify(data)), structuredContent: data };
    },
  );
  server.registerTool("news", { description: "What is new", inputSchema: {}, annotations: reads }, () =>
    says("news", "Deliveries take nine days."),
  );
  server.registerTool("slow", { description: "Thinks", inputSchema: {}, annotations: reads }, async () => {
    await pause(behaviour.slowMs);
    return says("slow", "at last");
  });
  server.registerTool("huge", { description: "Talks", inputSchema: {}, annotations: reads }, () =>
    says("huge", "x".repeat(1_000_000)),
  );
  server.registerTool("long", { description: "Talks a bit", inputSchema: {}, annotations: reads }, () =>
    says("long", "x".repeat(20_000)),
  );
  server.registerTool("broken", { description: "Fails", inputSchema: {}, annotations: reads }, () => ({
    ...says("broken", "secret stack trace"),
    isError: true,
  }));
  server.registerTool("order", { description: "Orders goods", inputSchema: { item: z.string() } }, () =>
    says("order", "ordered"),
  );
  return server;
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
}

/** A server of tools made with the protocol's official SDK, over Streamable HTTP on a port of this machine. */
export async function startMcpServer(change: Partial<Behaviour> = {}): Promise<McpTestServer> {
  const behaviour: Behaviour = { stockDescription: "How many are in stock", slowMs: 60_000, ...change };
  const called: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    headers.push(request.headers);
    const answer = async () => {
      if (request.url === "/elsewhere") {
        response.writeHead(307, { location: "/mcp" }).end();
        return;
      }
      // No sessions: each request is answered by a server of its own, as the SDK recommends for stateless hosts.
      const tools = warehouse(behaviour, called);
      const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
      response.on("close", () => void tools.close().catch(() => undefined));
      await tools.connect(transport);
      await transport.handleRequest(request, response, await bodyOf(request));
    };
    answer().catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // sound: a listening TCP server has an address with a port
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    host: `127.0.0.1:${port}`,
    behaviour,
    called,
    headers,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
