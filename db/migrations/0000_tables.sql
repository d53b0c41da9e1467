CREATE TABLE "personas" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"locale" text NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "personas_version" UNIQUE("tenant_id","slug","version"),
	CONSTRAINT "personas_tenant_id" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"locale" text NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "policies_version" UNIQUE("tenant_id","slug","version"),
	CONSTRAINT "policies_tenant_id" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "rubrics" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"locale" text NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "rubrics_version" UNIQUE("tenant_id","slug","version"),
	CONSTRAINT "rubrics_tenant_id" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "scenarios" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"status" text NOT NULL,
	"locale" text NOT NULL,
	"content" jsonb NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "scenarios_version" UNIQUE("tenant_id","slug","version"),
	CONSTRAINT "scenarios_tenant_id" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "check_results" (
	"tenant_id" uuid NOT NULL,
	"evaluation_id" uuid NOT NULL,
	"check_id" text NOT NULL,
	"position" integer NOT NULL,
	"skill" text NOT NULL,
	"status" text NOT NULL,
	"weight" integer NOT NULL,
	"blocker" boolean NOT NULL,
	"result" jsonb NOT NULL,
	CONSTRAINT "check_results_key" PRIMARY KEY("tenant_id","evaluation_id","check_id")
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"status" text NOT NULL,
	"progress" jsonb,
	"result" jsonb,
	"unscorable" text,
	"score" integer,
	"versions" jsonb,
	"judge" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"queued_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	CONSTRAINT "evaluations_session" UNIQUE("tenant_id","session_id"),
	CONSTRAINT "evaluations_tenant_id" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "hints" (
	"tenant_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"turn" integer NOT NULL,
	"hint_id" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hints_key" PRIMARY KEY("tenant_id","session_id","n")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"tenant_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"id" text NOT NULL,
	"number" integer NOT NULL,
	"turn_id" uuid NOT NULL,
	"turn" integer NOT NULL,
	"speaker" text NOT NULL,
	"text" text NOT NULL,
	"status" text NOT NULL,
	"reworded" boolean NOT NULL,
	"degraded" boolean NOT NULL,
	"flags" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "messages_key" PRIMARY KEY("tenant_id","session_id","id"),
	CONSTRAINT "messages_number" UNIQUE("tenant_id","session_id","number")
);
--> statement-breakpoint
CREATE TABLE "practice_sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"scenario_slug" text NOT NULL,
	"scenario_version_id" uuid NOT NULL,
	"rubric_version_id" uuid NOT NULL,
	"policy_version_id" uuid NOT NULL,
	"persona_version_ids" uuid[] NOT NULL,
	"locale" text NOT NULL,
	"difficulty" text NOT NULL,
	"attempt" integer NOT NULL,
	"state" jsonb NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"stage" text NOT NULL,
	"turn" integer DEFAULT 0 NOT NULL,
	"max_turns" integer NOT NULL,
	"outcome" text,
	"end_reason" text,
	"assisted" boolean DEFAULT false NOT NULL,
	"tokens_used" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "practice_sessions_tenant_id" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
CREATE TABLE "shares" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shares_token" UNIQUE("tenant_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "turns" (
	"tenant_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"n" integer NOT NULL,
	"status" text NOT NULL,
	"code" text,
	"text" text NOT NULL,
	"message_id" uuid NOT NULL,
	"claim_seq" integer NOT NULL,
	"lease_until" timestamp with time zone NOT NULL,
	"checkpoint_at" text,
	"checkpoint" jsonb,
	"perception" jsonb,
	"moves" jsonb,
	"intents" jsonb,
	"partial" jsonb,
	"usage" jsonb,
	"withheld" jsonb,
	"buyer_failed" boolean DEFAULT false NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "turns_key" PRIMARY KEY("tenant_id","session_id","turn_id")
);
--> statement-breakpoint
CREATE TABLE "usage_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" uuid,
	"turn_id" uuid,
	"kind" text NOT NULL,
	"model" text NOT NULL,
	"input_tokens" integer NOT NULL,
	"output_tokens" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"subject" text,
	"request_id" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issuers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"claim" text NOT NULL,
	"value" text NOT NULL,
	"roles" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "issuers_mapping" UNIQUE("issuer","claim","value")
);
--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"issuer" text,
	"subject" text,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text,
	"locale" text,
	"theme" text DEFAULT 'system' NOT NULL,
	"disabled_at" timestamp with time zone,
	"last_seen_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_tenant_id" UNIQUE("tenant_id","id"),
	CONSTRAINT "users_subject" UNIQUE("tenant_id","issuer","subject")
);
--> statement-breakpoint
ALTER TABLE "personas" ADD CONSTRAINT "personas_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rubrics" ADD CONSTRAINT "rubrics_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scenarios" ADD CONSTRAINT "scenarios_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_results" ADD CONSTRAINT "check_results_evaluation" FOREIGN KEY ("tenant_id","evaluation_id") REFERENCES "public"."evaluations"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_of_session" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."practice_sessions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hints" ADD CONSTRAINT "hints_session" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."practice_sessions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_turn" FOREIGN KEY ("tenant_id","session_id","turn_id") REFERENCES "public"."turns"("tenant_id","session_id","turn_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_sessions" ADD CONSTRAINT "practice_sessions_user" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_sessions" ADD CONSTRAINT "practice_sessions_scenario" FOREIGN KEY ("tenant_id","scenario_version_id") REFERENCES "public"."scenarios"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_sessions" ADD CONSTRAINT "practice_sessions_rubric" FOREIGN KEY ("tenant_id","rubric_version_id") REFERENCES "public"."rubrics"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_sessions" ADD CONSTRAINT "practice_sessions_policy" FOREIGN KEY ("tenant_id","policy_version_id") REFERENCES "public"."policies"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_session" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."practice_sessions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_owner" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turns" ADD CONSTRAINT "turns_session" FOREIGN KEY ("tenant_id","session_id") REFERENCES "public"."practice_sessions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "usage_events" ADD CONSTRAINT "usage_events_user" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor" FOREIGN KEY ("tenant_id","actor_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "issuers" ADD CONSTRAINT "issuers_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "personas_published" ON "personas" USING btree ("tenant_id","slug") WHERE "personas"."status" = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "policies_published" ON "policies" USING btree ("tenant_id","slug") WHERE "policies"."status" = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "rubrics_published" ON "rubrics" USING btree ("tenant_id","slug") WHERE "rubrics"."status" = 'published';--> statement-breakpoint
CREATE UNIQUE INDEX "scenarios_published" ON "scenarios" USING btree ("tenant_id","slug") WHERE "scenarios"."status" = 'published';--> statement-breakpoint
CREATE INDEX "check_results_skill" ON "check_results" USING btree ("tenant_id","skill");--> statement-breakpoint
CREATE INDEX "practice_sessions_owner" ON "practice_sessions" USING btree ("tenant_id","user_id","started_at");--> statement-breakpoint
CREATE INDEX "shares_of_session" ON "shares" USING btree ("tenant_id","session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "turns_one_speaking" ON "turns" USING btree ("tenant_id","session_id") WHERE "turns"."status" = 'speaking';--> statement-breakpoint
CREATE UNIQUE INDEX "turns_one_settled" ON "turns" USING btree ("tenant_id","session_id","n") WHERE "turns"."status" = 'settled';--> statement-breakpoint
CREATE INDEX "usage_events_time" ON "usage_events" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_time" ON "audit_events" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "issuers_tenant" ON "issuers" USING btree ("tenant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_invited" ON "users" USING btree ("tenant_id",lower("email")) WHERE "users"."subject" is null;--> statement-breakpoint
CREATE INDEX "users_email" ON "users" USING btree ("tenant_id",lower("email"));