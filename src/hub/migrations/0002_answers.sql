CREATE TABLE "answer_figures" (
	"pack" text NOT NULL,
	"guide" text NOT NULL,
	"what" text NOT NULL,
	"week" date NOT NULL,
	"people" integer NOT NULL,
	"figure" jsonb NOT NULL,
	CONSTRAINT "answer_figures_pack_guide_what_week_pk" PRIMARY KEY("pack","guide","what","week")
);
--> statement-breakpoint
CREATE INDEX "answers_by_arrival" ON "entries" USING btree ("received_at") WHERE kind = 'answer';