import { createAnchorQuery } from '../../../../src/locator/match/anchor-query.ts';
import { featuresOf } from '../../../../src/locator/match/features.ts';
import type { ReadPair, Version } from '../pages.ts';
import { type PageChange, rebuilt, translated } from './augment.ts';
import { anchorsOf, attachElements, type DetachedModel, hasTwin, type SearchExample } from './examples.ts';
import { valuesInOrder } from './named-weights.ts';
import { featureNames } from './priors.ts';

/** Anchors made on one version and sought on the new one, changed. */
interface Job {
  from: 'old' | 'new';
  change: PageChange;
  scrambled?: boolean;
}

const jobsOf = (seed: number): Job[] => [
  { from: 'old', change: rebuilt(seed) },
  { from: 'new', change: rebuilt(seed + 1) },
  { from: 'new', change: translated(seed + 2) },
  { from: 'new', change: translated(seed + 2), scrambled: true },
  { from: 'old', change: translated(seed + 3) },
  { from: 'new', change: after(rebuilt(seed + 4, 0.6), translated(seed + 4)) },
];

/** One change and then another. */
const after =
  (one: PageChange, two: PageChange): PageChange =>
  (model) => {
    const first = one(model);
    const second = two(first.model);
    return { model: second.model, retained: second.retained.map((at) => first.retained[at]!) };
  };

/**
 * Searches on pages made up from real ones: in a language that does not exist, and built with another toolkit. For learning only: the
 * pairs know few languages and few toolkits. Of each target either the search for it is made, or the one where it is gone.
 */
export const inventedOf = (pair: ReadPair, seed: number): SearchExample[] =>
  jobsOf(seed).flatMap((job, turn) => inventedBy(pair, job, seed + turn + 1));

function inventedBy(pair: ReadPair, { from, change, scrambled }: Job, turn: number): SearchExample[] {
  const page = pair.versions.new;
  const made = pair.versions[from];
  if (!page || !made) return [];
  const anchors = anchorsOf(pair, made.plain);
  const changed = change((scrambled ? page.scrambled : page.plain).controls);
  const model = attachElements(changed.model);
  const before = attachElements(page.plain.controls);
  return pair.targets.flatMap(({ id, key }, i) => {
    const anchor = anchors[id];
    const target = page.plain.targets[id];
    if (!anchor || !target || anchor.traits?.isText) return [];
    const search = (model: DetachedModel, right: number[]): SearchExample => {
      const rows = featuresOf(createAnchorQuery(anchor), model, model.candidates);
      const numbers = rows.map((row) => valuesInOrder(featureNames, row));
      return {
        app: pair.app,
        page: pair.page,
        key,
        condition: 'more',
        candidates: model.candidates,
        rows,
        numbers,
        right: new Set(right),
      };
    };
    if ((i + turn) % 2) {
      const right = target.right.map((at) => changed.retained.indexOf(at)).filter((at) => at >= 0);
      return right.length ? search(model, right) : [];
    }
    const without = page.without[id];
    const versions: Version[] = [from, 'new'];
    const isTwin = versions.some((one) => page.twins[one]?.[id]) || hasTwin(without, before.candidates[target.self]);
    return without && !isTwin && !scrambled ? search(attachElements(change(without).model), []) : [];
  });
}
