CREATE TABLE "preflights" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"bundle_hash" text NOT NULL,
	"verdict" text NOT NULL,
	"report" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memories" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"family" text NOT NULL,
	"locale" text NOT NULL,
	"buyer_id" text NOT NULL,
	"source_session_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "memories_source" UNIQUE("tenant_id","source_session_id","kind","buyer_id")
);
--> statement-breakpoint
CREATE TABLE "tool_servers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"tenant_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"url" text NOT NULL,
	"tools" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tool_servers_slug" UNIQUE("tenant_id","slug")
);
--> statement-breakpoint
ALTER TABLE "evaluations" ADD COLUMN "fidelity" jsonb;--> statement-breakpoint
ALTER TABLE "practice_sessions" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "practice_sessions" ADD COLUMN "branch_turn" integer;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "state_after" jsonb;--> statement-breakpoint
ALTER TABLE "turns" ADD COLUMN "replies" jsonb;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "latency_ms" integer;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "outcome" text DEFAULT 'ok' NOT NULL;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "cost_micros" bigint;--> statement-breakpoint
ALTER TABLE "usage_events" ADD COLUMN "prompt_hash" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "over_budget" text DEFAULT 'offline' NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "session_budget_micros" bigint;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "month_budget_micros" bigint;--> statement-breakpoint
ALTER TABLE "preflights" ADD CONSTRAINT "preflights_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memories" ADD CONSTRAINT "memories_user" FOREIGN KEY ("tenant_id","user_id") REFERENCES "public"."users"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memories" ADD CONSTRAINT "memories_session" FOREIGN KEY ("tenant_id","source_session_id") REFERENCES "public"."practice_sessions"("tenant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tool_servers" ADD CONSTRAINT "tool_servers_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "preflights_of_scenario" ON "preflights" USING btree ("tenant_id","slug","created_at");--> statement-breakpoint
CREATE INDEX "memories_owner" ON "memories" USING btree ("tenant_id","user_id","family");--> statement-breakpoint
CREATE INDEX "practice_sessions_branches" ON "practice_sessions" USING btree ("tenant_id","parent_id");