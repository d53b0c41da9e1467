ALTER TABLE "usage_events" ALTER COLUMN "user_id" DROP NOT NULL;
--> statement-breakpoint
-- Erasing somebody: what was spent stays on record without them, their keys go, and of their row only the pseudonym stays.
GRANT UPDATE (user_id, session_id, turn_id) ON usage_events TO app_user;
--> statement-breakpoint
GRANT DELETE ON api_keys TO app_user;
--> statement-breakpoint
GRANT UPDATE (last_seen_at) ON users TO app_user;
