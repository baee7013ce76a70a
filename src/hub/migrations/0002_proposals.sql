CREATE TABLE "proposals" (
	"owner" text NOT NULL,
	"id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"app" text NOT NULL,
	"content" text,
	"state" text NOT NULL,
	"comment" text,
	"revision" integer NOT NULL,
	"day" date NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"decided_on" date,
	"taken_by" uuid,
	"pack" text,
	"guide" text,
	"draft" uuid,
	"removal" uuid,
	CONSTRAINT "proposals_owner_id_pk" PRIMARY KEY("owner","id")
);
--> statement-breakpoint
CREATE TABLE "guide_health" (
	"pack" text NOT NULL,
	"guide" text NOT NULL,
	"version" integer NOT NULL,
	"week" date NOT NULL,
	"health" jsonb NOT NULL,
	CONSTRAINT "guide_health_pack_guide_version_week_pk" PRIMARY KEY("pack","guide","version","week")
);
--> statement-breakpoint
CREATE TABLE "guide_thanks" (
	"pack" text NOT NULL,
	"guide" text NOT NULL,
	"week" date NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "guide_thanks_pack_guide_week_pk" PRIMARY KEY("pack","guide","week")
);
--> statement-breakpoint
ALTER TABLE "pack_drafts" ADD COLUMN "is_changed_by_hub" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "proposals_by_desk_id" ON "proposals" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "proposals_by_state" ON "proposals" USING btree ("state","day");--> statement-breakpoint
CREATE INDEX "proposals_by_draft" ON "proposals" USING btree ("draft");