import { featuresOf } from '../../../../src/locator/features.ts';
import { soughtOf } from '../../../../src/locator/sought.ts';
import type { ReadPair, Version } from '../pages.ts';
import { type Change, rebuilt, translated } from './augment.ts';
import { anchorsOf, type Example, hasTwin, type Raised, raise } from './examples.ts';

/** Anchors made on one version and sought on the new one, changed. */
interface Job {
  from: 'old' | 'new';
  change: Change;
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
  (one: Change, two: Change): Change =>
  (model) => {
    const first = one(model);
    const second = two(first.model);
    return { model: second.model, kept: second.kept.map((at) => first.kept[at]!) };
  };

/**
 * Searches on pages made up from real ones: in a language that does not exist, and built with another toolkit. For learning only: the
 * pairs know few languages and few toolkits. Of each target either the search for it is made, or the one where it is gone.
 */
export const inventedOf = (pair: ReadPair, seed: number): Example[] =>
  jobsOf(seed).flatMap((job, turn) => inventedBy(pair, job, seed + turn + 1));

function inventedBy(pair: ReadPair, { from, change, scrambled }: Job, turn: number): Example[] {
  const page = pair.versions.new;
  const made = pair.versions[from];
  if (!page || !made) return [];
  const anchors = anchorsOf(pair, made.plain);
  const whole = change((scrambled ? page.scrambled : page.plain).controls);
  const model = raise(whole.model);
  const before = raise(page.plain.controls);
  return pair.targets.flatMap(({ id, key }, i) => {
    const anchor = anchors[id];
    const target = page.plain.targets[id];
    if (!anchor || !target || anchor.traits?.wide) return [];
    const search = (model: Raised, right: number[]): Example => {
      const rows = featuresOf(soughtOf(anchor), model, model.seen);
      const numbers = rows.map((row) => Object.values(row));
      return { app: pair.app, page: pair.page, key, condition: 'more', seen: model.seen, rows, numbers, right: new Set(right) };
    };
    if ((i + turn) % 2) {
      const right = target.right.map((at) => whole.kept.indexOf(at)).filter((at) => at >= 0);
      return right.length ? search(model, right) : [];
    }
    const without = page.without[id];
    const versions: Version[] = [from, 'new'];
    const isTwin = versions.some((one) => page.twins[one]?.[id]) || hasTwin(without, before.seen[target.self]);
    return without && !isTwin && !scrambled ? search(raise(change(without).model), []) : [];
  });
}
