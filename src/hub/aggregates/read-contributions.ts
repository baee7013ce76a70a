import { and, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Answer } from '../../model/entry/answer.ts';
import type { AnsweredQuestion } from '../../model/hub-api/answer-figures.ts';
import { entries } from '../store/entries-schema.ts';
import { installs, questions } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { isEstablished } from './established.ts';
import { MIN_PEOPLE } from './figure.ts';
import type { Contributor } from './people.ts';

export type QuestionRef = Pick<AnsweredQuestion, 'app' | 'pack' | 'guide' | 'what'>;
type Question = Pick<QuestionRef, 'pack' | 'guide' | 'what'>;

export const questionKey = ({ pack, guide, what: kind }: Question): string => [pack, guide, kind].join('/');

/** An answer that counts, and whose it is. */
export interface Contribution extends Contributor {
  entry: string;
  answer: Answer;
  receivedAt: Date;
}

const aboutField = (field: 'pack' | 'guide') => sql<string>`(${entries.payload} -> 'about' ->> ${sql.raw(`'${field}'`)})`;
const what = sql<Answer['what']>`(${entries.payload} -> 'answer' ->> 'what')`;

/** The questions that so many installs answered before a moment that they may have a figure. */
export function readAnsweredQuestions(store: Store, before: Date): Promise<QuestionRef[]> {
  const [pack, guide] = [aboutField('pack'), aboutField('guide')];
  return store
    .select({ app: sql<string>`min(${entries.app})`, pack, guide, what })
    .from(entries)
    .where(and(eq(entries.kind, 'answer'), lt(entries.receivedAt, before)))
    .groupBy(pack, guide, what)
    .having(sql`count(distinct ${entries.install}) >= ${Math.min(...Object.values(MIN_PEOPLE))}`);
}

/** The latest answer of each person before a moment; of each install where no person is known. Only of established installs. */
export function readContributions(store: Store, question: Question, before: Date): Promise<Contribution[]> {
  const contributor = sql`coalesce(${installs.person}, ${installs.id}::text)`;
  return store
    .selectDistinctOn([contributor], {
      entry: entries.id,
      install: installs.id,
      person: installs.person,
      answer: sql<Answer>`${entries.payload} -> 'answer'`,
      receivedAt: entries.receivedAt,
    })
    .from(entries)
    .innerJoin(installs, eq(installs.id, entries.install))
    .where(and(isAnswerTo(question), lt(entries.receivedAt, before), isEstablished(before)))
    .orderBy(contributor, desc(entries.seq));
}

const isAnswerTo = ({ pack, guide, what: kind }: Question): SQL | undefined =>
  and(eq(entries.kind, 'answer'), eq(aboutField('pack'), pack), eq(aboutField('guide'), guide), eq(what, kind));

/** The options of all published versions of a question; none if the hub does not publish it. */
export async function readOptions(store: Store, { app, pack, guide, what: kind }: QuestionRef): Promise<string[]> {
  const isIt = and(eq(questions.app, app), eq(questions.pack, pack), eq(questions.guide, guide), eq(questions.what, kind));
  const [found] = await store.select({ options: questions.options }).from(questions).where(isIt);
  return found?.options ?? [];
}
