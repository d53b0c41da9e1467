import { and, asc, desc, eq, isNotNull, lt, or, sql } from "drizzle-orm";
import type { RecordedReply } from "@/agents/review/fidelity";
import { notesOf } from "@/agents/tools/notes";
import { evaluations, practiceSessions, scenarios, turns, users } from "@/db/schema";
import type { Tx } from "@/db/tenant";
import type {
  FidelityDetail,
  FidelityMoment,
  FidelityPage,
  FidelityReport,
  FidelitySummary,
} from "@/lib/contracts/fidelity";
import type { Message } from "@/lib/contracts/session";
import { AppError } from "@/lib/platform/errors";
import { loadBundle } from "./bundles";
import { readMessages } from "./session-views";
import { withoutTrainee } from "./trainee-words";
import { defineVerb } from "./verb";

const pageSize = 30;

type TurnRow = Pick<typeof turns.$inferSelect, "n" | "replies" | "withheld">;

/** The buyers' replies of a talk with how each was made. Replies of before that was kept are left out: nothing is known of them. */
export function recordedReplies(played: readonly TurnRow[], messages: readonly Message[]): RecordedReply[] {
  const texts = new Map(messages.map((message) => [message.id, message.text]));
  return played.flatMap(({ n, replies, withheld }) => {
    // What was worked out for a message is known to all who answer it.
    const notes = notesOf((replies ?? []).flatMap(({ tools }) => tools));
    return (replies ?? []).flatMap(({ messageId, speakerId, plan, reviews, reworded, failed }) => {
      const text = texts.get(messageId);
      if (text === undefined) return [];
      const stopped = (withheld ?? []).filter((kept) => kept.messageId === messageId);
      return [{ speakerId, messageId, turn: n, text, plan, withheld: stopped, reviews, reworded, failed, notes }];
    });
  });
}

const headColumns = {
  evaluationId: evaluations.id,
  finishedAt: evaluations.finishedAt,
  fidelity: evaluations.fidelity,
  unscorable: evaluations.unscorable,
  scenarioId: practiceSessions.scenarioSlug,
  title: sql<string>`${scenarios.content}->>'title'`,
  version: scenarios.version,
  locale: practiceSessions.locale,
};

type Head = { [K in keyof typeof headColumns]: unknown } & {
  evaluationId: string;
  finishedAt: Date | null;
  fidelity: FidelityReport | null;
  unscorable: string | null;
  scenarioId: string;
  title: string;
  version: number;
  locale: FidelitySummary["scenario"]["locale"];
};

function headOf(row: Head, report: FidelityReport) {
  const { evaluationId, scenarioId: id, title, version, locale, finishedAt } = row;
  return {
    evaluationId,
    scenario: { id, title, version, locale },
    on: (finishedAt ?? new Date(0)).toISOString().slice(0, 10),
    verdict: report.verdict,
    voided: row.unscorable === "buyer_failed",
  };
}

function kindsOf({ findings }: FidelityReport): FidelitySummary["kinds"] {
  const count = (kind: string, reached: boolean) =>
    findings.filter((one) => one.kind === kind && one.reached === reached).length;
  return [...new Set(findings.map((one) => one.kind))].map((kind) => ({
    kind,
    stopped: count(kind, false),
    reached: count(kind, true),
  }));
}

const reported = (tx: Tx) =>
  tx
    .select(headColumns)
    .from(evaluations)
    .innerJoin(practiceSessions, eq(practiceSessions.id, evaluations.sessionId))
    .innerJoin(scenarios, eq(scenarios.id, practiceSessions.scenarioVersionId));

/** Reports of the tenant's talks, latest first. Says of whose talk each is nothing at all. */
export const listFidelity = defineVerb<{ cursor?: string | undefined }, FidelityPage>({
  name: "fidelity.list",
  permission: "fidelity:read",
  reach: "tenant",
  audit: "none",
  run: async (tx, _ctx, { cursor }) => {
    const known = and(isNotNull(evaluations.fidelity), isNotNull(evaluations.finishedAt));
    const [last] = cursor ? await reported(tx).where(and(known, eq(evaluations.id, cursor))) : [];
    if (cursor && !last?.finishedAt) {
      throw new AppError("invalid_request", { fields: { cursor: "not a cursor of this list" } });
    }
    const older = last?.finishedAt
      ? or(
          lt(evaluations.finishedAt, last.finishedAt),
          and(eq(evaluations.finishedAt, last.finishedAt), lt(evaluations.id, last.evaluationId)),
        )
      : undefined;
    const rows = await reported(tx)
      .where(and(known, older))
      .orderBy(desc(evaluations.finishedAt), desc(evaluations.id))
      .limit(pageSize + 1);
    const items = rows.slice(0, pageSize).flatMap((row) => {
      const report = row.fidelity;
      if (!report) return [];
      return [{ ...headOf(row, report), kinds: kindsOf(report), unreviewed: report.unreviewed.length }];
    });
    return { items, nextCursor: rows.length > pageSize ? (items.at(-1)?.evaluationId ?? null) : null };
  },
});

/** One reply of a report, or null when nothing was the matter with it. */
function momentOf(
  reply: RecordedReply,
  report: FidelityReport,
  of: { number: number; buyer: string; mask: (text: string) => string },
): FidelityMoment | null {
  const own = report.findings.filter((one) => one.messageId === reply.messageId);
  const unreviewed = report.unreviewed.includes(reply.messageId);
  if (own.length === 0 && !reply.failed && !reply.reworded && !unreviewed) return null;
  const plain = ({ kind, code, detail }: (typeof own)[number]) => ({ kind, code, detail: detail ?? null });
  const stopped = own.filter((one) => !one.reached);
  return {
    number: of.number,
    turn: reply.turn,
    buyer: of.buyer,
    // The report names what was stopped in the order in which the record keeps it.
    tries: stopped.map((one, i) => ({ ...plain(one), words: of.mask(reply.withheld[i]?.text ?? "") })),
    stands: of.mask(reply.text),
    reached: own.filter((one) => one.reached).map(plain),
    failed: reply.failed,
    unreviewed,
  };
}

/** One report with the buyers' words it is about, and none of the trainee's. Throws `not_found`. */
export const getFidelity = defineVerb<{ evaluationId: string }, FidelityDetail>({
  name: "fidelity.get",
  permission: "fidelity:read",
  reach: "tenant",
  audit: { action: "fidelity.read", subject: ({ evaluationId }) => `evaluation:${evaluationId}` },
  run: async (tx, ctx, { evaluationId }) => {
    const [head] = await reported(tx).where(eq(evaluations.id, evaluationId));
    const report = head?.fidelity;
    const [talk] = await tx
      .select({ session: practiceSessions, name: users.name })
      .from(evaluations)
      .innerJoin(practiceSessions, eq(practiceSessions.id, evaluations.sessionId))
      .innerJoin(users, eq(users.id, practiceSessions.userId))
      .where(eq(evaluations.id, evaluationId));
    if (!head || !report || !talk) throw new AppError("not_found");
    const { session, name } = talk;
    const said = await readMessages(tx, session.id);
    const lines = said.filter((message) => message.speaker === "trainee").map((message) => message.text);
    const { personas } = await loadBundle(tx, ctx.tenantId, session);
    const played = await tx
      .select({ n: turns.n, replies: turns.replies, withheld: turns.withheld })
      .from(turns)
      .where(and(eq(turns.sessionId, session.id), eq(turns.status, "settled")))
      .orderBy(asc(turns.n));
    const replies = recordedReplies(played, said);
    const moments = replies.flatMap((reply) => {
      const number = said.find((message) => message.id === reply.messageId)?.number ?? 0;
      const buyer = personas.find((persona) => persona.id === reply.speakerId)?.name ?? reply.speakerId;
      return momentOf(reply, report, { number, buyer, mask: (text) => withoutTrainee(text, { lines, name }) }) ?? [];
    });
    return { ...headOf(head, report), replies: replies.length, moments };
  },
});
