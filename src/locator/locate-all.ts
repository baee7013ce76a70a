import type { Anchor } from '../model/pack/anchor.ts';
import { locate } from './locate.ts';
import type { LocateResult } from './locate-result.ts';
import { modelOf } from './page/model.ts';

/** Finds several anchors on one page, in their order. No element is given to two of them. */
export function locateAll(anchors: readonly Anchor[], page: Document | ShadowRoot): LocateResult[] {
  const model = modelOf(page);
  return resolveDuplicates(
    anchors,
    anchors.map((anchor) => locate(anchor, page, { model })),
  );
}

/** Takes an element that was found for two anchors away from the less sure one, unless they are the same, as of two steps of a walkthrough. */
export function resolveDuplicates(anchors: readonly Anchor[], results: readonly LocateResult[]): LocateResult[] {
  const texts = anchors.map((anchor) => JSON.stringify(anchor));
  return results.map((one, i) =>
    one.found &&
    results.some(
      (other, k) =>
        other.found && other.element === one.element && texts[k] !== texts[i] && (other.confidence - one.confidence || i - k) > 0,
    )
      ? { found: false, why: 'taken', best: one }
      : one,
  );
}
