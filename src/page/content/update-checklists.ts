import { keyOfGuide } from '../../model/pack/localized-guide.ts';
import type { ContentState } from '../../overlay/content-state.ts';
import type { PageContext } from '../page-handle.ts';

/** Checklists that fit here, each as the person left it; one that is done and closed is put away. */
export function updateChecklists({ applicableGuides, checklists }: ContentState, { own, settled }: PageContext): void {
  const previous = new Map(checklists.value.map((list) => [keyOfGuide(list.guide), list]));
  checklists.value = applicableGuides.value.flatMap((guide) => {
    if (guide.kind !== 'checklist') return [];
    const key = keyOfGuide(guide);
    const { done, view } = own.checklists[key] ?? { done: [], view: 'closed' as const };
    if (settled[key]?.done && view === 'closed') return [];
    return [{ guide, done, view, focusOnShow: previous.get(key)?.view === view && previous.get(key)?.focusOnShow === true }];
  });
}
