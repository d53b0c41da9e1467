import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
} from "@opentelemetry/api";
import { BatchSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { OTLPHttpJsonTraceExporter, OTLPHttpProtoTraceExporter, registerOTel } from "@vercel/otel";
import { env } from "./env";
import { traceWith, type Facts, type Span as Step, type Tracer } from "./observe/spans";
import { scrubbing } from "./telemetry-scrub";

/** Facts nobody knows are left out. */
const known = (facts: Facts): Attributes =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

function fail(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  if (error instanceof Error) span.setAttribute("error.type", "code" in error ? String(error.code) : error.name);
}

function stepOf(span: Span): Step {
  return {
    set: (facts) => void span.setAttributes(known(facts)),
    fail: (error) => fail(span, error),
    end: () => span.end(),
  };
}

const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;

function within<T>(name: string, facts: Facts, work: (step: Step) => T): T {
  return trace.getTracer("salesboost").startActiveSpan(name, { attributes: known(facts) }, (span) => {
    const failed = (error: unknown): never => {
      fail(span, error);
      span.end();
      throw error;
    };
    try {
      const result = work(stepOf(span));
      if (!isPromise(result)) {
        span.end();
        return result;
      }
      // sound: the same promise, told of on its way
      return result.then((value) => {
        span.end();
        return value;
      }, failed) as T;
    } catch (error) {
      return failed(error);
    }
  });
}

const tracer = (flush: () => Promise<void>): Tracer => ({
  within,
  open: (name, facts) => stepOf(trace.getTracer("salesboost").startSpan(name, { attributes: known(facts) })),
  carry: () => {
    const headers: Record<string, string> = {};
    propagation.inject(context.active(), headers);
    return headers;
  },
  continued: (headers, work) => context.with(propagation.extract(ROOT_CONTEXT, headers), work),
  flush,
});

/**
 * Keeps traces and sends them to the endpoint of the settings, in the server as at the edge. Only ever loaded where one is set.
 * Spans go out in batches behind the requests; a collector that is away costs spans, never an answer.
 */
export function startTelemetry(): void {
  const { otel } = env();
  if (!otel) return;
  const { endpoint, protocol, headers, serviceName } = otel;
  const Exporter = protocol === "http/json" ? OTLPHttpJsonTraceExporter : OTLPHttpProtoTraceExporter;
  const processor = new BatchSpanProcessor(scrubbing(new Exporter({ url: `${endpoint}/v1/traces`, headers })), {
    scheduledDelayMillis: 1000,
    exportTimeoutMillis: 5000,
  });
  registerOTel({
    serviceName,
    spanProcessors: [processor],
    // requests to models, stores and providers carry nobody's trace; the framework's own spans tell of them
    instrumentations: [],
    propagators: ["tracecontext"],
    // what the library would read from the machine and its host is nobody's business
    autoDetectResources: false,
  });
  traceWith(tracer(() => processor.forceFlush()));
}
