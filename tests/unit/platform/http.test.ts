import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/platform/errors";
import { isBearer } from "@/lib/platform/http/bearer";
import { readJson } from "@/lib/platform/http/body";
import { checkOrigin } from "@/lib/platform/http/origin";
import { problemResponse, toProblem } from "@/lib/platform/http/problem";
import { clientAddress, requestIdOf } from "@/lib/platform/http/request-id";

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request("http://localhost:3000/api/v1/sessions", { method: "POST", body, headers });
const json = { "content-type": "application/json" };
const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
  return "nothing thrown";
};

describe("problems", () => {
  it("say nothing of our insides when an unknown error is thrown", () => {
    const text = JSON.stringify(toProblem(new Error("password=hunter2 at db.internal"), "request-1"));
    expect(text).toContain('"code":"internal"');
    expect(text).not.toMatch(/hunter2|db\.internal/);
  });

  it("name each field that broke the contract", () => {
    const broken = z.object({ a: z.object({ b: z.number() }) }).safeParse({ a: { b: "x" } });
    expect(toProblem(broken.error, "request-1")).toMatchObject({
      status: 400,
      code: "invalid_request",
      fields: { "a.b": expect.any(String) },
    });
  });

  it("carry status, media type, request id and how long to wait", async () => {
    const response = problemResponse(new AppError("rate_limited", { retryAfter: 7 }), "request-1");
    expect(response.status).toBe(429);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("retry-after")).toBe("7");
    expect(await response.json()).toMatchObject({ code: "rate_limited", requestId: "request-1", retryAfter: 7 });
  });
});

describe("a body", () => {
  it("tells invalid JSON from an absent body", async () => {
    expect(await codeOf(readJson(post("{", json), 100))).toBe("invalid_json");
    expect(await readJson(post(null), 100)).toEqual({});
  });

  it("is refused when it is not JSON by its media type", async () => {
    expect(await codeOf(readJson(post("a=1", { "content-type": "text/plain" }), 100))).toBe("unsupported_media_type");
  });

  it("is cut off at the limit whatever its length header claims", async () => {
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(64).fill(32)),
    });
    const request = new Request("http://localhost/x", {
      method: "POST",
      body: stream,
      headers: json,
      // @ts-expect-error Node asks for it, the DOM types do not know it
      duplex: "half",
    });
    expect(await codeOf(readJson(request, 1000))).toBe("body_too_large");
  });

  it("with broken UTF-8 is refused", async () => {
    expect(await codeOf(readJson(post(new Uint8Array([0x22, 0xff, 0x22]), json), 100))).toBe("invalid_json");
  });
});

describe("a change with a cookie", () => {
  const allowed = ["https://practice.example.com"];
  it.each([undefined, "https://evil.example", "null", "https://practice.example.com.evil.example"])(
    "is refused from origin %s",
    (origin) => {
      expect(() => checkOrigin(post("{}", origin ? { origin } : {}), allowed)).toThrow(
        expect.objectContaining({ code: "bad_origin" }),
      );
    },
  );

  it("is admitted from our own origin, and reading from anywhere", () => {
    expect(() => checkOrigin(post("{}", { origin: allowed[0] ?? "" }), allowed)).not.toThrow();
    expect(() => checkOrigin(new Request("http://localhost/x"), allowed)).not.toThrow();
  });
});

describe("a request id", () => {
  it.each(["short", "x".repeat(129), "with space in it", "line\u2028break-1234", '{"json":"inside"}'])(
    "from outside is replaced when it is %j",
    (given) => {
      const headers = { get: () => given } as unknown as Headers; // sound: only get is called
      expect(requestIdOf(headers)).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it("from outside is kept when it is harmless", () => {
    expect(requestIdOf(new Headers({ "x-request-id": "trace.12345678_ab" }))).toBe("trace.12345678_ab");
  });
});

describe("the caller's address", () => {
  const headers = new Headers({ "x-forwarded-for": "6.6.6.6, 203.0.113.9, 10.0.0.2" });
  it("is believed only from trusted hops", () => {
    expect(clientAddress(headers, 0)).toBeNull();
    expect(clientAddress(headers, 1)).toBe("10.0.0.2");
    expect(clientAddress(headers, 2)).toBe("203.0.113.9");
    expect(clientAddress(new Headers(), 1)).toBeNull();
  });
});

describe("a bearer token", () => {
  it("opens with the secret alone", async () => {
    const secret = "sixteen-or-more-characters";
    expect(await isBearer(post("", { authorization: `Bearer ${secret}` }), secret)).toBe(true);
    expect(await isBearer(post("", { authorization: `Bearer ${secret}x` }), secret)).toBe(false);
    expect(await isBearer(post(""), secret)).toBe(false);
  });
});
