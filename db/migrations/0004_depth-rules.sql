-- A branch outlives the talk it was taken from.
ALTER TABLE practice_sessions ADD CONSTRAINT practice_sessions_parent FOREIGN KEY (tenant_id, parent_id)
  REFERENCES practice_sessions (tenant_id, id) ON DELETE SET NULL (parent_id);
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['preflights', 'memories', 'tool_servers'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant_isolation ON %I TO app_user '
      'USING (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid)) '
      'WITH CHECK (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON preflights TO app_user;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON memories, tool_servers TO app_user;
--> statement-breakpoint
-- As before, and it keeps the state after the turn, how each reply was made, and each call of a model.
CREATE OR REPLACE FUNCTION settle_turn(i jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY INVOKER AS $$
DECLARE answer jsonb;
BEGIN
  WITH
  moved as (
    update practice_sessions p set state = i->'state', stage = i->>'stage', turn = (i->>'turn')::int,
      seq = p.seq + 1, tokens_used = p.tokens_used + (i->>'tokens')::int
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
  audited as (
    insert into audit_events (tenant_id, actor_id, actor_role, action, subject, request_id, detail)
    select m.tenant_id, m.user_id, i->>'role', 'turn.settle', 'session:' || m.id, i->>'requestId',
      jsonb_build_object('turnId', i->>'turnId', 'turn', (i->>'turn')::int, 'outcome', null)
    from moved m
  )
  SELECT to_jsonb(m.id) INTO answer FROM moved m;
  RETURN answer;
END $$;
