CREATE TABLE "erasures" (
	"mark" text PRIMARY KEY NOT NULL,
	"erased" boolean NOT NULL,
	"day" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "installs" ADD COLUMN "enrolled_by" text;