import type { Attributes } from "@opentelemetry/api";
import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace-base";

/**
 * What a span may say. Everything else is dropped, whoever put it there: the framework writes whole addresses and messages of
 * errors into its spans, and a library may start to with its next release.
 */
const allowed = new Set([
  "next.span_type",
  "next.route",
  "next.rsc",
  "http.method",
  "http.status_code",
  "http.route",
  "http.request.method",
  "http.response.status_code",
  "net.peer.name",
  "net.peer.port",
  "error.type",
  "db.system.name",
  "db.operation.name",
  "gen_ai.operation.name",
  "gen_ai.provider.name",
  "gen_ai.request.model",
  "gen_ai.usage.input_tokens",
  "gen_ai.usage.output_tokens",
  "salesboost.correction",
  "salesboost.db_role",
  "salesboost.first_token_ms",
  "salesboost.job",
  "salesboost.outcome",
  "salesboost.reply",
  "salesboost.request_id",
  "salesboost.role",
  "salesboost.step",
  "salesboost.tenant",
  "salesboost.turn",
  "salesboost.user",
]);
const longest = 128;

function scrub(attributes: Attributes): Attributes {
  const kept: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (!allowed.has(name)) continue;
    if (typeof value === "string") kept[name] = value.slice(0, longest);
    else if (typeof value === "number" || typeof value === "boolean") kept[name] = value;
  }
  return kept;
}

/** Names of the framework's own steps carry addresses; those of ours are words of the code. */
function nameOf({ name, attributes }: ReadableSpan): string {
  const type = attributes["next.span_type"];
  if (type === "AppRender.fetch" || type === "Middleware.execute") return name.split(" ").slice(0, 2).join(" ");
  return (name.split("?")[0] ?? "").slice(0, longest);
}

/** The span as it may leave the process: names, times and places; no message of an error, no address, no input, no output. */
export function scrubbed(span: ReadableSpan): ReadableSpan {
  const fixed = (value: unknown) => ({ value, enumerable: true });
  // sound: every other property is the span's own, through its prototype
  return Object.create(span, {
    name: fixed(nameOf(span)),
    attributes: fixed(scrub(span.attributes)),
    status: fixed({ code: span.status.code }),
    events: fixed(
      span.events.map(({ time, attributes }) => ({
        name: "exception",
        time,
        attributes: { "exception.type": String(attributes?.["exception.type"] ?? "Error").slice(0, longest) },
      })),
    ),
    links: fixed(span.links.map(({ context }) => ({ context }))),
  }) as ReadableSpan;
}

/** An exporter that lets nothing through unscrubbed. */
export function scrubbing(inner: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => inner.export(spans.map(scrubbed), done),
    shutdown: () => inner.shutdown(),
    forceFlush: async () => inner.forceFlush?.(),
  };
}
