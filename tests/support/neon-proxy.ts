import { createServer } from "node:http";
import { connect } from "node:net";
import { WebSocketServer, type RawData } from "ws";

export interface NeonProxy {
  /** host:port for NEON_WS_PROXY */
  address: string;
  stop(): Promise<void>;
}

const bytesOf = (data: RawData): Buffer =>
  Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data);

/** Carries WebSocket frames to a Postgres port and back, as Neon's own proxy does: a local stand-in for it. */
export async function startNeonProxy(port: number): Promise<NeonProxy> {
  const http = createServer();
  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (reader) => {
    const server = connect(port, "127.0.0.1");
    server.setNoDelay(true);
    reader.on("message", (data) => server.write(bytesOf(data)));
    reader.on("close", () => server.destroy());
    reader.on("error", () => server.destroy());
    server.on("data", (data) => reader.send(data));
    server.on("close", () => reader.close());
    server.on("error", () => reader.close());
  });
  await new Promise<void>((resolve) => {
    http.listen(0, "127.0.0.1", resolve);
  });
  const address = http.address();
  if (!address || typeof address === "string") throw new Error("the proxy has no port");
  return {
    address: `127.0.0.1:${address.port}`,
    stop: async () => {
      for (const reader of sockets.clients) reader.terminate();
      sockets.close();
      await new Promise((resolve) => {
        http.close(resolve);
      });
    },
  };
}
