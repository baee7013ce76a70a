import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNotNull, isNull, notExists } from 'drizzle-orm';
import { answerFigures, answerTexts } from '../store/answer-schema.ts';
import { entries } from '../store/entries-schema.ts';
import { installs } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import type { Contribution, QuestionRef } from './read-contributions.ts';
import { isoDay } from './week.ts';
import { type ListedText, withdrawTexts } from './withdraw-texts.ts';

const DAY_MS = 86_400_000;

export interface TextRules {
  installsPerPerson: number;
  retentionDays: number;
}

/**
 * What arrived before this moment would have to be deleted before the next list. A list holds copies, and nothing may stay longer than
 * the retention; so it is left out of this week's list.
 */
const listableFrom = (week: Date, retentionDays: number): Date => new Date(week.getTime() - (retentionDays - 7) * DAY_MS);

/** The comments that may be in a new list: none that would expire while it stands, and none that was withdrawn from an earlier one. */
export async function listableTexts(
  store: Store,
  contributions: readonly Contribution[],
  { week, retentionDays }: { week: Date; retentionDays: number },
): Promise<Contribution[]> {
  const withdrawn = await store.select({ entry: answerTexts.entry }).from(answerTexts).where(isNull(answerTexts.text));
  const withdrawnIds = new Set(withdrawn.map(({ entry }) => entry));
  const from = listableFrom(week, retentionDays);
  return contributions.filter(({ entry, receivedAt }) => receivedAt >= from && !withdrawnIds.has(entry));
}

/** Replaces the list of a question, in a random order. */
export async function publishTexts(store: Store, question: QuestionRef, contributions: readonly Contribution[]): Promise<void> {
  const { app, pack, guide } = question;
  await store.delete(answerTexts).where(isListedIn(question));
  const rows = contributions.flatMap(({ entry, answer }) =>
    answer.what === 'words' ? { entry, app, pack, guide, position: randomUUID(), text: answer.words } : [],
  );
  if (rows.length > 0) await store.insert(answerTexts).values(rows).onConflictDoNothing();
}

/** One of the texts that are in the list of a question. */
const isListedIn = ({ pack, guide }: Pick<QuestionRef, 'pack' | 'guide'>) =>
  and(eq(answerTexts.pack, pack), eq(answerTexts.guide, guide), isNotNull(answerTexts.text));

/** Has the list of a question anything in it? */
export async function hasTexts(store: Store, question: Pick<QuestionRef, 'pack' | 'guide'>): Promise<boolean> {
  const rows = await store.select({ entry: answerTexts.entry }).from(answerTexts).where(isListedIn(question)).limit(1);
  return rows.length > 0;
}

/** The list of a question in its random order. */
export async function readTexts(store: Store, question: Pick<QuestionRef, 'pack' | 'guide'>): Promise<string[]> {
  const rows = await store
    .select({ text: answerTexts.text })
    .from(answerTexts)
    .where(isListedIn(question))
    .orderBy(answerTexts.position);
  return rows.flatMap(({ text }) => text ?? []);
}

/** Withdraws from every list, once a week, what was erased or would expire, together with others. */
export async function renewTexts(store: Store, week: Date, rules: TextRules): Promise<void> {
  const from = listableFrom(week, rules.retentionDays);
  const listed = await readListed(store);
  const byQuestion = Map.groupBy(listed, ({ pack, guide }) => `${pack}/${guide}`);
  for (const texts of byQuestion.values()) {
    const isGone = ({ receivedAt }: ListedText) => receivedAt === null || receivedAt < from;
    const withdrawal = withdrawTexts(texts, { isGone, installsPerPerson: rules.installsPerPerson, random: Math.random });
    if (!withdrawal) continue;
    const { retired, postponed, people } = withdrawal;
    await store.update(answerTexts).set({ text: null }).where(inArray(answerTexts.entry, retired));
    if (postponed.length > 0) await store.delete(answerTexts).where(inArray(answerTexts.entry, postponed));
    const { app, pack, guide } = texts[0]!;
    const figure = { what: 'words' as const };
    await store.insert(answerFigures).values({ app, pack, guide, what: 'words', week: isoDay(week), people, figure });
  }
  await forgetWithdrawn(store);
}

function readListed(store: Store) {
  const { entry, app, pack, guide } = answerTexts;
  return store
    .select({ entry, app, pack, guide, install: installs.id, person: installs.person, receivedAt: entries.receivedAt })
    .from(answerTexts)
    .leftJoin(entries, and(eq(entries.id, entry), eq(entries.kind, 'answer')))
    .leftJoin(installs, eq(installs.id, entries.install))
    .where(isNotNull(answerTexts.text));
}

/** An answer that is gone cannot be listed again, so nothing needs to remember that it was withdrawn. */
function forgetWithdrawn(store: Store) {
  const itsEntry = store
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.id, answerTexts.entry), eq(entries.kind, 'answer')));
  return store.delete(answerTexts).where(and(isNull(answerTexts.text), notExists(itsEntry)));
}
