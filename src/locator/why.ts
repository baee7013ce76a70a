import type { FeatureName } from './features.ts';
import type { Ranked } from './score.ts';
import type { Seen } from './seen.ts';

type Words = Partial<Record<FeatureName, string>>;

const reasons: Words = {
  key: 'the same name',
  row: 'the same row',
  ids: 'the same identifiers',
  href: 'the same address',
  icon: 'the same icon',
  section: 'the same heading above it',
  column: 'the same column',
  before: 'the same words beside it',
  alignedKept: 'its place among the others',
};
const objections: Words = {
  roleNot: 'it is of another kind',
  nameNot: 'its name differs',
  rowNot: 'it stands in another row',
  typeNot: 'it is of another type',
  nameElsewhereNot: 'it was there before, as another control',
};

const said = ({ row }: Ranked, words: Words): string[] =>
  Object.entries(words).flatMap(([name, word]) => (row[name as FeatureName] >= 0.5 ? word : []));

/** `button “Save”`, without the name where there is none. */
export const called = ({ role, label }: Seen): string => `${role}${label ? ` “${label.slice(0, 60)}”` : ' without a name'}`;

export const whyFound = (first: Ranked): string => `Known by ${said(first, reasons).join(', ') || 'many small likenesses'}.`;

export function whyNot(first: Ranked, rival: Ranked | undefined): string {
  const against = said(first, objections);
  const nearest = `the nearest is ${called(first.seen)}`;
  if (against.length) return `It seems to be gone: ${nearest}, but ${against.join(' and ')}.`;
  if (rival && first.score - rival.score < 1.5) return `Cannot tell ${called(first.seen)} from ${called(rival.seen)}.`;
  return `Nothing on the page is like it enough: ${nearest}.`;
}
