import { subscribe } from "node:diagnostics_channel";
import { ServerResponse } from "node:http";
import { Counter, type Registry } from "prom-client";

/**
 * Counts every answer of the server by its status, also those that no route gave: what the edge refused or redirected, files,
 * health.
 */
export function countResponses(register: Registry): void {
  const total = new Counter({
    name: "salesboost_http_responses_total",
    help: "Answers of the server, by status code, whoever in it gave them",
    labelNames: ["code"],
    registers: [register],
  });
  subscribe("http.server.response.finish", (message) => {
    if (typeof message !== "object" || message === null || !("response" in message)) return;
    const { response } = message;
    if (response instanceof ServerResponse) total.inc({ code: String(response.statusCode) });
  });
}
