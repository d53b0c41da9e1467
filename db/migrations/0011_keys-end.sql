-- A key acts as a person and dies with them: disabling, removing or taking the role away ends it for good, whoever does it.
CREATE FUNCTION end_keys_of_person() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.api_keys SET revoked_at = clock_timestamp()
    WHERE tenant_id = NEW.tenant_id AND user_id = NEW.id AND revoked_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keys_end_with_their_person AFTER UPDATE OF disabled_at, removed_at, role ON users FOR EACH ROW
  WHEN ((NEW.disabled_at IS NOT NULL AND OLD.disabled_at IS NULL)
    OR (NEW.removed_at IS NOT NULL AND OLD.removed_at IS NULL)
    OR (NEW.role IS NULL AND OLD.role IS NOT NULL))
  EXECUTE FUNCTION end_keys_of_person();
