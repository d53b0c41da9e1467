import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { ReplyRecord } from "@/lib/contracts/fidelity";
import type { Relationship } from "@/lib/contracts/memory";
import type { ComplianceFlag, Perception, PlayedMove } from "@/lib/contracts/moves";
import type { ConversationState } from "@/lib/contracts/state";
import type { ModelCall, ModelRole } from "@/lib/contracts/usage";
import type { Difficulty, EndReason, Intent, Locale, Outcome, Stage } from "@/lib/contracts/vocabulary";
import { at, createdAt, id, tenantId } from "./columns";
import { policies, rubrics, scenarios } from "./content";
import { users } from "./tenants";

export type TurnStatus = "speaking" | "settled" | "interrupted" | "stopped" | "failed" | "replaced";

/** One practice talk. The versions it is played and judged with are frozen when it starts. */
export const practiceSessions = pgTable(
  "practice_sessions",
  {
    id: id(),
    tenantId: tenantId(),
    userId: uuid("user_id").notNull(),
    scenarioSlug: text("scenario_slug").notNull(),
    scenarioVersionId: uuid("scenario_version_id").notNull(),
    rubricVersionId: uuid("rubric_version_id").notNull(),
    policyVersionId: uuid("policy_version_id").notNull(),
    /** one per buyer, in the order of the scenario */
    personaVersionIds: uuid("persona_version_ids").array().notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    difficulty: text("difficulty").$type<Difficulty>().notNull(),
    attempt: integer("attempt").notNull(),
    state: jsonb("state").$type<ConversationState>().notNull(),
    /** moves with every claim, settle and end: whoever holds an older number may write nothing */
    seq: integer("seq").notNull().default(0),
    stage: text("stage").$type<Stage>().notNull(),
    turn: integer("turn").notNull().default(0),
    maxTurns: integer("max_turns").notNull(),
    outcome: text("outcome").$type<Outcome>(),
    endReason: text("end_reason").$type<EndReason>(),
    assisted: boolean("assisted").notNull().default(false),
    tokensUsed: integer("tokens_used").notNull().default(0),
    /** spent on models, millionths of a US dollar */
    costMicros: bigint("cost_micros", { mode: "number" }).notNull().default(0),
    /** the talk this one was branched from, and the first turn that is its own; set null when that talk is deleted */
    parentId: uuid("parent_id"),
    branchTurn: integer("branch_turn"),
    startedAt: at("started_at").notNull(),
    expiresAt: at("expires_at").notNull(),
    endedAt: at("ended_at"),
  },
  (t) => [
    unique("practice_sessions_tenant_id").on(t.tenantId, t.id),
    index("practice_sessions_branches").on(t.tenantId, t.parentId),
    index("practice_sessions_owner").on(t.tenantId, t.userId, t.startedAt),
    foreignKey({
      name: "practice_sessions_user",
      columns: [t.tenantId, t.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "practice_sessions_scenario",
      columns: [t.tenantId, t.scenarioVersionId],
      foreignColumns: [scenarios.tenantId, scenarios.id],
    }),
    foreignKey({
      name: "practice_sessions_rubric",
      columns: [t.tenantId, t.rubricVersionId],
      foreignColumns: [rubrics.tenantId, rubrics.id],
    }),
    foreignKey({
      name: "practice_sessions_policy",
      columns: [t.tenantId, t.policyVersionId],
      foreignColumns: [policies.tenantId, policies.id],
    }),
  ],
);

const ofSession = (name: string, t: { tenantId: AnyPgColumn; sessionId: AnyPgColumn }) =>
  foreignKey({
    name,
    columns: [t.tenantId, t.sessionId],
    foreignColumns: [practiceSessions.tenantId, practiceSessions.id],
  }).onDelete("cascade");

/** One turn: the trainee's text, who works on it until when, its checkpoint and what came of it. */
export const turns = pgTable(
  "turns",
  {
    tenantId: tenantId(),
    sessionId: uuid("session_id").notNull(),
    turnId: uuid("turn_id").notNull(),
    n: integer("n").notNull(),
    status: text("status").$type<TurnStatus>().notNull(),
    code: text("code"),
    text: text("text").notNull(),
    messageId: uuid("message_id").notNull(),
    /** the session's `seq` of the claim that may write this turn */
    claimSeq: integer("claim_seq").notNull(),
    /** a speaking turn whose lease ran out may be claimed again */
    leaseUntil: at("lease_until").notNull(),
    checkpointAt: text("checkpoint_at"),
    checkpoint: jsonb("checkpoint").$type<ConversationState>(),
    /** the conversation once this turn had settled: what a later try goes back to */
    stateAfter: jsonb("state_after").$type<ConversationState>(),
    perception: jsonb("perception").$type<Perception>(),
    moves: jsonb("moves").$type<PlayedMove[]>(),
    /** how each reply was made and reviewed: for the record, never for the trainee */
    replies: jsonb("replies").$type<ReplyRecord[]>(),
    /** what each reply set out to do */
    intents: jsonb("intents").$type<{ speakerId: string; intent: Intent }[]>(),
    partial: jsonb("partial").$type<{ speakerId: string; messageId: string; text: string }[]>(),
    usage: jsonb("usage").$type<ModelCall[]>(),
    /** what the gate kept back, by reply: for the record, never for the trainee */
    withheld: jsonb("withheld").$type<{ messageId: string; code: string; text: string }[]>(),
    /** corrections were exhausted in some reply */
    buyerFailed: boolean("buyer_failed").notNull().default(false),
    startedAt: at("started_at").notNull(),
    finishedAt: at("finished_at"),
  },
  (t) => [
    primaryKey({ name: "turns_key", columns: [t.tenantId, t.sessionId, t.turnId] }),
    uniqueIndex("turns_one_speaking")
      .on(t.tenantId, t.sessionId)
      .where(sql`${t.status} = 'speaking'`),
    uniqueIndex("turns_one_settled")
      .on(t.tenantId, t.sessionId, t.n)
      .where(sql`${t.status} = 'settled'`),
    ofSession("turns_session", t),
  ],
);

/** What stands in the transcript: only settled turns write here. */
export const messages = pgTable(
  "messages",
  {
    tenantId: tenantId(),
    sessionId: uuid("session_id").notNull(),
    id: text("id").notNull(),
    number: integer("number").notNull(),
    turnId: uuid("turn_id").notNull(),
    turn: integer("turn").notNull(),
    speaker: text("speaker").notNull(),
    text: text("text").notNull(),
    status: text("status").$type<"complete" | "interrupted" | "stopped">().notNull(),
    reworded: boolean("reworded").notNull(),
    degraded: boolean("degraded").notNull(),
    flags: jsonb("flags").$type<ComplianceFlag[]>().notNull(),
    createdAt: at("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "messages_key", columns: [t.tenantId, t.sessionId, t.id] }),
    unique("messages_number").on(t.tenantId, t.sessionId, t.number),
    foreignKey({
      name: "messages_turn",
      columns: [t.tenantId, t.sessionId, t.turnId],
      foreignColumns: [turns.tenantId, turns.sessionId, turns.turnId],
    }).onDelete("cascade"),
  ],
);

export const hints = pgTable(
  "hints",
  {
    tenantId: tenantId(),
    sessionId: uuid("session_id").notNull(),
    n: integer("n").notNull(),
    turn: integer("turn").notNull(),
    hintId: text("hint_id").notNull(),
    text: text("text").notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: "hints_key", columns: [t.tenantId, t.sessionId, t.n] }), ofSession("hints_session", t)],
);

/** A link to a debrief for people of the same tenant. Only the token's hash is kept. */
export const shares = pgTable(
  "shares",
  {
    id: id(),
    tenantId: tenantId(),
    sessionId: uuid("session_id").notNull(),
    createdBy: uuid("created_by").notNull(),
    tokenHash: text("token_hash").notNull(),
    expiresAt: at("expires_at").notNull(),
    revokedAt: at("revoked_at"),
    createdAt: createdAt(),
  },
  (t) => [
    unique("shares_token").on(t.tenantId, t.tokenHash),
    index("shares_of_session").on(t.tenantId, t.sessionId),
    ofSession("shares_session", t),
    foreignKey({
      name: "shares_owner",
      columns: [t.tenantId, t.createdBy],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
  ],
);

export const usageEvents = pgTable(
  "usage_events",
  {
    id: id(),
    tenantId: tenantId(),
    /** null once the person was erased: what was spent stays, whose it was does not */
    userId: uuid("user_id"),
    /** no foreign key: what was used stays on record when a talk is erased */
    sessionId: uuid("session_id"),
    turnId: uuid("turn_id"),
    kind: text("kind").$type<ModelRole>().notNull(),
    model: text("model").notNull(),
    inputTokens: integer("input_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    latencyMs: integer("latency_ms"),
    outcome: text("outcome").$type<ModelCall["outcome"]>().notNull().default("ok"),
    /** millionths of a US dollar; null when the price table does not know the model */
    costMicros: bigint("cost_micros", { mode: "number" }),
    promptHash: text("prompt_hash"),
    at: at("at").notNull().defaultNow(),
  },
  (t) => [
    index("usage_events_time").on(t.tenantId, t.at),
    foreignKey({
      name: "usage_events_user",
      columns: [t.tenantId, t.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
  ],
);

/** What a follow-up's buyers remember of a talk with one trainee. Its owner can see and erase it. */
export const memories = pgTable(
  "memories",
  {
    id: id(),
    tenantId: tenantId(),
    userId: uuid("user_id").notNull(),
    kind: text("kind").$type<"relationship">().notNull(),
    /** family of the scenario it comes from */
    family: text("family").notNull(),
    locale: text("locale").$type<Locale>().notNull(),
    buyerId: text("buyer_id").notNull(),
    sourceSessionId: uuid("source_session_id").notNull(),
    content: jsonb("content").$type<Relationship>().notNull(),
    createdAt: createdAt(),
    expiresAt: at("expires_at").notNull(),
  },
  (t) => [
    unique("memories_source").on(t.tenantId, t.sourceSessionId, t.kind, t.buyerId),
    index("memories_owner").on(t.tenantId, t.userId, t.family),
    foreignKey({
      name: "memories_user",
      columns: [t.tenantId, t.userId],
      foreignColumns: [users.tenantId, users.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "memories_session",
      columns: [t.tenantId, t.sourceSessionId],
      foreignColumns: [practiceSessions.tenantId, practiceSessions.id],
    }).onDelete("cascade"),
  ],
);
