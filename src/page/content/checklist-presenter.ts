import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { ChecklistSummary } from '../../model/pack/guide-summary.ts';
import type { LocalizedChecklist } from '../../model/pack/localized-guide.ts';
import type { ChecklistOnScreen } from '../../overlay/content-state.ts';
import type { ContentDeps } from './content-deps.ts';

/** Draws the checklists that belong here, each as the person left it. One that is complete and closed is no longer drawn. */
export function createChecklistPresenter({ state, context, bodies, isSubframe, lifetime }: ContentDeps) {
  const { applicableGuides, checklists } = state.content;
  let updates = 0;

  async function update(): Promise<void> {
    dropGone();
    updates += 1;
    const own = updates;
    const here = applicableGuides.value.filter((guide): guide is ChecklistSummary => guide.kind === 'checklist');
    const guides = await Promise.all((isSubframe ? [] : here).map((summary) => bodies.of(summary)));
    if (own !== updates || lifetime.aborted) return;
    checklists.value = guides.flatMap((guide) => (guide ? drawn(guide) : []));
  }

  /** Takes down those that do not belong here any more, without waiting for the background. */
  function dropGone(): void {
    const keys = new Set(applicableGuides.value.map(keyOfGuide));
    if (checklists.value.some(({ guide }) => !keys.has(keyOfGuide(guide))))
      checklists.value = checklists.value.filter(({ guide }) => keys.has(keyOfGuide(guide)));
  }

  function drawn(guide: LocalizedChecklist): ChecklistOnScreen[] {
    const key = keyOfGuide(guide);
    const { personalContent, guideHistories } = context();
    const { done, view } = personalContent.checklists[key] ?? { done: [], view: 'closed' as const };
    if (guideHistories[key]?.done && view === 'closed') return [];
    const previous = checklists.value.find((list) => keyOfGuide(list.guide) === key);
    return [{ guide, done, view, focusOnShow: previous?.view === view && previous.focusOnShow }];
  }

  return { update: () => void update(), dropGone };
}
