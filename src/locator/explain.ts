import type { Anchor } from '../model/pack/anchor.ts';
import type { LocateResult } from './locate-result.ts';
import type { FeatureName } from './match/feature-row.ts';
import { rankAnchor } from './match/rank-anchor.ts';
import { type Ranked, rivalOf, UNDECIDED_LEAD } from './match/score.ts';
import type { Candidate } from './page/candidate.ts';
import { modelOf } from './page/model.ts';
import { NOTHING_ENTERED, nameControl } from './page/name-control.ts';
import type { PageModel } from './page/page-model.ts';

/** What is said of a feature that is at least a half. */
type FeaturePhrases = Partial<Record<FeatureName, string>>;

const REASONS: FeaturePhrases = {
  wholeName: 'the same name',
  row: 'the same row',
  ids: 'the same identifiers',
  href: 'the same address',
  icon: 'the same icon',
  section: 'the same heading above it',
  alignedOnStablePage: 'its place among the others',
};
const OBJECTIONS: FeaturePhrases = {
  roleDiffers: 'it is of another kind',
  nameDiffers: 'its name differs',
  rowDiffers: 'it stands in another row',
  typeDiffers: 'it is of another type',
  nameOfOther: 'its name was that of another control',
};

const MAX_NAME = 60;

/** What came of looking for a control, as a sentence for authors. Only the script that explains loads it. */
export function explain(
  anchor: Anchor,
  located: LocateResult,
  page: Document | ShadowRoot,
  model: PageModel = modelOf(page),
): string {
  if (located.why === 'taken') return 'The nearest control is surely the one that another anchor means.';
  if (located.why === 'hidden') return 'It is on this page, but not shown now.';
  if (!anchor.traits) return explainByName(anchor, located);
  const { ranked } = rankAnchor(anchor, model);
  const first = ranked.find(({ candidate }) => located.found && candidate.element === located.element) ?? ranked[0];
  if (!first) return 'The page has no controls at all.';
  return located.found
    ? `Known by ${phrasesFor(first, REASONS).join(', ') || 'many small likenesses'}.`
    : explainFailure(first, rivalOf(ranked));
}

function explainByName({ role, name }: Anchor, located: LocateResult): string {
  const [first] = typeof name === 'string' ? [name] : Object.values(name ?? {});
  const what = `${role}${first ? ` named “${first}”` : ''}`;
  if (located.found) return `The only ${what}.`;
  if (!located.best) return `There is no ${what} on this page.`;
  return `There are ${located.count ?? 1} of them on this page (${what}): say which by "under", "nextTo" or "nth".`;
}

const phrasesFor = ({ row }: Ranked, words: FeaturePhrases): string[] =>
  Object.entries(words).flatMap(([name, word]) => (row[name as FeatureName] >= 0.5 ? word : []));

function explainFailure(first: Ranked, rival: Ranked | undefined): string {
  const against = phrasesFor(first, OBJECTIONS);
  const nearest = `the nearest is ${roleAndName(first.candidate)}`;
  if (against.length) return `It seems to be gone: ${nearest}, but ${against.join(' and ')}.`;
  if (rival && first.score - rival.score < UNDECIDED_LEAD)
    return `Cannot tell ${roleAndName(first.candidate)} from ${roleAndName(rival.candidate)}.`;
  return `Nothing on the page is like it enough: ${nearest}.`;
}

/** `button “Save”`, or what there is to say of a control without a name that may be told. */
function roleAndName({ element }: Candidate): string {
  const { role, name, masked } = nameControl(element, NOTHING_ENTERED);
  if (name) return `${role} “${name.slice(0, MAX_NAME)}”`;
  return `${role} ${masked ? 'whose name may be data' : 'without a name'}`;
}
