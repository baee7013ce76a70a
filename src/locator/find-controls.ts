import type { Anchor } from '../model/pack/anchor.ts';
import type { ControlFinding } from '../model/pack/control-finding.ts';
import { describe } from './anchor/describe.ts';
import { anchorDifferences } from './anchor-differences.ts';
import { explain } from './explain.ts';
import { isWeakened } from './is-weakened.ts';
import { locate } from './locate.ts';
import type { LocateResult } from './locate-result.ts';
import { findPart, isPart } from './page/find-part.ts';
import { modelOf } from './page/model.ts';
import { NOTHING_ENTERED, nameControl } from './page/name-control.ts';
import type { PageModel } from './page/page-model.ts';

/** Looks once for the controls that anchors describe, in their order. */
export function findControls(anchors: readonly Anchor[], page: Document): ControlFinding[] {
  const model = modelOf(page);
  return anchors.map((anchor) => {
    if (isPart(anchor) && findPart(anchor, [page, ...model.roots])) return { is: 'found' };
    const located = locate(anchor, page, { model });
    return { ...findingOf(anchor, located, model), because: explain(anchor, located, page, model) };
  });
}

function findingOf(anchor: Anchor, located: LocateResult, model: PageModel): ControlFinding {
  if (located.found) {
    if (!isWeakened(anchor, located, model.language)) return { is: 'found' };
    return { is: 'found', isWeakened: true, differs: differencesOf(anchor, located.element, model) };
  }
  const { why, best, count = 2 } = located;
  if (why === 'several') return { is: why, count };
  if (why === 'hidden') return { is: why };
  if (!best) return { is: 'absent' };
  const { role, name } = nameControl(best.element, NOTHING_ENTERED);
  return { is: 'absent', nearest: { role, ...(name && { name }) }, differs: differencesOf(anchor, best.element, model) };
}

const differencesOf = (anchor: Anchor, element: Element, model: PageModel) => anchorDifferences(anchor, describe(element, model));
