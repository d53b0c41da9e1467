import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject } from "zod-openapi";
import { auditFilterSchema, auditPageSchema, auditQuerySchema } from "./audit";
import { compareParamsSchema, comparisonSchema, rewindSchema } from "./branches";
import { debriefSchema } from "./debrief";
import { fidelityDetailSchema, fidelityPageSchema, fidelityParamsSchema, listFidelityQuerySchema } from "./fidelity";
import { readinessSchema } from "./health";
import { memoryListSchema, memoryParamsSchema } from "./memory";
import { keyPaths } from "./openapi/keys";
import { loginPaths } from "./openapi/logins";
import { always, changing, json, problems, reading, requestBody, writing } from "./openapi/parts";
import { peoplePaths } from "./openapi/people";
import { privacyPaths } from "./openapi/privacy";
import {
  createShareSchema,
  listScenariosQuerySchema,
  listSessionsQuerySchema,
  sessionParamsSchema,
  shareSchema,
} from "./requests";
import {
  endSessionSchema,
  hintSchema,
  scenarioListSchema,
  sendTurnSchema,
  sessionListSchema,
  sessionSummarySchema,
  sessionViewSchema,
  startSessionSchema,
  uuid,
} from "./session";
import { streamParts } from "./stream";

const stream = {
  description:
    "Server-sent events of an AI SDK UI message stream. Beside text deltas it carries these data parts: " +
    `${Object.keys(streamParts)
      .map((name) => `\`data-${name}\``)
      .join(", ")}.`,
  content: { "text/event-stream": { schema: z.string() } },
};
const turnParamsSchema = sessionParamsSchema.extend({ turnId: uuid.describe("id the sender gave the turn") });
const onSession = { requestParams: { path: sessionParamsSchema } };
const onTurn = { requestParams: { path: turnParamsSchema } };

const scenarios: Record<string, ZodOpenApiOperationObject> = {
  get: {
    operationId: "listScenarios",
    summary: "List scenarios",
    tags: ["Scenarios"],
    requestParams: { query: listScenariosQuerySchema },
    responses: { "200": json("Scenarios with this person's tries", scenarioListSchema), ...reading },
  },
};

const sessions: Record<string, ZodOpenApiOperationObject> = {
  get: {
    operationId: "listSessions",
    summary: "List practice sessions",
    description: "The caller's own, latest first.",
    tags: ["Practice"],
    requestParams: { query: listSessionsQuerySchema },
    responses: { "200": json("One page", sessionListSchema), ...problems(...always, "invalid_request") },
  },
  post: {
    operationId: "startSession",
    summary: "Start a practice session",
    tags: ["Practice"],
    requestBody: requestBody(startSessionSchema),
    responses: { "201": json("The session", sessionViewSchema), ...writing, ...problems("already_exists") },
  },
};

const session: Record<string, ZodOpenApiOperationObject> = {
  get: {
    ...onSession,
    operationId: "getSession",
    summary: "Read a practice session",
    tags: ["Practice"],
    responses: { "200": json("The session as the room shows it", sessionViewSchema), ...reading },
  },
  delete: {
    ...onSession,
    operationId: "deleteSession",
    summary: "Erase a practice session",
    tags: ["Practice"],
    responses: { "204": { description: "Erased" }, ...changing },
  },
};

const sendTurn: ZodOpenApiOperationObject = {
  ...onSession,
  operationId: "sendTurn",
  summary: "Say something and hear the reply",
  description:
    "Idempotent on `turnId`: the same id with the same text replays the turn, with another text it is refused. " +
    "A reader that leaves stops nothing.",
  tags: ["Practice"],
  requestBody: requestBody(sendTurnSchema),
  responses: {
    "200": stream,
    ...problems(
      ...always,
      "bad_origin",
      "not_found",
      "invalid_request",
      "invalid_json",
      "invalid_text",
      "text_empty",
      "text_too_long",
      "turn_in_progress",
      "turn_conflict",
      "session_ended",
      "body_too_large",
      "unsupported_media_type",
      "token_cap_reached",
    ),
  },
};
const resumeTurn: ZodOpenApiOperationObject = {
  ...onTurn,
  operationId: "resumeTurn",
  summary: "Follow a turn that is being answered",
  description: "Replays the turn from its beginning and goes on with it.",
  tags: ["Practice"],
  responses: { "200": stream, "204": { description: "Nothing is being said" }, ...reading },
};
const stopTurn: ZodOpenApiOperationObject = {
  ...onTurn,
  operationId: "stopTurn",
  summary: "Stop a reply",
  description: "Stops the model too. A stopped reply counts for nothing and can be asked for again.",
  tags: ["Practice"],
  responses: { "204": { description: "Stopped, or nothing was being said" }, ...changing },
};
const endSession: ZodOpenApiOperationObject = {
  ...onSession,
  operationId: "endSession",
  summary: "End a practice session",
  description: "Queues the evaluation. Ending a session that has ended changes nothing.",
  tags: ["Practice"],
  requestBody: { required: false, content: { "application/json": { schema: endSessionSchema } } },
  responses: { "200": json("The ended session", sessionSummarySchema), ...writing },
};
const askHint: ZodOpenApiOperationObject = {
  ...onSession,
  operationId: "askHint",
  summary: "Ask for a hint",
  description: "Marks the session assisted.",
  tags: ["Practice"],
  responses: {
    "200": json("The hint", hintSchema),
    ...problems(...always, "bad_origin", "not_found", "session_ended", "hints_off", "hints_exhausted"),
  },
};

const rewind: ZodOpenApiOperationObject = {
  ...onSession,
  operationId: "rewindSession",
  summary: "Try again from one of your turns",
  description:
    "Opens a new talk where this one stood before that turn, buyers and words alike. This one stays as it is. " +
    "Both are judged; the new one is marked as a second try.",
  tags: ["Practice"],
  requestBody: requestBody(rewindSchema),
  responses: {
    "201": json("The new session", sessionViewSchema),
    ...writing,
    ...problems("rewind_unavailable", "branch_limit_reached"),
  },
};
const compare: ZodOpenApiOperationObject = {
  requestParams: { path: compareParamsSchema },
  operationId: "compareSessions",
  summary: "Compare two tries with the same beginning",
  description: "How the buyers moved in each, and which checks were gained and lost. Both talks must have ended.",
  tags: ["Debrief"],
  responses: {
    "200": json("The comparison", comparisonSchema),
    ...problems(...always, "not_found", "session_not_ended", "not_comparable"),
  },
};

const debrief: ZodOpenApiOperationObject = {
  ...onSession,
  operationId: "getDebrief",
  summary: "Read a debrief",
  description: "While `status` is `queued` or `judging` it tells how far the judge is.",
  tags: ["Debrief"],
  responses: { "200": json("The debrief", debriefSchema), ...problems(...always, "not_found", "session_not_ended") },
};
const retryDebrief: ZodOpenApiOperationObject = {
  ...onSession,
  operationId: "retryEvaluation",
  summary: "Evaluate again after a failure",
  tags: ["Debrief"],
  responses: {
    "202": { description: "Queued" },
    ...problems(...always, "bad_origin", "not_found", "version_conflict"),
  },
};
const share: Record<string, ZodOpenApiOperationObject> = {
  post: {
    ...onSession,
    operationId: "createShare",
    summary: "Make a link to a debrief",
    description: "For people of the same tenant, good for 1 to 30 days. An earlier link is taken back.",
    tags: ["Debrief"],
    requestBody: { required: false, content: { "application/json": { schema: createShareSchema } } },
    responses: { "201": json("The link", shareSchema), ...writing, ...problems("session_not_ended") },
  },
  delete: {
    ...onSession,
    operationId: "revokeShare",
    summary: "Take back the links to a debrief",
    tags: ["Debrief"],
    responses: { "204": { description: "Taken back" }, ...changing },
  },
};

const listMemories: ZodOpenApiOperationObject = {
  operationId: "listMemories",
  summary: "List what buyers remember of you",
  description:
    "Of the caller alone, latest talk first. A buyer of a follow-up reads the latest of its family and language.",
  tags: ["Memory"],
  responses: { "200": json("What is remembered", memoryListSchema), ...problems(...always) },
};
const forgetMemory: ZodOpenApiOperationObject = {
  requestParams: { path: memoryParamsSchema },
  operationId: "forgetMemory",
  summary: "Make a buyer forget a talk",
  description: "The talk itself stays.",
  tags: ["Memory"],
  responses: { "204": { description: "Forgotten" }, ...changing },
};

const listFidelity: ZodOpenApiOperationObject = {
  operationId: "listFidelity",
  summary: "List fidelity reports",
  description: "For authors, admins and auditors: whether the buyers stayed themselves. Names no trainee.",
  tags: ["Fidelity"],
  requestParams: { query: listFidelityQuerySchema },
  responses: { "200": json("One page", fidelityPageSchema), ...problems(...always, "invalid_request") },
};
const getFidelity: ZodOpenApiOperationObject = {
  operationId: "getFidelity",
  summary: "Read a fidelity report",
  description: "With the buyers' words it is about, none of the trainee's.",
  tags: ["Fidelity"],
  requestParams: { path: fidelityParamsSchema },
  responses: { "200": json("The report", fidelityDetailSchema), ...reading },
};

const listAudit: ZodOpenApiOperationObject = {
  operationId: "listAudit",
  summary: "Read the audit log",
  description: "For admins and auditors: who did what and when, newest first.",
  tags: ["Audit"],
  requestParams: { query: auditQuerySchema },
  responses: { "200": json("One page", auditPageSchema), ...problems(...always, "invalid_request") },
};
const exportAudit: ZodOpenApiOperationObject = {
  operationId: "exportAudit",
  summary: "Export the audit log",
  description: "As CSV, oldest first. Cells that a spreadsheet could take for formulas begin with an apostrophe.",
  tags: ["Audit"],
  requestParams: { query: auditFilterSchema },
  responses: {
    "200": { description: "The file", content: { "text/csv": { schema: z.string() } } },
    ...problems(...always, "invalid_request"),
  },
};

const open = { security: [] as never[] };
const health: Record<string, Record<string, ZodOpenApiOperationObject>> = {
  "/api/health/live": {
    get: {
      ...open,
      operationId: "isLive",
      summary: "Whether the process answers",
      tags: ["Health"],
      responses: { "200": json("It does", z.object({ status: z.literal("ok") })), ...problems("method_not_allowed") },
    },
  },
  "/api/health/ready": {
    get: {
      ...open,
      operationId: "isReady",
      summary: "Whether requests may be sent here",
      tags: ["Health"],
      responses: {
        "200": json("Ready", readinessSchema),
        "503": json("Not ready", readinessSchema),
        ...problems("method_not_allowed"),
      },
    },
  },
};

const root = "/api/v1/sessions/{id}";

/** OpenAPI 3.1 of the public API, from the very schemas that the routes parse with. `server` is this site's address. */
export function openApiDocument(server: string): ReturnType<typeof createDocument> {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "SalesBoost API",
      version: "1.0.0",
      description: "Practise sales conversations with simulated buyers and read a debrief that is proved.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: server }],
    security: [{ session: [] }, { key: [] }],
    tags: [
      { name: "Scenarios", description: "Situations to practise." },
      { name: "Practice", description: "Conversations with simulated buyers." },
      { name: "Debrief", description: "What was said, judged and proved." },
      { name: "Memory", description: "What buyers of follow-ups know of earlier talks." },
      { name: "Fidelity", description: "Whether the buyers stayed themselves." },
      { name: "Audit", description: "Who did what and when." },
      { name: "Keys", description: "Keys for machines." },
      { name: "Privacy", description: "What is held of the caller: taken along, or erased." },
      { name: "People", description: "Who belongs to the company, and as what." },
      { name: "Teams", description: "Who works together, and who leads." },
      { name: "Health", description: "For machines that watch the service." },
    ],
    components: {
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "authjs.session-token",
          description: "Set by signing in; `__Secure-authjs.session-token` over https.",
        },
        key: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "sb_<8>_<43>",
          description: "An API key: it acts as its person within its scopes. No Origin header is needed with one.",
        },
      },
    },
    paths: {
      "/api/v1/scenarios": scenarios,
      "/api/v1/sessions": sessions,
      [root]: session,
      [`${root}/turns`]: { post: sendTurn },
      [`${root}/turns/{turnId}/stream`]: { get: resumeTurn },
      [`${root}/turns/{turnId}/stop`]: { post: stopTurn },
      [`${root}/hint`]: { post: askHint },
      [`${root}/end`]: { post: endSession },
      [`${root}/rewind`]: { post: rewind },
      [`${root}/compare/{other}`]: { get: compare },
      [`${root}/debrief`]: { get: debrief },
      [`${root}/debrief/retry`]: { post: retryDebrief },
      [`${root}/share`]: share,
      "/api/v1/memories": { get: listMemories },
      "/api/v1/memories/{id}": { delete: forgetMemory },
      "/api/v1/fidelity": { get: listFidelity },
      "/api/v1/fidelity/{id}": { get: getFidelity },
      "/api/v1/audit": { get: listAudit },
      "/api/v1/audit.csv": { get: exportAudit },
      ...keyPaths,
      ...loginPaths,
      ...peoplePaths,
      ...privacyPaths,
      ...health,
    },
  });
}
