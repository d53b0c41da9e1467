import { Redis, type RedisConfigNodejs } from "@upstash/redis";
import { secretNow } from "./secrets/current";

/**
 * A client of the shared Redis whose every request carries the token of that moment. The library fixes its headers when it is made,
 * so the one header is made a question. Without a token in the settings it keeps the one it was given.
 */
export function followingRedis(config: RedisConfigNodejs): Redis {
  // A copy of the headers, which its telemetry would make, would no longer ask.
  const redis = new Redis({ ...config, enableTelemetry: false });
  const client: unknown = Reflect.get(redis, "client");
  const headers: unknown = typeof client === "object" && client !== null ? Reflect.get(client, "headers") : null;
  if (typeof headers !== "object" || headers === null || !("authorization" in headers))
    throw new Error("the Redis client keeps its token elsewhere: it would not follow a rotation");
  Object.defineProperty(headers, "authorization", {
    get: () => `Bearer ${secretNow("UPSTASH_REDIS_REST_TOKEN") ?? config.token}`,
    enumerable: true,
  });
  return redis;
}
