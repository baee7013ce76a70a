import type { Anchor } from '../model/pack/anchor.ts';
import type { ControlFinding } from '../model/pack/control-finding.ts';
import { explain } from './explain.ts';
import { locate } from './locate.ts';
import type { LocateResult } from './locate-result.ts';
import { findPart, isPart } from './page/find-part.ts';
import { modelOf } from './page/model.ts';
import { NOTHING_ENTERED, nameControl } from './page/name-control.ts';

/** Looks once for the controls that anchors describe, in their order. */
export function findControls(anchors: readonly Anchor[], page: Document): ControlFinding[] {
  const model = modelOf(page);
  return anchors.map((anchor) => {
    if (isPart(anchor) && findPart(anchor, [page, ...model.roots])) return { is: 'found' };
    const located = locate(anchor, page, { model });
    return { ...findingOf(located), because: explain(anchor, located, page, model) };
  });
}

function findingOf(located: LocateResult): ControlFinding {
  if (located.found) return { is: 'found' };
  const { why, best, count = 2 } = located;
  if (why === 'several') return { is: why, count };
  if (why === 'hidden') return { is: why };
  if (!best) return { is: 'absent' };
  const { role, name } = nameControl(best.element, NOTHING_ENTERED);
  return { is: 'absent', nearest: { role, ...(name && { name }) } };
}
