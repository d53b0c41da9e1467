import { problemCodes, type ProblemCode } from "@/lib/contracts/problem";

/** The one error class. Throw it with a code; the HTTP and action wrappers turn it into problem+json. */
export class AppError extends Error {
  readonly code: ProblemCode;
  readonly retryAfter: number | undefined;
  readonly fields: Record<string, string> | undefined;
  /** header fields that an HTTP answer carries beside the problem */
  readonly headers: Record<string, string> | undefined;

  constructor(
    code: ProblemCode,
    options: {
      detail?: string;
      cause?: unknown;
      retryAfter?: number;
      fields?: Record<string, string>;
      headers?: Record<string, string>;
    } = {},
  ) {
    super(options.detail ?? code, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.retryAfter = options.retryAfter;
    this.fields = options.fields;
    this.headers = options.headers;
  }

  get status(): number {
    return problemCodes[this.code];
  }
}
