-- A second wall around practice, inside the tenant: where a transaction says whose it is, the database shows that person's
-- practice alone, whatever a query forgets to ask for. Jobs, and the few verbs that are about others, do not say it.
-- Not for new rows: those hang on a talk that had to be found first.
DO $$
DECLARE
  name text;
  act text;
  mine CONSTANT text := '(select nullif(current_setting(''app.user_id'', true), '''')::uuid)';
BEGIN
  FOREACH act IN ARRAY ARRAY['select', 'update', 'delete'] LOOP
    FOREACH name IN ARRAY ARRAY['practice_sessions', 'memories'] LOOP
      EXECUTE format('CREATE POLICY own_practice_%1$s ON %2$I AS RESTRICTIVE FOR %1$s TO app_user '
        'USING (%3$s is null or user_id = %3$s)', act, name, mine);
    END LOOP;
    -- Through the talk, which is itself behind the policy above.
    FOREACH name IN ARRAY ARRAY['turns', 'messages', 'hints', 'shares', 'evaluations'] LOOP
      EXECUTE format('CREATE POLICY own_practice_%1$s ON %2$I AS RESTRICTIVE FOR %1$s TO app_user USING (%3$s is null '
        'or exists (select from practice_sessions p where p.tenant_id = %2$I.tenant_id and p.id = %2$I.session_id))',
        act, name, mine);
    END LOOP;
    EXECUTE format('CREATE POLICY own_practice_%1$s ON check_results AS RESTRICTIVE FOR %1$s TO app_user USING (%2$s is null '
      'or exists (select from evaluations e where e.tenant_id = check_results.tenant_id '
      'and e.id = check_results.evaluation_id))', act, mine);
  END LOOP;
END $$;
