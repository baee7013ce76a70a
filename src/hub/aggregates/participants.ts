import { inArray, lte, sql } from 'drizzle-orm';
import { answerParticipants } from '../store/answer-schema.ts';
import { sha256 } from '../store/sha256.ts';
import type { Store } from '../store/store.ts';
import { type Contributor, contributorKey } from './people.ts';
import { isoDay } from './week.ts';

/** After so many weeks a person counts as new again, so that a question that is asked again and again has new figures. */
export const NEW_AGAIN_WEEKS = 13;

const WEEK_MS = 7 * 86_400_000;

/** Marks in one statement: PostgreSQL has a limit on parameters. */
const CHUNK = 1000;

const markOf = (question: string, contributor: Contributor): string => sha256(`${question}/${contributorKey(contributor)}`);

/**
 * Those who are in no figure of the question yet, or have not been in one for a quarter of a year. Whoever answers once more is not new:
 * else a few who answer again and one newcomer would move a figure, and the difference would be the newcomer's answer.
 */
export async function findNewcomers<T extends Contributor>(
  store: Store,
  question: string,
  contributors: readonly T[],
): Promise<T[]> {
  const known = new Set<string>();
  const marks = contributors.map((one) => markOf(question, one));
  for (let from = 0; from < marks.length; from += CHUNK) {
    const chunk = marks.slice(from, from + CHUNK);
    const found = await store
      .select({ mark: answerParticipants.mark })
      .from(answerParticipants)
      .where(inArray(answerParticipants.mark, chunk));
    for (const { mark } of found) known.add(mark);
  }
  return contributors.filter((_, nth) => !known.has(marks[nth]!));
}

/** Notes who is in this week's figure of the question. */
export async function noteParticipants(
  store: Store,
  { question, week }: { question: string; week: Date },
  contributors: readonly Contributor[],
): Promise<void> {
  // The installs of one person have one mark, and a statement may write a row once.
  const marks = new Set(contributors.map((one) => markOf(question, one)));
  const rows = [...marks].map((mark) => ({ mark, week: isoDay(week) }));
  for (let from = 0; from < rows.length; from += CHUNK)
    await store
      .insert(answerParticipants)
      .values(rows.slice(from, from + CHUNK))
      .onConflictDoUpdate({ target: answerParticipants.mark, set: { week: sql`excluded.week` } });
}

/** Forgets who was in figures of more than a quarter of a year ago. */
export async function forgetParticipants(store: Store, week: Date): Promise<void> {
  const before = isoDay(new Date(week.getTime() - NEW_AGAIN_WEEKS * WEEK_MS));
  await store.delete(answerParticipants).where(lte(answerParticipants.week, before));
}
