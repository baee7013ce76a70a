import type { Anchor } from '../model/anchor.ts';
import { locate } from './locate.ts';
import type { Located, LocateOptions } from './located.ts';
import { modelOf } from './page-model.ts';

/** Find several anchors of one page. No element is given to two of them. */
export function locateAll(anchors: readonly Anchor[], page: Document | ShadowRoot, options: LocateOptions = {}): Located[] {
  const model = options.model ?? modelOf(page);
  return settle(
    anchors,
    anchors.map((anchor) => locate(anchor, page, { ...options, model })),
  );
}

/** No element is given to two anchors: the less sure one gets nothing. */
export function settle(anchors: readonly Anchor[], located: readonly Located[]): Located[] {
  const holder = new Map<Element, Located & { found: true }>();
  for (const one of located) {
    if (!one.found) continue;
    const other = holder.get(one.element);
    if (!other || other.confidence < one.confidence) holder.set(one.element, one);
  }
  return located.map((one, i) =>
    one.found && holder.get(one.element) !== one && !sameAnchor(anchors, located, i, holder) ? taken(one) : one,
  );
}

/** The same control may well be asked for twice, by two steps of a walkthrough. */
function sameAnchor(anchors: readonly Anchor[], located: readonly Located[], i: number, holder: Map<Element, Located>): boolean {
  const one = located[i]!;
  const first = one.found ? located.indexOf(holder.get(one.element)!) : -1;
  return first >= 0 && JSON.stringify({ ...anchors[first], sure: 0 }) === JSON.stringify({ ...anchors[i], sure: 0 });
}

const taken = ({ element, confidence }: Located & { found: true }): Located => ({
  found: false,
  why: 'The control that is nearest to it is surely another one that was asked for.',
  best: { element, confidence },
});
