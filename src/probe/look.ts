import { explain } from '../locator/explain.ts';
import { locate } from '../locator/locate.ts';
import type { LocateResult } from '../locator/locate-result.ts';
import { findPart, isPart } from '../locator/page/find-part.ts';
import { modelOf } from '../locator/page/model.ts';
import type { Anchor } from '../model/pack/anchor.ts';
import type { ControlSighting } from './control-sighting.ts';

/** Looks once for the controls that anchors describe, in their order, as a walkthrough on this page would. */
export function look(anchors: readonly Anchor[], page: Document): ControlSighting[] {
  const model = modelOf(page);
  return anchors.map((anchor) => {
    if (isPart(anchor) && findPart(anchor, [page, ...model.roots]))
      return { state: 'found', reason: `A ${anchor.role} of that name is on the page.`, confidence: 1 };
    const located = locate(anchor, page, { model });
    const reason = explain(anchor, located, page, model);
    return located.found ? { state: 'found', reason, confidence: located.confidence } : { state: stateOf(located), reason };
  });
}

/** The element that an anchor describes, if it is found. */
export function elementOf(anchor: Anchor, page: Document): Element | undefined {
  const model = modelOf(page);
  const part = isPart(anchor) ? findPart(anchor, [page, ...model.roots]) : undefined;
  if (part) return part;
  const located = locate(anchor, page, { model });
  return located.found ? located.element : undefined;
}

function stateOf({ why }: LocateResult): ControlSighting['state'] {
  if (why === 'several') return 'ambiguous';
  return why === 'weak' || why === 'hidden' ? why : 'absent';
}
