DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['teams', 'team_members', 'logins', 'api_keys', 'connections', 'operator_grants'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant_isolation ON %I TO app_user '
      'USING (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid)) '
      'WITH CHECK (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON teams, team_members, connections TO app_user;
--> statement-breakpoint
GRANT SELECT, DELETE, UPDATE (ended_at) ON logins TO app_user;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (name, revoked_at) ON api_keys TO app_user;
--> statement-breakpoint
GRANT SELECT, UPDATE (ended_at, ended_by) ON operator_grants TO app_user;
--> statement-breakpoint
-- People are administered within their tenant. None is deleted: rows of the audit log point at them.
GRANT INSERT, UPDATE (issuer, subject, email, name, role, external_id, logins_from, disabled_at, removed_at, updated_at)
  ON users TO app_user;
--> statement-breakpoint
GRANT UPDATE (sign_in_policy, practice_retention_days) ON tenants TO app_user;
--> statement-breakpoint
-- Sign-in knows neither tenant nor person beforehand: it looks across tenants for the one that a token names.
CREATE POLICY directory ON logins TO app_identity USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY directory ON api_keys TO app_identity USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY directory ON connections FOR SELECT TO app_identity USING (true);
--> statement-breakpoint
CREATE POLICY directory ON operator_grants TO app_identity USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT ON logins, operator_grants TO app_identity;
--> statement-breakpoint
GRANT UPDATE (last_seen_at, ended_at) ON logins TO app_identity;
--> statement-breakpoint
-- Who was let in, why and until when is never rewritten.
GRANT UPDATE (ended_at, ended_by) ON operator_grants TO app_identity;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (last_used_at, revoked_at) ON api_keys TO app_identity;
--> statement-breakpoint
GRANT SELECT ON connections TO app_identity;
--> statement-breakpoint
-- An operator reads a tenant's talks by a grant that is running, and the database itself looks at the clock.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'app_operator') THEN
    CREATE ROLE app_operator NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
  END IF;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO app_operator;
--> statement-breakpoint
CREATE POLICY own_grant ON operator_grants TO app_operator
  USING (id = (select nullif(current_setting('app.grant_id', true), '')::uuid)
    and tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
--> statement-breakpoint
GRANT SELECT, UPDATE (last_used_at) ON operator_grants TO app_operator;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['practice_sessions', 'messages', 'evaluations', 'check_results', 'scenarios', 'users'] LOOP
    EXECUTE format(
      'CREATE POLICY running_grant ON %I FOR SELECT TO app_operator USING ('
      'tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid) and (select exists ('
      'select from operator_grants g where g.id = nullif(current_setting(''app.grant_id'', true), '''')::uuid '
      'and g.tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid '
      'and g.ended_at is null and g.expires_at > now())))', name);
    EXECUTE format('GRANT SELECT ON %I TO app_operator', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY running_grant ON audit_events FOR INSERT TO app_operator
  WITH CHECK (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
    and actor_role = 'operator' and action = 'grant.use');
--> statement-breakpoint
GRANT INSERT ON audit_events TO app_operator;
