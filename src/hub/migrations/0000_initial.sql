CREATE TABLE "backlog_items" (
	"author_mark" text PRIMARY KEY NOT NULL,
	"entry" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"app" text NOT NULL,
	"route" text NOT NULL,
	"choice" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"day" date NOT NULL,
	"released_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "daily_usage" (
	"install" uuid PRIMARY KEY NOT NULL,
	"revision" uuid NOT NULL,
	"day" date NOT NULL,
	"entries" integer NOT NULL,
	"bytes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrol_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"mark" text PRIMARY KEY NOT NULL,
	"erased" boolean NOT NULL,
	"day" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expired" (
	"mark" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "installs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"enrolled_by" text NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL,
	"first_enrolled_at" timestamp with time zone DEFAULT now() NOT NULL,
	"person" text,
	"active_on" date,
	"active_again_on" date,
	CONSTRAINT "installs_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "name_snapshots" (
	"week" date PRIMARY KEY NOT NULL,
	"fingerprints" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "packs" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"app" text NOT NULL,
	"jws" text NOT NULL,
	"etag" text NOT NULL,
	"payload_hash" text NOT NULL,
	"language" text NOT NULL,
	"titles" jsonb NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "packs_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"app" text NOT NULL,
	"pack" text NOT NULL,
	"guide" text NOT NULL,
	"what" text NOT NULL,
	"is_published" boolean NOT NULL,
	"options" jsonb NOT NULL,
	"first_install" uuid,
	"last_day" date NOT NULL,
	CONSTRAINT "questions_app_pack_guide_what_pk" PRIMARY KEY("app","pack","guide","what")
);
--> statement-breakpoint
CREATE TABLE "answer_figures" (
	"pack" text NOT NULL,
	"guide" text NOT NULL,
	"what" text NOT NULL,
	"week" date NOT NULL,
	"app" text NOT NULL,
	"people" integer NOT NULL,
	"figure" jsonb NOT NULL,
	CONSTRAINT "answer_figures_pack_guide_what_week_pk" PRIMARY KEY("pack","guide","what","week")
);
--> statement-breakpoint
CREATE TABLE "answer_participants" (
	"mark" text PRIMARY KEY NOT NULL,
	"week" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_texts" (
	"entry" uuid PRIMARY KEY NOT NULL,
	"app" text NOT NULL,
	"pack" text NOT NULL,
	"guide" text NOT NULL,
	"position" uuid NOT NULL,
	"text" text
);
--> statement-breakpoint
CREATE TABLE "answer_weeks" (
	"week" date PRIMARY KEY NOT NULL,
	"enrolled_lately" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "access_log" (
	"account" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"resource" text NOT NULL,
	"query" text NOT NULL,
	"requests" integer NOT NULL,
	"readings" integer NOT NULL,
	"texts" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "access_log_account_hour_resource_query_pk" PRIMARY KEY("account","hour","resource","query")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"issuer" text,
	"subject" text,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"hash" text PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"account" uuid NOT NULL,
	"role" text NOT NULL,
	"method" text NOT NULL,
	"provider" text,
	"started_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"checking_until" timestamp with time zone,
	"sealed_tokens" text,
	CONSTRAINT "sign_ins_id_unique" UNIQUE("id")
);
--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_first_install_installs_id_fk" FOREIGN KEY ("first_install") REFERENCES "public"."installs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_log" ADD CONSTRAINT "access_log_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "items_by_day" ON "backlog_items" USING btree ("day","desk_id");--> statement-breakpoint
CREATE INDEX "items_by_app" ON "backlog_items" USING btree ("app","choice");--> statement-breakpoint
CREATE INDEX "items_by_release" ON "backlog_items" USING btree ("released_at");--> statement-breakpoint
CREATE INDEX "items_by_entry" ON "backlog_items" USING btree ("entry");--> statement-breakpoint
CREATE INDEX "usage_by_day" ON "daily_usage" USING btree ("day");--> statement-breakpoint
CREATE INDEX "installs_by_time" ON "installs" USING btree ("enrolled_at");--> statement-breakpoint
CREATE INDEX "installs_by_first_time" ON "installs" USING btree ("first_enrolled_at");--> statement-breakpoint
CREATE INDEX "questions_by_pack" ON "questions" USING btree ("pack");--> statement-breakpoint
CREATE INDEX "unpublished_questions" ON "questions" USING btree ("first_install") WHERE not is_published;--> statement-breakpoint
CREATE INDEX "texts_by_question" ON "answer_texts" USING btree ("pack","guide");--> statement-breakpoint
CREATE INDEX "access_by_hour" ON "access_log" USING btree ("hour");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_by_link_name" ON "accounts" USING btree ("name") WHERE issuer is null;--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_by_subject" ON "accounts" USING btree ("issuer","subject");--> statement-breakpoint
CREATE INDEX "sign_ins_by_end" ON "sign_ins" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "sign_ins_by_account" ON "sign_ins" USING btree ("account");