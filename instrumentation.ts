/** Runs once in each server process, and at the edge, before anything is answered. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { boot } = await import("./lib/platform/boot");
    await boot();
  }
  // What keeps traces is loaded where they are wanted, and nowhere else.
  if (process.env.OTEL_EXPORTER_OTLP_ENDPOINT) {
    const { startTelemetry } = await import("./lib/platform/telemetry");
    startTelemetry();
  }
}
