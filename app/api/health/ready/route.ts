import { checkReadiness } from "@/lib/platform/readiness";

/** Whether requests may be sent here, with the state of each dependency: 200 or 503. */
export async function GET(): Promise<Response> {
  const report = await checkReadiness();
  const status = report.status === "ready" ? 200 : 503;
  return Response.json(report, { status, headers: { "cache-control": "no-store" } });
}
