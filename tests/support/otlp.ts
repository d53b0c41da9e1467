import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

interface AnyValue {
  stringValue?: string;
  intValue?: string | number;
  doubleValue?: number;
  boolValue?: boolean;
}
interface WireSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes?: { key: string; value: AnyValue }[];
  status?: { code?: number; message?: string };
}
interface WireBody {
  resourceSpans?: { scopeSpans?: { spans?: WireSpan[] }[] }[];
}

/** A span as the collector got it. */
export interface ReceivedSpan extends Omit<WireSpan, "attributes"> {
  attributes: Record<string, string | number | boolean | undefined>;
}

export interface Collector {
  /** for OTEL_EXPORTER_OTLP_ENDPOINT, with OTEL_EXPORTER_OTLP_PROTOCOL=http/json */
  url: string;
  spans: ReceivedSpan[];
  /** everything that was sent, word for word */
  raw(): string;
  /** headers of the requests that brought spans */
  headers: IncomingMessage["headers"][];
  close(): Promise<void>;
}

const valueOf = ({ stringValue, intValue, doubleValue, boolValue }: AnyValue) =>
  stringValue ?? (intValue === undefined ? (doubleValue ?? boolValue) : Number(intValue));

const flat = (span: WireSpan): ReceivedSpan => ({
  ...span,
  attributes: Object.fromEntries((span.attributes ?? []).map(({ key, value }) => [key, valueOf(value)])),
});

/** A local collector of traces that speaks OTLP over HTTP with JSON, and keeps what it is sent. */
export async function startCollector(port = 0): Promise<Collector> {
  const spans: ReceivedSpan[] = [];
  const bodies: string[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      bodies.push(body);
      headers.push(request.headers);
      // Sound: only the exporter sends here, in the protocol's own shape.
      const { resourceSpans = [] } = JSON.parse(body) as WireBody;
      for (const { scopeSpans = [] } of resourceSpans)
        for (const { spans: sent = [] } of scopeSpans) spans.push(...sent.map(flat));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  // Sound: a listening TCP server has an address with a port.
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    spans,
    headers,
    raw: () => bodies.join("\n"),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
