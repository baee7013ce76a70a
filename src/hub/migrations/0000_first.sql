CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "accounts_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "enrol_tokens" (
	"hash" text PRIMARY KEY NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"install" uuid NOT NULL,
	"kind" text NOT NULL,
	"app" text NOT NULL,
	"route" text NOT NULL,
	"choice" text,
	"of" uuid,
	"said" jsonb NOT NULL,
	"state" text,
	"device_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "entries_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
CREATE TABLE "installs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"enrolled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "installs_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
CREATE TABLE "looks" (
	"account" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"what" text NOT NULL,
	"asked" text NOT NULL,
	"times" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"last_at" timestamp with time zone NOT NULL,
	CONSTRAINT "looks_account_hour_what_asked_pk" PRIMARY KEY("account","hour","what","asked")
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
CREATE TABLE "sign_in_links" (
	"hash" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_ins" (
	"hash" text PRIMARY KEY NOT NULL,
	"account" uuid NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_install_installs_id_fk" FOREIGN KEY ("install") REFERENCES "public"."installs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "looks" ADD CONSTRAINT "looks_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_account_accounts_id_fk" FOREIGN KEY ("account") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "feedback_by_arrival" ON "entries" USING btree ("seq" DESC NULLS LAST) WHERE kind = 'feedback';--> statement-breakpoint
CREATE INDEX "feedback_by_app" ON "entries" USING btree ("app","choice") WHERE kind = 'feedback';--> statement-breakpoint
CREATE INDEX "words_by_feedback" ON "entries" USING btree ("of","install") WHERE kind = 'words';--> statement-breakpoint
CREATE INDEX "installs_by_time" ON "installs" USING btree ("enrolled_at");--> statement-breakpoint
CREATE INDEX "sign_ins_by_end" ON "sign_ins" USING btree ("ends_at");