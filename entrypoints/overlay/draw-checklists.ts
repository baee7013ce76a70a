import { guideKey } from '../../src/model/shown.ts';
import type { ContentState } from '../../src/overlay/content-state.ts';
import type { Here } from '../page/handle.ts';

/** Checklists that fit here, each as the person left it; one that is done and closed is put away. */
export function drawChecklists({ fitting, checklists }: ContentState, { own, settled }: Here): void {
  const before = new Map(checklists.value.map((list) => [guideKey(list.guide), list]));
  checklists.value = fitting.value.flatMap((guide) => {
    if (guide.kind !== 'checklist') return [];
    const key = guideKey(guide);
    const { done, view } = own.checklists[key] ?? { done: [], view: 'closed' as const };
    if (settled[key]?.done && view === 'closed') return [];
    return [{ guide, done, view, asked: before.get(key)?.view === view && before.get(key)?.asked === true }];
  });
}
