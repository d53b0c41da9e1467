import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { CheckResult } from "@/lib/contracts/debrief";
import type { FidelityReport } from "@/lib/contracts/fidelity";
import type { CheckStatus, EvaluationStatus, Skill, UnscorableReason } from "@/lib/contracts/vocabulary";
import { at, id, tenantId } from "./columns";
import { practiceSessions } from "./practice";

/** The judgement of one session. `result` is the judge's own record; totals are repeated as columns for lists. */
export const evaluations = pgTable(
  "evaluations",
  {
    id: id(),
    tenantId: tenantId(),
    sessionId: uuid("session_id").notNull(),
    status: text("status").$type<EvaluationStatus>().notNull(),
    progress: jsonb("progress").$type<{ done: number; total: number }>(),
    result: jsonb("result").$type<unknown>(),
    unscorable: text("unscorable").$type<UnscorableReason>(),
    score: integer("score"),
    versions: jsonb("versions").$type<{
      rubric: string;
      scenario: string;
      personas: string[];
      judge: string;
      promptHash: string;
    }>(),
    judge: text("judge"),
    /** whether the buyers stayed themselves: for authors and auditors */
    fidelity: jsonb("fidelity").$type<FidelityReport>(),
    attempts: integer("attempts").notNull().default(0),
    /** why it failed, as a code for the operator */
    error: text("error"),
    queuedAt: at("queued_at").notNull(),
    startedAt: at("started_at"),
    finishedAt: at("finished_at"),
  },
  (t) => [
    unique("evaluations_session").on(t.tenantId, t.sessionId),
    unique("evaluations_tenant_id").on(t.tenantId, t.id),
    foreignKey({
      name: "evaluations_of_session",
      columns: [t.tenantId, t.sessionId],
      foreignColumns: [practiceSessions.tenantId, practiceSessions.id],
    }).onDelete("cascade"),
  ],
);

export const checkResults = pgTable(
  "check_results",
  {
    tenantId: tenantId(),
    evaluationId: uuid("evaluation_id").notNull(),
    checkId: text("check_id").notNull(),
    position: integer("position").notNull(),
    skill: text("skill").$type<Skill>().notNull(),
    status: text("status").$type<CheckStatus>().notNull(),
    weight: integer("weight").notNull(),
    blocker: boolean("blocker").notNull(),
    /** the whole result with its verified quotes */
    result: jsonb("result").$type<CheckResult>().notNull(),
  },
  (t) => [
    primaryKey({ name: "check_results_key", columns: [t.tenantId, t.evaluationId, t.checkId] }),
    index("check_results_skill").on(t.tenantId, t.skill),
    foreignKey({
      name: "check_results_evaluation",
      columns: [t.tenantId, t.evaluationId],
      foreignColumns: [evaluations.tenantId, evaluations.id],
    }).onDelete("cascade"),
  ],
);
