CREATE SEQUENCE IF NOT EXISTS "entries_seq_seq";
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "entries" (
	"id" uuid NOT NULL,
	"seq" bigint DEFAULT nextval('entries_seq_seq') NOT NULL,
	"install" uuid NOT NULL,
	"kind" text NOT NULL,
	"app" text NOT NULL,
	"route" text NOT NULL,
	"author_mark" text,
	"released_at" timestamp with time zone,
	"payload" jsonb NOT NULL,
	"device_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "entries_pk" PRIMARY KEY("id","install","received_at")
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "entries_by_arrival" ON "entries" USING btree ("received_at");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "comments_by_release" ON "entries" USING btree ("released_at") WHERE kind = 'words';
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "comments_by_feedback" ON "entries" USING btree ("author_mark","seq") WHERE kind = 'words';
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "answers_by_question" ON "entries" USING btree ((payload -> 'about' ->> 'pack'),(payload -> 'about' ->> 'guide')) WHERE kind = 'answer';
