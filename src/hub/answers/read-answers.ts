import type { AnsweredQuestion, AnswerFigure, AnswersPage } from '../../model/answer-figures.ts';
import { guideTitles } from '../backlog/guide-titles.ts';
import type { Store } from '../store/store.ts';
import { type Asked, countByQuestion, keyOf, lastAnswers } from './answers-to.ts';
import { least } from './figure.ts';
import { type Held, makeDueFigures, newestFigures } from './make-figures.ts';
import { weekOf } from './week.ts';

type Name = Awaited<ReturnType<typeof guideTitles>>;

/** Every question that was answered, with the figures that may be told. */
export async function readAnswers(
  store: Store,
  { now, languages }: { now: Date; languages: readonly string[] },
): Promise<AnswersPage> {
  await makeDueFigures(store, now);
  const figures = await newestFigures(store);
  const asked = withOutlived(await countByQuestion(store, weekOf(now)), figures);
  const abouts = asked.map(({ pack, guide }) => ({ pack, guide, version: 0 }));
  const name = await guideTitles(store, abouts, languages);
  const told = asked.map(async ({ app, pack, guide, what }): Promise<AnsweredQuestion> => {
    const { guideTitle } = name({ pack, guide, version: 0 });
    const held = figures.get(keyOf({ pack, guide, what }));
    return {
      ...{ app, pack, guide, what },
      ...(guideTitle !== undefined && { title: guideTitle }),
      least: least[what],
      figure: held ? await tell(store, held, name) : null,
    };
  });
  return { questions: await Promise.all(told) };
}

/** A figure outlives the answers that it was made of; words are not figures. */
function withOutlived(asked: Asked[], figures: ReadonlyMap<string, Held>): Asked[] {
  const living = new Set(asked.map(keyOf));
  const outlived = [...figures].flatMap(([key, held]) => (living.has(key) || held.what === 'words' ? [] : held));
  if (outlived.length === 0) return asked;
  return [...asked, ...outlived].sort((a, b) => a.app.localeCompare(b.app) || a.pack.localeCompare(b.pack));
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
