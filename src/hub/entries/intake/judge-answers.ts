import { type SQL, sql } from 'drizzle-orm';
import type { AnswerEntry } from '../../../model/entry/entry.ts';
import { queryRows } from '../../store/query-rows.ts';
import type { questions } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { textArray } from '../../store/text-array.ts';
import type { EntryRow } from '../entry-row.ts';
import { dayOf, type UsageOfDay } from './count-usage.ts';

/**
 * Questions of packs that the hub does not publish, such as packs given inline by policy. The hub cannot know whether they exist, so it
 * accepts answers to a few: enough for such packs, too few to bury the desk in made-up questions.
 */
export const MAX_UNPUBLISHED_QUESTIONS = { perInstall: 10, perApp: 50, inAll: 500 };

type Question = Pick<typeof questions.$inferSelect, 'app' | 'pack' | 'guide' | 'what'>;
type Refusal = { path: string; reason: string };

const keyOf = ({ app, pack, guide, what }: Question) => [app, pack, guide, what].join('/');

export interface AnswerJudgement {
  /** The answers to questions that the hub does not accept answers to, by id, and why. */
  refused: Map<string, Refusal>;
  /** Questions that are listed with this batch. */
  admitted: readonly Question[];
  /** Packs with unpublished questions that nobody has answered today. */
  renewed: readonly string[];
}

export const NO_ANSWERS: AnswerJudgement = { refused: new Map(), admitted: [], renewed: [] };

/** Judges the answers among the rows by the questions that the hub knows. */
export async function judgeAnswers(
  store: Store,
  rows: readonly EntryRow[],
  { install, now }: { install: string; now: Date },
): Promise<AnswerJudgement> {
  const answers = rows.filter((row) => row.kind === 'answer');
  const packs = [...new Set(answers.map((row) => questionOf(row).pack))];
  const { known, listed } = await readQuestions(store, packs, install);
  const admitted = selectAdmitted(unlisted(answers, known), listed);
  const admittedKeys = new Set(admitted.map(keyOf));
  const refused = new Map<string, Refusal>();
  for (const row of answers) {
    const why = whyNot(row, known) ?? (isAccepted(row, known, admittedKeys) ? undefined : tooManyUnpublished);
    if (why) refused.set(row.id, why);
  }
  const isDue = ({ isPublished, lastDay }: Known[number]) => !isPublished && lastDay < dayOf(now);
  return { refused, admitted, renewed: [...new Set(known.filter(isDue).map(({ pack }) => pack))] };
}

type Known = (Question & { isPublished: boolean; options: string[]; lastDay: string })[];

/** Unpublished questions of an app, and how many of them this install brought. */
type Listed = { app: string; total: number; mine: number }[];

async function readQuestions(store: Store, packs: readonly string[], install: string): Promise<{ known: Known; listed: Listed }> {
  const [found] = await queryRows<{ known: Known | null; listed: Listed | null }>(
    store,
    sql`select
    (select jsonb_agg(jsonb_build_object('app', app, 'pack', pack, 'guide', guide, 'what', what,
      'isPublished', is_published, 'options', options, 'lastDay', last_day))
      from questions where pack = any(${textArray(packs)}::text[])) as known,
    (select jsonb_agg(jsonb_build_object('app', app, 'total', total, 'mine', mine)) from (
      select app, count(*) as total, count(*) filter (where first_install = ${install}) as mine
      from questions where not is_published group by app) as by_app) as listed`,
  );
  return { known: found?.known ?? [], listed: found?.listed ?? [] };
}

function questionOf({ app, payload }: EntryRow): Question & { option: string | undefined } {
  const { about, answer } = payload as Pick<AnswerEntry, 'about' | 'answer'>;
  const option = answer.what === 'choice' ? answer.option : undefined;
  return { app, pack: about.pack, guide: about.guide, what: answer.what, option };
}

/** Why an answer to a published pack is refused. */
function whyNot(row: EntryRow, known: Known): Refusal | undefined {
  const asked = questionOf(row);
  if (!known.some(({ pack, isPublished }) => pack === asked.pack && isPublished)) return undefined;
  const question = known.find((one) => one.isPublished && keyOf(one) === keyOf(asked));
  if (!question) return { path: 'about.guide', reason: 'is no such question in any version of this pack that the hub published' };
  const isOffered = asked.option === undefined || question.options.includes(asked.option);
  return isOffered ? undefined : { path: 'answer.option', reason: 'is no option of this question' };
}

const isAccepted = (row: EntryRow, known: Known, admitted: ReadonlySet<string>): boolean =>
  known.some((one) => keyOf(one) === keyOf(questionOf(row))) || admitted.has(keyOf(questionOf(row)));

/** The questions that the hub has not met, of packs that it does not publish. */
function unlisted(answers: readonly EntryRow[], known: Known): Question[] {
  const published = new Set(known.flatMap(({ pack, isPublished }) => (isPublished ? [pack] : [])));
  const keys = new Set(known.map(keyOf));
  const asked = answers.map(questionOf).filter((one) => !published.has(one.pack) && !keys.has(keyOf(one)));
  const byKey = new Map(asked.map(({ option: _, ...one }) => [keyOf(one), one]));
  return [...byKey.values()];
}

/** As many of the questions as there is room for. */
function selectAdmitted(wanted: readonly Question[], listed: Listed): Question[] {
  let all = listed.reduce((sum, one) => sum + one.total, 0);
  let mine = listed.reduce((sum, one) => sum + one.mine, 0);
  const byApp = new Map(listed.map(({ app, total }) => [app, total]));
  return wanted.filter(({ app }) => {
    const { perInstall, perApp, inAll } = MAX_UNPUBLISHED_QUESTIONS;
    const inApp = byApp.get(app) ?? 0;
    if (mine >= perInstall || inApp >= perApp || all >= inAll) return false;
    [all, mine] = [all + 1, mine + 1];
    byApp.set(app, inApp + 1);
    return true;
  });
}

/** The part of the batch's statement that lists the admitted questions. */
export function admitQuestions({ admitted }: AnswerJudgement, { day }: UsageOfDay): SQL[] {
  if (admitted.length === 0) return [];
  return [
    sql`admitted as (
      insert into questions (app, pack, guide, what, is_published, options, first_install, last_day)
      select app, pack, guide, what, false, '[]'::jsonb, held.install, ${day}::date
      from held, json_to_recordset(${JSON.stringify(admitted)}::json) as question (app text, pack text, guide text, what text)
      order by app, pack, guide, what
      on conflict do nothing)`,
  ];
}

/**
 * The part of the batch's statement that notes that questions of unpublished packs were answered today; those that nobody answers any
 * more make room for others. Rows that another batch holds are skipped, for it notes the same: waiting for them could deadlock.
 */
export function noteAnswered({ renewed }: AnswerJudgement, { day }: UsageOfDay): SQL[] {
  if (renewed.length === 0) return [];
  return [
    sql`due as (
      select questions.app, questions.pack, questions.guide, questions.what from questions, held
      where pack = any(${textArray(renewed)}::text[]) and not is_published and last_day < ${day}::date
      for update of questions skip locked),
    renewed as (
      update questions set last_day = ${day}::date from due
      where questions.app = due.app and questions.pack = due.pack and questions.guide = due.guide and questions.what = due.what)`,
  ];
}

const tooManyUnpublished: Refusal = {
  path: 'about.pack',
  reason: 'is not published at this hub, which accepts answers to only a few questions of such packs; publish the pack here',
};
