-- Roles the application switches to inside a transaction. None can log in.
--   app_user      all tenant data, one tenant at a time
--   app_identity  the directory: which tenant and person a sign-in belongs to
--   app_jobs      the job queue
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['app_user', 'app_identity', 'app_jobs'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO app_user, app_identity;
--> statement-breakpoint
-- One policy per tenant table. The session value is read in a sub-select, so once per statement; unset means no row.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'issuers', 'users', 'audit_events', 'personas', 'scenarios', 'rubrics', 'policies', 'practice_sessions', 'turns',
    'messages', 'hints', 'shares', 'usage_events', 'evaluations', 'check_results'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant_isolation ON %I TO app_user '
      'USING (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid)) '
      'WITH CHECK (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))', name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE tenants ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant_isolation ON tenants TO app_user
  USING (id = (select nullif(current_setting('app.tenant_id', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY directory ON tenants TO app_identity USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY directory ON issuers TO app_identity USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY directory ON users TO app_identity USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY directory ON audit_events FOR INSERT TO app_identity WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON tenants, issuers, users TO app_identity;
--> statement-breakpoint
GRANT INSERT ON audit_events TO app_identity;
--> statement-breakpoint
GRANT SELECT ON tenants, issuers, users TO app_user;
--> statement-breakpoint
GRANT UPDATE (locale, theme) ON users TO app_user;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_events, usage_events TO app_user;
--> statement-breakpoint
-- A version never changes: only whether it is the one in use.
GRANT SELECT, INSERT, UPDATE (status, published_at) ON personas, scenarios, rubrics, policies TO app_user;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON practice_sessions, turns, messages, hints, shares, evaluations, check_results TO app_user;
