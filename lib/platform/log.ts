import pino from "pino";
import { env } from "./env";
import { loggedError } from "./logged-error";
import { currentScene } from "./observe/scene";

/** Words of people and credentials never reach a log line, whatever object is logged. */
const secretKeys = [
  "authorization",
  "cookie",
  "password",
  "secret",
  "token",
  "access_token",
  "refresh_token",
  "id_token",
  "idToken",
  "refreshToken",
  "clientSecret",
  "authSecret",
  "apiKey",
  "email",
  "text",
  "prompt",
];

export const redactPaths = secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** A logger as this program uses it, writing to standard output unless told otherwise. */
export function createLog(destination?: pino.DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level: env().logLevel,
    base: { app: "salesboost", profile: env().profile },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    // Whatever is said within a request or a job names it; what the line says itself goes first.
    mixin: () => ({ ...currentScene() }),
    redact: { paths: redactPaths, censor: "[redacted]" },
    serializers: { err: loggedError, error: loggedError },
  };
  return destination ? pino(options, destination) : pino(options);
}

const cache = Symbol.for("salesboost.log");

function logger(): pino.Logger {
  const holder: typeof globalThis & { [cache]?: pino.Logger } = globalThis;
  return (holder[cache] ??= createLog());
}

/** The one logger: JSON lines with redaction. Made at first use, so that importing it reads no settings. */
export const log: pino.Logger = new Proxy({} as pino.Logger, {
  // sound: every property is answered by the real logger
  get(_target, key) {
    const value: unknown = Reflect.get(logger(), key);
    return typeof value === "function" ? value.bind(logger()) : value;
  },
});
