ALTER TABLE tenant_spend ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tenant_spend FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_isolation ON tenant_spend TO app_user
  USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON tenant_spend TO app_user;
--> statement-breakpoint
-- What a turn may spend, from the tenant's own settings and sums: row-level security leaves one tenant to see.
CREATE FUNCTION tenant_budget(tokens_used int, cost_micros bigint) RETURNS jsonb LANGUAGE sql STABLE SECURITY INVOKER AS $$
  SELECT jsonb_build_object('tokensUsed', tokens_used, 'over', t.over_budget, 'microsLeft', least(
    t.session_budget_micros - cost_micros,
    t.month_budget_micros - coalesce((SELECT s.cost_micros FROM tenant_spend s
      WHERE s.month = date_trunc('month', now() at time zone 'utc')::date), 0)))
  FROM tenants t
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION tenant_budget(int, bigint) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION tenant_budget(int, bigint) TO app_user;
--> statement-breakpoint
-- As before; a talk over its cap is still claimed, for whether it goes on is the tenant's choice, and the budget is told.
CREATE OR REPLACE FUNCTION claim_turn(i jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY INVOKER AS $$
DECLARE answer jsonb;
BEGIN
  WITH
  session as (
    select p.id, p.seq from practice_sessions p
    where p.id = (i->>'sessionId')::uuid and p.user_id = (i->>'userId')::uuid
  ),
  moved as (
    update practice_sessions p set seq = p.seq + 1 from session
    where p.id = session.id and p.seq = session.seq and p.outcome is null and p.turn < p.max_turns
      and p.expires_at > (i->>'now')::timestamptz
      and not exists (
        select from turns t where t.session_id = session.id
        and (t.turn_id = (i->>'turnId')::uuid or t.status in ('speaking', 'interrupted', 'stopped', 'failed')))
    returning p.*
  ),
  taken as (
    insert into turns
      (tenant_id, session_id, turn_id, n, status, text, message_id, claim_seq, lease_until, started_at)
    select m.tenant_id, m.id, (i->>'turnId')::uuid, m.turn + 1, 'speaking', i->>'text', (i->>'messageId')::uuid, m.seq,
      (i->>'leaseUntil')::timestamptz, (i->>'now')::timestamptz
    from moved m
  )
  SELECT jsonb_build_object('seq', m.seq, 'turn', m.turn, 'state', m.state,
    'budget', tenant_budget(m.tokens_used, m.cost_micros),
    'scenarioVersionId', m.scenario_version_id, 'rubricVersionId', m.rubric_version_id,
    'policyVersionId', m.policy_version_id, 'personaVersionIds', to_jsonb(m.persona_version_ids),
    'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('messageId', x.id, 'number', x.number, 'speaker', x.speaker,
      'text', x.text, 'turn', x.turn) ORDER BY x.number), '[]'::jsonb) FROM messages x WHERE x.session_id = m.id))
  INTO answer FROM moved m;
  RETURN answer;
END $$;
--> statement-breakpoint
-- As before, and it adds up what was spent.
CREATE OR REPLACE FUNCTION settle_turn(i jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY INVOKER AS $$
DECLARE answer jsonb;
BEGIN
  WITH
  moved as (
    update practice_sessions p set state = i->'state', stage = i->>'stage', turn = (i->>'turn')::int,
      seq = p.seq + 1, tokens_used = p.tokens_used + (i->>'tokens')::int,
      cost_micros = p.cost_micros + (i->>'costMicros')::bigint
    where p.id = (i->>'sessionId')::uuid and p.seq = (i->>'seq')::int and p.outcome is null
      and exists (
        select from turns t where t.session_id = p.id and t.turn_id = (i->>'turnId')::uuid
        and t.status = 'speaking' and t.claim_seq = (i->>'seq')::int)
    returning p.id, p.tenant_id, p.user_id
  ),
  held as (
    update turns t set status = 'settled', code = null, checkpoint_at = 'settled', checkpoint = null, partial = null,
      state_after = i->'state', replies = i->'replies',
      perception = i->'perception', moves = i->'moves', intents = i->'intents', usage = i->'usage',
      withheld = i->'withheld', buyer_failed = (i->>'buyerFailed')::boolean, finished_at = (i->>'now')::timestamptz
    from moved m where t.session_id = m.id and t.turn_id = (i->>'turnId')::uuid
  ),
  said as (
    insert into messages
      (tenant_id, session_id, id, number, turn_id, turn, speaker, text, status, reworded, degraded, flags, created_at)
    select m.tenant_id, m.id, x.id, x.number, x."turnId", x.turn, x.speaker, x.text, x.status, x.reworded, x.degraded,
      x.flags, x."createdAt"
    from moved m, jsonb_to_recordset(i->'record') as x (id text, number int, "turnId" uuid, turn int, speaker text,
      text text, status text, reworded boolean, degraded boolean, flags jsonb, "createdAt" timestamptz)
  ),
  used as (
    insert into usage_events (tenant_id, user_id, session_id, turn_id, kind, model, input_tokens, output_tokens,
      latency_ms, outcome, cost_micros, prompt_hash)
    select m.tenant_id, m.user_id, m.id, (i->>'turnId')::uuid, x.role, x.model, x."inputTokens", x."outputTokens",
      x."latencyMs", x.outcome, x."costMicros", x."promptHash"
    from moved m, jsonb_to_recordset(i->'usage') as x (role text, model text, "inputTokens" int, "outputTokens" int,
      "latencyMs" int, outcome text, "costMicros" bigint, "promptHash" text)
  ),
  spent as (
    insert into tenant_spend as s (tenant_id, month, cost_micros)
    select m.tenant_id, date_trunc('month', now() at time zone 'utc')::date, (i->>'costMicros')::bigint
    from moved m where (i->>'costMicros')::bigint > 0
    on conflict (tenant_id, month) do update set cost_micros = s.cost_micros + excluded.cost_micros
  ),
  audited as (
    insert into audit_events (tenant_id, actor_id, actor_role, action, subject, request_id, detail)
    select m.tenant_id, m.user_id, i->>'role', 'turn.settle', 'session:' || m.id, i->>'requestId',
      jsonb_build_object('turnId', i->>'turnId', 'turn', (i->>'turn')::int, 'outcome', null)
    from moved m
  )
  SELECT to_jsonb(m.id) INTO answer FROM moved m;
  RETURN answer;
END $$;
