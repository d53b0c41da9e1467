import { listSessionsQuerySchema } from "@/lib/contracts/requests";
import { startSessionSchema } from "@/lib/contracts/session";
import { listSessions, startSession } from "@/lib/domain/sessions";
import { defineRoute } from "@/lib/platform/http/route";

/** The person's own practice sessions, latest first. */
export const GET = defineRoute({
  access: "session:read_own",
  query: listSessionsQuerySchema,
  handler: ({ ctx, query }) => listSessions(ctx, query),
});

/** Starts a practice session. */
export const POST = defineRoute({
  access: "session:practise",
  body: startSessionSchema,
  status: 201,
  handler: ({ ctx, body }) => startSession(ctx, body),
});
