import { type Case, corpus, nameOf } from '../../friction/corpus/corpus.ts';
import { type Gesture, gestures } from '../../friction/corpus/gestures.ts';

/** Firefox runs this share of the corpus unless a pattern is given: it needs a process for each page. */
export const NTH_IN_FIREFOX = 4;

export interface Subset {
  cases: readonly Case[];
  gestures: readonly Gesture[];
  /** How it was chosen, for people. */
  rule: string;
}

export const nameOfGesture = ({ name, on }: Gesture): string => `${nameOf(on)} · ${name}`;

/** The families whose shares a subset keeps. */
const familyOf = ({ truth, native, around }: Case): string =>
  native ? `${truth}, by the browser alone` : `${truth}, ${around === 'quiet' ? 'quiet page' : 'page with noise'}`;
const familyOfGesture = ({ rage }: Gesture): string => (rage ? 'presses in haste' : 'ordinary use');

/** What matches the pattern; without one, each `nth` of every family, in the order of the names. */
export function subsetOf({ only, nth, canTouch }: { only: string | undefined; nth: number; canTouch: boolean }): Subset {
  const possible = canTouch ? gestures : gestures.filter(({ byTouch }) => !byTouch);
  const left = gestures.length - possible.length;
  const touches = left
    ? `; ${left} gestures by touch are left out, since this browser does not scroll by the touches of a test`
    : '';
  if (only !== undefined || nth === 1) {
    const wanted = new RegExp(only ?? '');
    const rule = only === undefined ? 'all of the corpus' : `what matches ${wanted}`;
    return {
      cases: corpus.filter((one) => wanted.test(nameOf(one))),
      gestures: possible.filter((one) => wanted.test(nameOfGesture(one))),
      rule: rule + touches,
    };
  }
  return {
    cases: everyNth(nth, corpus, familyOf, nameOf),
    gestures: everyNth(nth, possible, familyOfGesture, nameOfGesture),
    rule: `of each family (${[...new Set(corpus.map(familyOf)), ...new Set(possible.map(familyOfGesture))].join('; ')}), the first and every ${nth}th after it, sorted by name${touches}`,
  };
}

function everyNth<T>(nth: number, all: readonly T[], family: (one: T) => string, name: (one: T) => string): T[] {
  const families = Object.values(Object.groupBy(all, family)) as T[][];
  const sorted = families.map((members) => members.toSorted((a, b) => (name(a) < name(b) ? -1 : 1)));
  return sorted.flatMap((members) => members.filter((_, at) => at % nth === 0));
}
