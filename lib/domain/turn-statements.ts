import type { SettledTurn } from "@/agents/turn/ports";
import { runStatement } from "@/db/tenant";
import type { Ctx } from "@/lib/contracts/context";
import type { Message } from "@/lib/contracts/session";
import type { ConversationState } from "@/lib/contracts/state";
import type { Intent } from "@/lib/contracts/vocabulary";
import type { FrozenIds } from "./bundles";

/**
 * The usual claim and the usual settle as one statement each. They do all or nothing: whatever is not the plain case
 * (a retry, a race, an end, a refusal) changes no row, and the verbs in `claims` and `turns` decide it step by step.
 */

export interface QuickClaim extends FrozenIds {
  seq: number;
  turn: number;
  tokensUsed: number;
  state: ConversationState;
  lines: { messageId: string; number: number; speaker: string; text: string; turn: number }[];
}

const claimStatement = `
session as (
  select p.id, p.seq from practice_sessions p, input
  where p.id = (j->>'sessionId')::uuid and p.user_id = (j->>'userId')::uuid
),
moved as (
  update practice_sessions p set seq = p.seq + 1 from session, input
  where p.id = session.id and p.seq = session.seq and p.outcome is null and p.turn < p.max_turns
    and p.expires_at > (j->>'now')::timestamptz and p.tokens_used < (j->>'tokenCap')::int
    and not exists (
      select from turns t where t.session_id = session.id
      and (t.turn_id = (j->>'turnId')::uuid or t.status in ('speaking', 'interrupted', 'stopped', 'failed')))
  returning p.*
),
taken as (
  insert into turns
    (tenant_id, session_id, turn_id, n, status, text, message_id, claim_seq, lease_until, started_at)
  select m.tenant_id, m.id, (j->>'turnId')::uuid, m.turn + 1, 'speaking', j->>'text', (j->>'messageId')::uuid, m.seq,
    (j->>'leaseUntil')::timestamptz, (j->>'now')::timestamptz
  from moved m, input
)
select m.seq, m.turn, m.tokens_used as "tokensUsed", m.state, m.scenario_version_id as "scenarioVersionId",
  m.rubric_version_id as "rubricVersionId", m.policy_version_id as "policyVersionId",
  to_jsonb(m.persona_version_ids) as "personaVersionIds",
  (select coalesce(jsonb_agg(jsonb_build_object('messageId', x.id, 'number', x.number, 'speaker', x.speaker,
    'text', x.text, 'turn', x.turn) order by x.number), '[]'::jsonb)
    from messages x where x.session_id = m.id) as lines
from moved m`;

/** Claims a fresh turn of a talk in which nothing is pending. Null when it is not that simple. */
export async function claimQuickly(
  ctx: Ctx,
  input: {
    sessionId: string;
    turnId: string;
    text: string;
    messageId: string;
    now: Date;
    leaseUntil: Date;
    tokenCap: number;
  },
): Promise<QuickClaim | null> {
  const [row] = await runStatement<QuickClaim>(ctx, { ...input, userId: ctx.actor.userId }, claimStatement);
  return row ?? null;
}

const settleStatement = `
moved as (
  update practice_sessions p set state = j->'state', stage = j->>'stage', turn = (j->>'turn')::int,
    seq = p.seq + 1, tokens_used = p.tokens_used + (j->>'tokens')::int
  from input
  where p.id = (j->>'sessionId')::uuid and p.seq = (j->>'seq')::int and p.outcome is null
    and exists (
      select from turns t where t.session_id = p.id and t.turn_id = (j->>'turnId')::uuid
      and t.status = 'speaking' and t.claim_seq = (j->>'seq')::int)
  returning p.id, p.tenant_id, p.user_id
),
held as (
  update turns t set status = 'settled', code = null, checkpoint_at = 'settled', checkpoint = null, partial = null,
    perception = j->'perception', moves = j->'moves', intents = j->'intents', usage = j->'usage',
    withheld = j->'withheld', buyer_failed = (j->>'buyerFailed')::boolean, finished_at = (j->>'now')::timestamptz
  from moved m, input where t.session_id = m.id and t.turn_id = (j->>'turnId')::uuid
),
said as (
  insert into messages
    (tenant_id, session_id, id, number, turn_id, turn, speaker, text, status, reworded, degraded, flags, created_at)
  select m.tenant_id, m.id, x.id, x.number, x."turnId", x.turn, x.speaker, x.text, x.status, x.reworded, x.degraded,
    x.flags, x."createdAt"
  from moved m, input, jsonb_to_recordset(j->'record') as x (id text, number int, "turnId" uuid, turn int, speaker text,
    text text, status text, reworded boolean, degraded boolean, flags jsonb, "createdAt" timestamptz)
),
used as (
  insert into usage_events (tenant_id, user_id, session_id, turn_id, kind, model, input_tokens, output_tokens)
  select m.tenant_id, m.user_id, m.id, (j->>'turnId')::uuid, 'speak', x.model, x."inputTokens", x."outputTokens"
  from moved m, input, jsonb_to_recordset(j->'usage') as x (model text, "inputTokens" int, "outputTokens" int)
),
audited as (
  insert into audit_events (tenant_id, actor_id, actor_role, action, subject, request_id, detail)
  select m.tenant_id, m.user_id, j->>'role', 'turn.settle', 'session:' || m.id, j->>'requestId',
    jsonb_build_object('turnId', j->>'turnId', 'turn', (j->>'turn')::int, 'outcome', null)
  from moved m, input
)
select id from moved`;

export interface TurnRecord {
  record: Message[];
  usage: { model: string; inputTokens: number; outputTokens: number }[];
  tokens: number;
  intents: { speakerId: string; intent: Intent }[];
  moves: ConversationState["moves"];
  withheld: { messageId: string; code: string; text: string }[];
  buyerFailed: boolean;
}

/** Puts a turn on record that does not end the talk. False when it is not that simple: then nothing is written. */
export async function settleQuickly(
  ctx: Ctx,
  { claimed, state, perception }: SettledTurn,
  written: TurnRecord,
  now: Date,
): Promise<boolean> {
  const { sessionId, turnId, turn, seq } = claimed;
  const { requestId, actor } = ctx;
  const input = { ...written, sessionId, turnId, turn, seq, state, stage: state.stage, perception, now, requestId };
  const rows = await runStatement<{ id: string }>(ctx, { ...input, role: actor.role }, settleStatement);
  return rows.length > 0;
}
