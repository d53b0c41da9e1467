-- The heads of the chains. The application reads its tenant's; only the functions below write.
ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE audit_heads FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_isolation ON audit_heads TO app_user
  USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT ON audit_heads TO app_user;
--> statement-breakpoint
-- What the functions below may touch as the tables' owner, who is under row-level security like everybody.
CREATE POLICY chain_keeper ON audit_heads TO CURRENT_USER USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY chain_keeper ON audit_events TO CURRENT_USER
  USING (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
  WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY chain_keeper ON tenants FOR SELECT TO CURRENT_USER
  USING (id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
--> statement-breakpoint
-- The row that vouches for what was cut off is written by `cut_audit` alone.
CREATE POLICY no_forged_cut ON audit_events AS RESTRICTIVE FOR INSERT TO app_user, app_identity
  WITH CHECK (action <> 'audit.cut');
--> statement-breakpoint
-- One value of a row in a form that no other sequence of values can share.
CREATE FUNCTION audit_field(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(octet_length(value)::text || ':' || value, '-') || ','
$$;
--> statement-breakpoint
-- The hash of a row. lib/domain/audit-chain.ts computes the same from what it reads.
CREATE FUNCTION audit_hash(e audit_events) RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN encode(sha256(convert_to(
    public.audit_field(e.prev_hash) || public.audit_field(e.tenant_id::text) || public.audit_field(e.seq::text) ||
    public.audit_field(e.id::text) ||
    public.audit_field(to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) ||
    public.audit_field(e.actor_id::text) || public.audit_field(e.actor_role) || public.audit_field(e.action) ||
    public.audit_field(e.subject) || public.audit_field(e.request_id) || public.audit_field(e.detail::text),
    'UTF8')), 'hex');
END $$;
--> statement-breakpoint
-- Hashes for the rows of before the chain.
DO $$
DECLARE
  e audit_events;
  head audit_heads;
BEGIN
  FOR e IN SELECT * FROM audit_events ORDER BY tenant_id, seq LOOP
    IF head.tenant_id IS DISTINCT FROM e.tenant_id THEN head := NULL; END IF;
    e.prev_hash := head.hash;
    e.hash := audit_hash(e);
    UPDATE audit_events SET prev_hash = e.prev_hash, hash = e.hash WHERE id = e.id;
    head.tenant_id := e.tenant_id;
    head.seq := e.seq;
    head.hash := e.hash;
    INSERT INTO audit_heads VALUES (head.tenant_id, head.seq, head.hash)
      ON CONFLICT (tenant_id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash;
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
-- Gives a new row its place, whatever its writer says of it. Writers of one tenant wait here for each other until the
-- end of their transaction, so the audit row is the last thing that a transaction writes.
CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE head public.audit_heads;
BEGIN
  SELECT * INTO head FROM public.audit_heads h WHERE h.tenant_id = NEW.tenant_id FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO public.audit_heads (tenant_id) VALUES (NEW.tenant_id) ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT head FROM public.audit_heads h WHERE h.tenant_id = NEW.tenant_id FOR UPDATE;
  END IF;
  NEW.at := clock_timestamp();
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := public.audit_hash(NEW);
  UPDATE public.audit_heads SET seq = NEW.seq, hash = NEW.hash WHERE tenant_id = NEW.tenant_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION audit_field(text), audit_hash(audit_events), chain_audit() FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER audit_events_chain BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION chain_audit();
--> statement-breakpoint
-- Cuts off what is older than the tenant's setting, from the beginning of its chain, at most 20,000 rows at a time, and
-- adds a row that vouches for the place of the cut. Returns how many rows went. Takes nothing from its caller but the
-- tenant it acts in: the application cannot make it remove more than the setting says.
CREATE FUNCTION cut_audit() RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
  days int;
  head public.audit_heads;
  last_seq bigint;
  last_hash text;
  removed bigint;
BEGIN
  SELECT t.audit_retention_days INTO days FROM public.tenants t WHERE t.id = tenant;
  SELECT * INTO head FROM public.audit_heads h WHERE h.tenant_id = tenant FOR UPDATE;
  IF days IS NULL OR head.tenant_id IS NULL THEN RETURN 0; END IF;
  SELECT least(
      (SELECT coalesce(min(e.seq) - 1, head.seq) FROM public.audit_events e
        WHERE e.tenant_id = tenant AND e.at >= now() - make_interval(days => days)),
      (SELECT min(e.seq) + 19999 FROM public.audit_events e WHERE e.tenant_id = tenant))
    INTO last_seq;
  SELECT e.hash INTO last_hash FROM public.audit_events e WHERE e.tenant_id = tenant AND e.seq = last_seq;
  IF NOT FOUND THEN RETURN 0; END IF;
  DELETE FROM public.audit_events e WHERE e.tenant_id = tenant AND e.seq <= last_seq;
  GET DIAGNOSTICS removed = ROW_COUNT;
  INSERT INTO public.audit_events (tenant_id, actor_role, action, subject, request_id, detail)
  VALUES (tenant, 'system', 'audit.cut', 'audit:' || tenant, 'retention',
    jsonb_build_object('lastSeq', last_seq, 'lastHash', last_hash, 'rows', removed, 'days', days));
  RETURN removed;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION cut_audit() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION cut_audit() TO app_user;
--> statement-breakpoint
-- As before, but the audit row comes last, in a statement of its own: whoever waits for a place in the chain must hold
-- nothing that the one before it could still ask for.
CREATE OR REPLACE FUNCTION settle_turn(i jsonb) RETURNS jsonb LANGUAGE plpgsql SECURITY INVOKER AS $$
DECLARE owner record;
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
  )
  SELECT m.id, m.tenant_id, m.user_id INTO owner FROM moved m;
  IF NOT FOUND THEN RETURN NULL; END IF;
  INSERT INTO audit_events (tenant_id, actor_id, actor_role, action, subject, request_id, detail)
  VALUES (owner.tenant_id, owner.user_id, i->>'role', 'turn.settle', 'session:' || owner.id, i->>'requestId',
    jsonb_build_object('turnId', i->>'turnId', 'turn', (i->>'turn')::int, 'outcome', null));
  RETURN to_jsonb(owner.id);
END $$;
