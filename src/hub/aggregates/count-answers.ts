import { and, count, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Answer } from '../../model/entry/answer.ts';
import type { AnsweredQuestion } from '../../model/hub-api/answer-figures.ts';
import { entries } from '../store/schema.ts';
import type { Store } from '../store/store.ts';

export type QuestionRef = Pick<AnsweredQuestion, 'app' | 'pack' | 'guide' | 'what'>;
type Question = Pick<QuestionRef, 'pack' | 'guide' | 'what'>;

export const questionKey = ({ pack, guide, what: kind }: Question): string => [pack, guide, kind].join('/');

const aboutField = (field: 'pack' | 'guide') => sql<string>`${entries.payload} -> 'about' ->> ${sql.raw(`'${field}'`)}`;
const what = sql<Answer['what']>`${entries.payload} -> 'answer' ->> 'what'`;
const distinctInstalls = sql<number>`count(distinct ${entries.install})`;

/** The answered questions, each with the number of installs that answered before a moment. */
export function countByQuestion(store: Store, before: Date): Promise<(QuestionRef & { people: number })[]> {
  const [pack, guide] = [aboutField('pack'), aboutField('guide')];
  const people = sql<number>`${distinctInstalls} filter (where ${lt(entries.receivedAt, before)})`;
  return store
    .select({ app: sql<string>`min(${entries.app})`, pack, guide, what, people: people.mapWith(Number) })
    .from(entries)
    .where(eq(entries.kind, 'answer'))
    .groupBy(pack, guide, what)
    .orderBy(sql`min(${entries.app})`, pack, desc(count()), guide);
}

const isAnswerTo = ({ pack, guide, what: kind }: Question, before: Date): SQL | undefined =>
  and(
    eq(entries.kind, 'answer'),
    eq(aboutField('pack'), pack),
    eq(aboutField('guide'), guide),
    eq(what, kind),
    lt(entries.receivedAt, before),
  );

/** Number of installs that answered between two moments. */
export async function countBetween(
  store: Store,
  question: Question,
  { from, before }: { from: Date; before: Date },
): Promise<number> {
  const [found] = await store
    .select({ people: distinctInstalls.mapWith(Number) })
    .from(entries)
    .where(and(isAnswerTo(question, before), gte(entries.receivedAt, from)));
  return found?.people ?? 0;
}

/** The latest answer of each install before a moment. */
export async function readLastAnswers(store: Store, question: Question, before: Date): Promise<Answer[]> {
  const found = await store
    .selectDistinctOn([entries.install], { answer: sql<Answer>`${entries.payload} -> 'answer'` })
    .from(entries)
    .where(isAnswerTo(question, before))
    .orderBy(entries.install, desc(entries.seq));
  return found.map(({ answer }) => answer);
}
