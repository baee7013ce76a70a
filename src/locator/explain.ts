import type { Anchor } from '../model/anchor.ts';
import type { FeatureName } from './features.ts';
import type { Located } from './located.ts';
import { modelOf } from './page-model.ts';
import { rankAnchor } from './rank-anchor.ts';
import { type Ranked, rivalOf } from './score.ts';
import type { PageModel, Seen } from './seen.ts';

type Words = Partial<Record<FeatureName, string>>;

const reasons: Words = {
  key: 'the same name',
  row: 'the same row',
  ids: 'the same identifiers',
  href: 'the same address',
  icon: 'the same icon',
  section: 'the same heading above it',
  alignedKept: 'its place among the others',
};
const objections: Words = {
  roleNot: 'it is of another kind',
  nameNot: 'its name differs',
  rowNot: 'it stands in another row',
  typeNot: 'it is of another type',
  nameElsewhereNot: 'it was there before, as another control',
};

/** What came of looking for a control, as a sentence for authors. The page goes without these words: nobody reads them there. */
export function explain(anchor: Anchor, located: Located, page: Document | ShadowRoot, model: PageModel = modelOf(page)): string {
  if (located.why === 'taken') return 'The control that is nearest to it is surely another one that was asked for.';
  if (located.why === 'hidden') return 'It is on this page, but not shown now.';
  if (!anchor.traits) return explainName(anchor, located);
  const { ranked } = rankAnchor(anchor, model);
  const first = ranked.find(({ seen }) => located.found && seen.element === located.element) ?? ranked[0];
  if (!first) return 'The page has no controls at all.';
  return located.found
    ? `Known by ${said(first, reasons).join(', ') || 'many small likenesses'}.`
    : whyNot(first, rivalOf(ranked));
}

function explainName({ role, name }: Anchor, located: Located): string {
  const [first] = typeof name === 'string' ? [name] : Object.values(name ?? {});
  const what = `${role}${first ? ` named “${first}”` : ''}`;
  if (located.found) return `The only ${what}.`;
  if (!located.best) return `There is no ${what} on this page.`;
  const count = Math.round(1 / located.best.confidence);
  return `There are ${count} of ${what} on this page: pick the control instead of naming it.`;
}

const said = ({ row }: Ranked, words: Words): string[] =>
  Object.entries(words).flatMap(([name, word]) => (row[name as FeatureName] >= 0.5 ? word : []));

/** `button “Save”`, without the name where there is none. */
export const called = ({ role, label }: Seen): string => `${role}${label ? ` “${label.slice(0, 60)}”` : ' without a name'}`;

function whyNot(first: Ranked, rival: Ranked | undefined): string {
  const against = said(first, objections);
  const nearest = `the nearest is ${called(first.seen)}`;
  if (against.length) return `It seems to be gone: ${nearest}, but ${against.join(' and ')}.`;
  if (rival && first.score - rival.score < 1.5) return `Cannot tell ${called(first.seen)} from ${called(rival.seen)}.`;
  return `Nothing on the page is like it enough: ${nearest}.`;
}
