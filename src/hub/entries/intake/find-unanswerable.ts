import { and, eq, inArray, not, sql } from 'drizzle-orm';
import type { AnswerEntry } from '../../../model/entry/entry.ts';
import { questions } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { EntryRow } from '../entry-row.ts';
import { dayOf } from './count-usage.ts';

/**
 * Questions of packs that the hub does not publish, such as packs given inline by policy. The hub cannot know whether they exist, so it
 * accepts answers to a few: enough for such packs, too few to bury the desk in made-up questions.
 */
export const MAX_UNPUBLISHED_QUESTIONS = { perInstall: 10, perApp: 50, inAll: 500 };

type Question = Pick<typeof questions.$inferSelect, 'app' | 'pack' | 'guide' | 'what'>;
type Refusal = { path: string; reason: string };

const keyOf = ({ app, pack, guide, what }: Question) => [app, pack, guide, what].join('/');

/** The answers among the rows that are to no question which the hub accepts answers to, by id, and why. */
export async function findUnanswerable(
  tx: Store,
  rows: readonly EntryRow[],
  { install, now }: { install: string; now: Date },
): Promise<Map<string, Refusal>> {
  const answers = rows.filter((row) => row.kind === 'answer');
  if (answers.length === 0) return new Map();
  const packs = [...new Set(answers.map((row) => questionOf(row).pack))];
  const known = await tx.select().from(questions).where(inArray(questions.pack, packs));
  const admitted = await admitUnpublished(tx, unlisted(answers, known), { install, now });
  const refused = new Map<string, Refusal>();
  for (const row of answers) {
    const why = whyNot(row, known) ?? (isAccepted(row, known, admitted) ? undefined : tooManyUnpublished);
    if (why) refused.set(row.id, why);
  }
  return refused;
}

type Known = (typeof questions.$inferSelect)[];

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
  // Sorted, so that two batches that list the same questions cannot deadlock.
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** Lists as many of the questions as there is room for, and returns the keys of those. */
async function admitUnpublished(
  tx: Store,
  wanted: readonly Question[],
  { install, now }: { install: string; now: Date },
): Promise<Set<string>> {
  if (wanted.length === 0) return new Set();
  const apps = [...new Set(wanted.map(({ app }) => app))];
  const listed = await tx
    .select({
      app: questions.app,
      total: sql<number>`count(*)`.mapWith(Number),
      mine: sql<number>`count(*) filter (where ${eq(questions.firstInstall, install)})`.mapWith(Number),
    })
    .from(questions)
    .where(not(questions.isPublished))
    .groupBy(questions.app);
  let all = listed.reduce((sum, one) => sum + one.total, 0);
  let mine = listed.reduce((sum, one) => sum + one.mine, 0);
  const byApp = new Map(apps.map((app) => [app, listed.find((one) => one.app === app)?.total ?? 0]));
  const admitted = wanted.filter(({ app }) => {
    const { perInstall, perApp, inAll } = MAX_UNPUBLISHED_QUESTIONS;
    if (mine >= perInstall || byApp.get(app)! >= perApp || all >= inAll) return false;
    [all, mine] = [all + 1, mine + 1];
    byApp.set(app, byApp.get(app)! + 1);
    return true;
  });
  const row = { isPublished: false, options: [], firstInstall: install, lastDay: dayOf(now) };
  if (admitted.length > 0)
    await tx
      .insert(questions)
      .values(admitted.map((one) => ({ ...one, ...row })))
      .onConflictDoNothing();
  return new Set(admitted.map(keyOf));
}

/** Notes that questions of unpublished packs were answered today; those that nobody answers any more make room for others. */
export async function noteAnswered(tx: Store, rows: readonly EntryRow[], now: Date): Promise<void> {
  const packs = [...new Set(rows.filter((row) => row.kind === 'answer').map((row) => questionOf(row).pack))];
  if (packs.length === 0) return;
  const isEarlier = sql`${questions.lastDay} < ${dayOf(now)}`;
  // Rows that another batch holds are skipped, for it notes the same: waiting for them could deadlock.
  const due = await tx
    .select()
    .from(questions)
    .where(and(inArray(questions.pack, packs), not(questions.isPublished), isEarlier))
    .for('update', { skipLocked: true });
  for (const { app, pack, guide, what } of due)
    await tx
      .update(questions)
      .set({ lastDay: dayOf(now) })
      .where(and(eq(questions.app, app), eq(questions.pack, pack), eq(questions.guide, guide), eq(questions.what, what)));
}

const tooManyUnpublished: Refusal = {
  path: 'about.pack',
  reason: 'is not published at this hub, which accepts answers to only a few questions of such packs; publish the pack here',
};
