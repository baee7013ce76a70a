import { MIN_PEOPLE } from './figure.ts';
import { countPeople } from './people.ts';

/** A comment in a list, and whose it is; install and time of arrival are null once the answer has been erased. */
export interface ListedText {
  entry: string;
  install: string | null;
  person: string | null;
  receivedAt: Date | null;
}

export interface Withdrawal {
  /** Answers that are never listed again. */
  retired: string[];
  /** Answers that leave the list because too few would stay; a later list may hold them. */
  postponed: string[];
  /** People whose comments stay in the list. */
  people: number;
}

/** Comments that leave a list together at least: whoever compares two lists cannot tell which of them was erased. */
const MIN_WITHDRAWN = 5;

interface WithdrawalOptions {
  /** Was the answer erased, or would it expire while the list stands? */
  isGone: (text: ListedText) => boolean;
  installsPerPerson: number;
  random: () => number;
}

/**
 * What leaves a list. If anything is gone, others chosen at random leave with it, for good: one that came back would show which of them
 * was not erased. If too few people would stay, nothing stays. Undefined if nothing is gone.
 */
export function withdrawTexts(
  texts: readonly ListedText[],
  { isGone, installsPerPerson, random }: WithdrawalOptions,
): Withdrawal | undefined {
  const gone = texts.filter(isGone);
  if (gone.length === 0) return undefined;
  const others = texts
    .filter((text) => !isGone(text))
    .map((text) => ({ text, order: random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ text }) => text);
  const decoys = others.slice(0, Math.max(0, MIN_WITHDRAWN - gone.length));
  const rest = others.slice(decoys.length);
  const people = countPeople(
    rest.flatMap(({ install, person }) => (install === null ? [] : { install, person })),
    installsPerPerson,
  );
  const retired = [...gone, ...decoys].map(({ entry }) => entry);
  return people >= MIN_PEOPLE.words
    ? { retired, postponed: [], people }
    : { retired, postponed: rest.map(({ entry }) => entry), people: 0 };
}
