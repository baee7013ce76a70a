import { and, count, desc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Answer } from '../../model/answer.ts';
import type { AnsweredQuestion, AnswerFigure, AnswersPage } from '../../model/answer-figures.ts';
import { guideTitles } from '../backlog/guide-titles.ts';
import { answerFigures, entries } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { figureOf, least, mayMove } from './figure.ts';
import { dayOf, weekOf } from './week.ts';

type Held = typeof answerFigures.$inferSelect;
type Asked = Pick<AnsweredQuestion, 'app' | 'pack' | 'guide' | 'what'>;
type Name = Awaited<ReturnType<typeof guideTitles>>;

const about = (field: 'pack' | 'guide') => sql<string>`${entries.said} -> 'about' ->> ${sql.raw(`'${field}'`)}`;
const what = sql<Answer['what']>`${entries.said} -> 'answer' ->> 'what'`;
const keyOf = ({ pack, guide, what: kind }: Pick<Asked, 'pack' | 'guide' | 'what'>) => [pack, guide, kind].join('/');

/** Every question that was answered, with the figures that may be told; they are made once a week, by whoever looks first. */
export async function readAnswers(
  store: Store,
  { now, languages }: { now: Date; languages: readonly string[] },
): Promise<AnswersPage> {
  const week = weekOf(now);
  const asked = await countByQuestion(store, week);
  const before = await newestFigures(store);
  const due = asked.filter((one) => {
    const held = before.get(keyOf(one));
    return held?.week !== dayOf(week) && mayMove(one.what, one.people, held?.people);
  });
  for (const one of due) await makeFigure(store, one, week);
  const figures = due.length ? await newestFigures(store) : before;
  const abouts = asked.map(({ pack, guide }) => ({ pack, guide, version: 0 }));
  const name = await guideTitles(store, abouts, languages);
  const told = asked.map(async ({ people: _, ...one }): Promise<AnsweredQuestion> => {
    const { guideTitle } = name({ ...one, version: 0 });
    const held = figures.get(keyOf(one));
    return {
      ...one,
      ...(guideTitle !== undefined && { title: guideTitle }),
      least: least[one.what],
      figure: held ? await tell(store, held, name) : null,
    };
  });
  return { questions: await Promise.all(told) };
}

function countByQuestion(store: Store, week: Date) {
  const [pack, guide] = [about('pack'), about('guide')];
  const people = sql<number>`count(distinct ${entries.install}) filter (where ${lt(entries.receivedAt, week)})`;
  return store
    .select({ app: sql<string>`min(${entries.app})`, pack, guide, what, people: people.mapWith(Number) })
    .from(entries)
    .where(eq(entries.kind, 'answer'))
    .groupBy(pack, guide, what)
    .orderBy(sql`min(${entries.app})`, pack, desc(count()), guide);
}

async function newestFigures(store: Store): Promise<Map<string, Held>> {
  const { pack, guide, what: kind, week } = answerFigures;
  const held = await store.selectDistinctOn([pack, guide, kind]).from(answerFigures).orderBy(pack, guide, kind, desc(week));
  return new Map(held.map((one) => [keyOf(one), one]));
}

/** Several hubs may make it at once: the first one's stays. */
async function makeFigure(store: Store, asked: Asked, week: Date): Promise<void> {
  const answers = await lastAnswers(store, asked, week);
  const figure = figureOf(answers);
  const { pack, guide, what: kind } = asked;
  if (!figure) return;
  await store
    .insert(answerFigures)
    .values({ pack, guide, what: kind, week: dayOf(week), people: answers.length, figure })
    .onConflictDoNothing();
}

const answersTo = ({ pack, guide, what: kind }: Pick<Asked, 'pack' | 'guide' | 'what'>, before: Date): SQL | undefined =>
  and(
    eq(entries.kind, 'answer'),
    eq(about('pack'), pack),
    eq(about('guide'), guide),
    eq(what, kind),
    lt(entries.receivedAt, before),
  );

/** One of each install. */
async function lastAnswers(store: Store, asked: Pick<Asked, 'pack' | 'guide' | 'what'>, before: Date): Promise<Answer[]> {
  const found = await store
    .selectDistinctOn([entries.install], { answer: sql<Answer>`${entries.said} -> 'answer'` })
    .from(entries)
    .where(answersTo(asked, before))
    .orderBy(entries.install, desc(entries.seq));
  return found.map(({ answer }) => answer);
}

async function tell(store: Store, held: Held, name: Name): Promise<AnswerFigure | null> {
  const { people, week: until, figure } = held;
  switch (figure.what) {
    case 'umux-lite':
      return { ...figure, people, until };
    case 'choice':
      return { what: figure.what, people, until, options: optionsOf(held, figure.shares, name) };
    case 'words': {
      // They are read as they are now, for whoever takes theirs back takes them back from here as well.
      const words = (await lastAnswers(store, held, new Date(until))).flatMap((one) => (one.what === 'words' ? one.words : []));
      if (words.length < least.words) return null;
      // By the alphabet: the order they came in may tell who was when at work.
      return { what: figure.what, people: words.length, until, words: words.sort((one, other) => one.localeCompare(other)) };
    }
  }
}

/** In the pack's order, with those that nobody chose; the rest, of packs never published here, by their ids. */
function optionsOf({ pack, guide }: Held, shares: Extract<Held['figure'], { what: 'choice' }>['shares'], name: Name) {
  const { options = [] } = name({ pack, guide, version: 0 });
  const unnamed = Object.keys(shares).filter((id) => !options.some((one) => one.id === id));
  return [...options, ...unnamed.map((id) => ({ id }))].map((one) => ({
    ...one,
    share: Object.hasOwn(shares, one.id) ? shares[one.id]! : ('few' as const),
  }));
}
