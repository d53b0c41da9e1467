CREATE TABLE "tenant_spend" (
	"tenant_id" uuid NOT NULL,
	"month" date NOT NULL,
	"cost_micros" bigint NOT NULL,
	CONSTRAINT "tenant_spend_key" PRIMARY KEY("tenant_id","month")
);
--> statement-breakpoint
ALTER TABLE "practice_sessions" ADD COLUMN "cost_micros" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenant_spend" ADD CONSTRAINT "tenant_spend_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;