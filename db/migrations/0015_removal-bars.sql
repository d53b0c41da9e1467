ALTER TABLE "users" ADD COLUMN "barred_subject" text;--> statement-breakpoint
CREATE INDEX "users_barred" ON "users" USING btree ("tenant_id","barred_subject") WHERE "users"."barred_subject" is not null;--> statement-breakpoint
GRANT UPDATE (barred_subject) ON users TO app_user;
