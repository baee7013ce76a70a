CREATE TABLE "inbox_clock" (
	"id" integer PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox_items" (
	"item" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"snoozed_until" date,
	"reason" text,
	"merged_into" uuid,
	"is_apart" boolean NOT NULL,
	"assignee" uuid,
	"revision" integer NOT NULL,
	"sequence" bigint NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_assignee_accounts_id_fk" FOREIGN KEY ("assignee") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_items" ADD CONSTRAINT "inbox_items_changed_by_accounts_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_by_sequence" ON "inbox_items" USING btree ("sequence");--> statement-breakpoint
CREATE INDEX "inbox_by_target" ON "inbox_items" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "items_by_desk_id" ON "backlog_items" USING btree ("desk_id");