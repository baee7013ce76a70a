import { composedAncestors } from '../../dom/composed-tree.ts';
import type { Candidate } from '../page/candidate.ts';
import type { PageModel } from '../page/page-model.ts';
import { alignmentContextOf } from './alignment-context.ts';
import type { AnchorQuery } from './anchor-query.ts';
import { compare, type OwnFeatures, type RelativeFeature } from './compare.ts';
import type { WordRarity } from './compare-words.ts';
import type { FeatureRow } from './feature-row.ts';

/** How each control of the page compares with what is looked for, in the order of `candidates`. */
export function featuresOf(
  query: AnchorQuery,
  page: Pick<PageModel, 'width' | 'language'>,
  candidates: readonly Candidate[],
): FeatureRow[] {
  const alignment = alignmentContextOf(query, candidates, page);
  const context = { rarity: rarityIn(candidates), windowWidth: page.width, ...alignment };
  const own = candidates.map((control, index) => compare(query, control, index, context));
  const sameFamily = [...own.keys()].filter((index) => !own[index]!.roleDiffers);
  const sameName = sameFamily.filter((index) => own[index]!.wholeName);
  const best = (feature: keyof OwnFeatures, group: readonly number[], minSharing = 1) =>
    shareOfBest({ values: own.map((row) => row[feature]), candidates, group, minSharing });
  const relative: Record<RelativeFeature, number[]> = {
    bestName: best('name', sameFamily),
    bestIds: best('ids', sameFamily),
    bestHref: best('href', sameFamily),
    bestIcon: best('icon', sameFamily),
    bestLabel: best('label', sameFamily),
    bestRow: best('row', sameName.length ? sameName : sameFamily),
    soleName: best('wholeName', sameName, alignment.namesakeCount),
  };
  return own.map((row, index) => ({
    ...row,
    bestName: relative.bestName[index]!,
    bestIds: relative.bestIds[index]!,
    bestHref: relative.bestHref[index]!,
    bestIcon: relative.bestIcon[index]!,
    bestLabel: relative.bestLabel[index]!,
    bestRow: relative.bestRow[index]!,
    soleName: relative.soleName[index]!,
  }));
}

/** How much each word tells among these controls. */
function rarityIn(candidates: readonly Candidate[]): WordRarity {
  const counts = new Map<number, number>();
  for (const { name, ids, href, icon, row } of candidates)
    for (const words of [name, ids, href, icon, row]) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) counts.set(word, count ** -0.75);
  return counts;
}

interface BestOf {
  /** One value a control. */
  values: readonly number[];
  candidates: readonly Candidate[];
  /** Indices of the controls that compete. */
  group: readonly number[];
  /** Shared among at least so many. */
  minSharing: number;
}

/** For each control its share of being the best of a group: 1, divided among those that tie; one inside another counts once. */
function shareOfBest({ values, candidates, group, minSharing }: BestOf): number[] {
  const top = Math.max(...group.map((index) => values[index]!));
  const best = top > 0 ? group.filter((index) => values[index] === top) : [];
  const elements = new Set(best.map((index) => candidates[index]!.element));
  const isInner = (index: number) =>
    composedAncestors(candidates[index]!.element)
      .slice(1)
      .some((element) => elements.has(element));
  const outerCount = best.filter((index) => !isInner(index)).length;
  const sharing = outerCount < 2 && best.length >= minSharing ? 1 : Math.max(minSharing, outerCount);
  const shares = values.map(() => 0);
  for (const index of best) shares[index] = 1 / sharing;
  return shares;
}
