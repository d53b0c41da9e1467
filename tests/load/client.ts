import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

export interface Reading {
  status: number;
  /** when the request was sent, in milliseconds of the machine's clock */
  sentAt: number;
  /** from sending the request to the first text in hand, in milliseconds */
  firstTextMs: number;
  /** the stream came to its proper end */
  finished: boolean;
  body: string;
}

/** Posts JSON and reads the answer to its end, noting when the first words came. */
export function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Reading> {
  const payload = JSON.stringify(body);
  const { origin } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = performance.now();
    const reading: Reading = {
      status: 0,
      sentAt: performance.timeOrigin + sent,
      firstTextMs: 0,
      finished: false,
      body: "",
    };
    const call = request(
      url,
      {
        agent,
        method: "POST",
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(payload),
          origin,
          ...headers,
        },
      },
      (response) => {
        reading.status = response.statusCode ?? 0;
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          if (reading.firstTextMs === 0 && chunk.includes('"text-delta"'))
            reading.firstTextMs = performance.now() - sent;
          reading.body += chunk;
        });
        response.on("end", () => {
          const failed = reading.body.includes('"data-turn-fail"') || reading.body.includes('"type":"error"');
          reading.finished = !failed && reading.body.includes("[DONE]");
          resolve(reading);
        });
        response.on("error", reject);
      },
    );
    call.on("error", reject);
    call.end(payload);
  });
}
