-- `updated_at` is the version that provisioning clients and the console hold a change against. Whoever changes what they
-- show moves it, whether they think of it or not, and never to the moment of the change before.
CREATE FUNCTION next_version(was timestamptz) RETURNS timestamptz LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT greatest(date_trunc('milliseconds', clock_timestamp()), date_trunc('milliseconds', was) + interval '1 millisecond')
$$;
--> statement-breakpoint
CREATE FUNCTION raise_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF date_trunc('milliseconds', NEW.updated_at) <= date_trunc('milliseconds', OLD.updated_at) THEN
    NEW.updated_at := public.next_version(OLD.updated_at);
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER raise_version BEFORE UPDATE ON users FOR EACH ROW
  WHEN ((OLD.email, OLD.name, OLD.role, OLD.external_id, OLD.disabled_at, OLD.removed_at)
    IS DISTINCT FROM (NEW.email, NEW.name, NEW.role, NEW.external_id, NEW.disabled_at, NEW.removed_at))
  EXECUTE FUNCTION raise_version();
--> statement-breakpoint
CREATE TRIGGER raise_version BEFORE UPDATE ON teams FOR EACH ROW
  WHEN ((OLD.name, OLD.external_id) IS DISTINCT FROM (NEW.name, NEW.external_id))
  EXECUTE FUNCTION raise_version();
--> statement-breakpoint
-- Who joins or leaves changes the team.
CREATE FUNCTION raise_team_version() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.teams SET updated_at = public.next_version(updated_at) WHERE id IN (SELECT team_id FROM changed);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER member_joined AFTER INSERT ON team_members REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION raise_team_version();
--> statement-breakpoint
CREATE TRIGGER member_left AFTER DELETE ON team_members REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION raise_team_version();
