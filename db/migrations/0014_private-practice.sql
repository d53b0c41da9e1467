-- A second wall around practice, inside the tenant: where a transaction says whose it is, the database shows that person's
-- practice alone, whatever a query forgets to ask for. Jobs, and the few verbs that are about others, do not say it.
DO $$
DECLARE
  name text;
  mine CONSTANT text := '(select nullif(current_setting(''app.user_id'', true), '''')::uuid)';
BEGIN
  FOREACH name IN ARRAY ARRAY['practice_sessions', 'memories'] LOOP
    EXECUTE format('CREATE POLICY own_practice ON %I AS RESTRICTIVE FOR SELECT TO app_user '
      'USING (%s is null or user_id = %2$s)', name, mine);
  END LOOP;
  -- Through the talk, which is itself behind the policy above.
  FOREACH name IN ARRAY ARRAY['turns', 'messages', 'hints', 'shares', 'evaluations'] LOOP
    EXECUTE format('CREATE POLICY own_practice ON %I AS RESTRICTIVE FOR SELECT TO app_user USING (%s is null or exists ('
      'select from practice_sessions p where p.tenant_id = %1$I.tenant_id and p.id = %1$I.session_id))', name, mine);
  END LOOP;
  EXECUTE format('CREATE POLICY own_practice ON check_results AS RESTRICTIVE FOR SELECT TO app_user USING (%s is null or '
    'exists (select from evaluations e where e.tenant_id = check_results.tenant_id and e.id = check_results.evaluation_id))',
    mine);
END $$;
