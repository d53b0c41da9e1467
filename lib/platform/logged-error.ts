/** Fields of an error that say what went wrong and never what was being said. */
const plainFields = [
  "name",
  "code",
  "status",
  "statusCode",
  "reason",
  "errno",
  "syscall",
  "constraint",
  "table",
  "isRetryable",
];
const deepest = 5;

interface LoggedError {
  type: string;
  message: string;
  stack: string;
  cause?: unknown;
  [field: string]: unknown;
}

const frames = (stack: string | undefined) => (stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));

/** Signs that move a terminal's cursor or end a line for whoever reads the log. */
const control = /[\p{Cc}\u2028\u2029]+/gu;

/** A query with its values left out: drizzle puts both into the message. */
const withoutValues = (message: string) => message.replace(/\nparams: [\s\S]*$/u, "").replace(control, " ");

/** Errors of the AI SDK carry prompts and answers in their fields, and in their messages; so does whatever caused them. */
const quotesTalk = (error: Error) => error.name.startsWith("AI_") || "requestBodyValues" in error;

function causeOf(cause: unknown, quiet: boolean, depth: number): unknown {
  if (depth > deepest) return undefined;
  if (cause instanceof Error) return describe(cause, quiet, depth);
  // A chain of models tells of each that failed.
  if (!Array.isArray(cause)) return undefined;
  return cause.map((one: unknown) => {
    if (one instanceof Error) return describe(one, quiet, depth);
    if (typeof one !== "object" || one === null || !("model" in one)) return {};
    const error = "error" in one ? one.error : undefined;
    return { model: String(one.model), error: error instanceof Error ? describe(error, quiet, depth) : undefined };
  });
}

function describe(error: Error, above: boolean, depth: number): LoggedError {
  const quiet = above || quotesTalk(error);
  const message = quiet ? "(not logged: it may quote a talk)" : withoutValues(error.message);
  const fields = Object.fromEntries(
    plainFields.flatMap((field): [string, unknown][] => {
      const value: unknown = Reflect.get(error, field);
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? [[field, value]]
        : [];
    }),
  );
  const cause = causeOf(error.cause, quiet, depth + 1);
  return {
    type: error.constructor.name,
    message,
    stack: [`${error.name}: ${message}`, ...frames(error.stack)].join("\n"),
    ...fields,
    ...(cause === undefined ? {} : { cause }),
  };
}

/**
 * An error as the log may hold it: what it is, where it came from and what caused it. Words of people, prompts, answers and the
 * values of queries are left out, wherever in the error a library put them. Anything but an error is passed on as it is.
 */
export function loggedError(error: unknown): unknown {
  return error instanceof Error ? describe(error, false, 0) : error;
}
