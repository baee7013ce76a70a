CREATE TABLE "daily_runs" (
	"id" integer PRIMARY KEY NOT NULL,
	"ran_at" timestamp with time zone NOT NULL,
	"believed_from" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draft_authors" (
	"draft" uuid NOT NULL,
	"account" uuid NOT NULL,
	CONSTRAINT "draft_authors_draft_account_pk" PRIMARY KEY("draft","account")
);
--> statement-breakpoint
CREATE TABLE "pack_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"pack" text NOT NULL,
	"app" text NOT NULL,
	"version" integer NOT NULL,
	"content" text NOT NULL,
	"content_hash" text NOT NULL,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	"approved_by" uuid,
	"approved_hash" text,
	"comment" text
);
--> statement-breakpoint
CREATE TABLE "pack_releases" (
	"pack" text NOT NULL,
	"version" integer NOT NULL,
	"channel" text NOT NULL,
	"share" integer NOT NULL,
	"departments" jsonb NOT NULL,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"stop_reason" text,
	"revision" integer NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid,
	"approved_by" uuid,
	"checks" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"copy_of" integer,
	CONSTRAINT "pack_releases_pack_version_pk" PRIMARY KEY("pack","version")
);
--> statement-breakpoint
CREATE TABLE "pack_states" (
	"pack" text PRIMARY KEY NOT NULL,
	"is_off" boolean NOT NULL,
	"off_reason" text,
	"revision" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"x" text NOT NULL,
	"state" text NOT NULL,
	"held_by" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"sealed_private_key" text
);
--> statement-breakpoint
ALTER TABLE "draft_authors" ADD CONSTRAINT "draft_authors_draft_pack_drafts_id_fk" FOREIGN KEY ("draft") REFERENCES "public"."pack_drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_authors" ADD CONSTRAINT "draft_authors_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_drafts" ADD CONSTRAINT "pack_drafts_updated_by_accounts_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_drafts" ADD CONSTRAINT "pack_drafts_approved_by_accounts_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_releases" ADD CONSTRAINT "pack_releases_published_by_accounts_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_releases" ADD CONSTRAINT "pack_releases_approved_by_accounts_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_releases" ADD CONSTRAINT "pack_releases_pack_version_packs_id_version_fk" FOREIGN KEY ("pack","version") REFERENCES "public"."packs"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_states" ADD CONSTRAINT "pack_states_changed_by_accounts_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_by_state" ON "pack_drafts" USING btree ("state","updated_at");--> statement-breakpoint
INSERT INTO "pack_releases" ("pack", "version", "channel", "share", "departments", "revision", "published_at") SELECT "id", "version", 'live', 100, '[]', 1, "published_at" FROM "packs";--> statement-breakpoint
INSERT INTO "pack_states" ("pack", "is_off", "revision", "changed_at") SELECT "id", false, 1, max("published_at") FROM "packs" GROUP BY "id";
