import { type FeatureName, featureNames } from './features.ts';
import type { Seen } from './page-model.ts';
import type { Ranked } from './score.ts';

const reasons: Partial<Record<FeatureName, string>> = {
  key: 'the same name',
  row: 'the same row',
  ids: 'the same identifiers',
  href: 'the same address',
  icon: 'the same icon',
  section: 'under the same heading',
  column: 'in the same column',
  before: 'beside the same words',
  role: 'the same kind of control',
  aligned: 'its place among the other controls',
};
const objections: Partial<Record<FeatureName, string>> = {
  nameConflict: 'its name differs',
  rowConflict: 'it stands in another row',
  hrefConflict: 'it leads elsewhere',
  typeConflict: 'it is of another type',
  alignedElsewhere: 'it is another control of the page as it was',
};

const said = (ranked: Ranked, words: Partial<Record<FeatureName, string>>): string[] =>
  featureNames.filter((name, i) => words[name] && ranked.row[i]! >= 0.5).map((name) => words[name]!);

/** `button “Save”`, without the name where there is none. */
export const called = (seen: Seen): string => `${seen.role}${seen.label ? ` “${seen.label.slice(0, 60)}”` : ' without a name'}`;

export function whyFound(first: Ranked): string {
  return `Known by ${said(first, reasons).join(', ') || 'many small likenesses'}.`;
}

export function whyNot(first: Ranked, rival: Ranked | undefined): string {
  const against = said(first, objections);
  if (against.length) return `It seems to be gone: the nearest is ${called(first.seen)}, but ${against.join(' and ')}.`;
  if (rival && first.score - rival.score < 1.5) return `Cannot tell ${called(first.seen)} from ${called(rival.seen)}.`;
  return `Nothing on the page is like it enough; the nearest is ${called(first.seen)}.`;
}
