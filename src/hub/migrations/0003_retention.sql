CREATE TABLE "expired" (
	"mark" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "entries" ALTER COLUMN "install" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "answer_figures" ADD COLUMN "app" text;--> statement-breakpoint
UPDATE "answer_figures" SET "app" = coalesce(
	(SELECT min("app") FROM "entries" WHERE "kind" = 'answer' AND "said" -> 'about' ->> 'pack' = "answer_figures"."pack"),
	(SELECT min("app") FROM "packs" WHERE "packs"."id" = "answer_figures"."pack"));--> statement-breakpoint
DELETE FROM "answer_figures" WHERE "app" IS NULL;--> statement-breakpoint
ALTER TABLE "answer_figures" ALTER COLUMN "app" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "raw_by_arrival" ON "entries" USING btree ("received_at") WHERE install is not null;