-- The usual claim and the usual settle of a turn, each one call. As functions their plans are kept per connection: planning
-- them each time costs five times their work. They run with the rights of the caller, so row-level security binds them.
-- Whatever is not the plain case (a retry, a race, an end, a refusal) changes no row: then the answer is null.
CREATE FUNCTION claim_turn(i jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY INVOKER AS $$
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
      and p.expires_at > (i->>'now')::timestamptz and p.tokens_used < (i->>'tokenCap')::int
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
  SELECT jsonb_build_object('seq', m.seq, 'turn', m.turn, 'tokensUsed', m.tokens_used, 'state', m.state,
    'scenarioVersionId', m.scenario_version_id, 'rubricVersionId', m.rubric_version_id,
    'policyVersionId', m.policy_version_id, 'personaVersionIds', to_jsonb(m.persona_version_ids),
    'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('messageId', x.id, 'number', x.number, 'speaker', x.speaker,
      'text', x.text, 'turn', x.turn) ORDER BY x.number), '[]'::jsonb) FROM messages x WHERE x.session_id = m.id))
  INTO answer FROM moved m;
  RETURN answer;
END $$;
--> statement-breakpoint
CREATE FUNCTION settle_turn(i jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY INVOKER AS $$
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
    insert into usage_events (tenant_id, user_id, session_id, turn_id, kind, model, input_tokens, output_tokens)
    select m.tenant_id, m.user_id, m.id, (i->>'turnId')::uuid, 'speak', x.model, x."inputTokens", x."outputTokens"
    from moved m, jsonb_to_recordset(i->'usage') as x (model text, "inputTokens" int, "outputTokens" int)
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
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION claim_turn(jsonb), settle_turn(jsonb) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION claim_turn(jsonb), settle_turn(jsonb) TO app_user;
