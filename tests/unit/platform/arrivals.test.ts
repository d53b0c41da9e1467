import { once } from "node:events";
import { createServer, request as ask, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { watchArrivals } from "@/lib/platform/http/arrivals";

/** A handler that sets nothing by itself and tells what it was asked. */
let server: Server;
let stop: () => void;
beforeAll(async () => {
  stop = watchArrivals();
  server = createServer((request, response) =>
    response.end(JSON.stringify({ id: request.headers["x-request-id"], url: request.url, method: request.method })),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => {
  stop();
  server.close();
});

async function send(options: { method?: string; path?: string; headers?: Record<string, string> } = {}) {
  // Sound: a listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  const sent = ask({ port, host: "127.0.0.1", ...options });
  sent.end();
  const [answer] = (await once(sent, "response")) as [IncomingMessage]; // sound: what this event carries
  let body = "";
  for await (const chunk of answer) body += String(chunk);
  return { headers: answer.headers, seen: JSON.parse(body) as { id: string; url: string; method: string } }; // sound: see above
}

describe("a request on arrival", () => {
  it("has an id before anything handles it, and so has its answer, with the headers no answer goes without", async () => {
    const { headers, seen } = await send();
    expect(seen.id).toMatch(/^[0-9a-f-]{36}$/u);
    expect(headers["x-request-id"]).toBe(seen.id);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
  });

  it("keeps an id of a fit shape and no other", async () => {
    const idFor = async (id: string) => (await send({ headers: { "x-request-id": id } })).seen.id;
    expect(await idFor("given-12345")).toBe("given-12345");
    for (const bad of ["short", "a".repeat(129), '{"level":"error"}', "tab\there1", "ünïcödé-id"])
      expect(await idFor(bad)).toMatch(/^[0-9a-f-]{36}$/u);
  });

  it("is asked for by its path, whatever host it names", async () => {
    expect((await send({ path: "http://evil.example/history?a=1" })).seen.url).toBe("/history?a=1");
  });

  it("never has a method that the framework would answer with 500", async () => {
    expect((await send({ method: "TRACE" })).seen.method).toBe("REFUSED");
    expect((await send({ method: "PATCH" })).seen.method).toBe("PATCH");
  });
});
