import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { Translate } from '../../runtime/translate.ts';
import { checklistCount } from '../checklist/checklist-count.ts';
import type { ChecklistOnScreen, ContentActions } from '../content-state.ts';
import { onlyTrusted } from '../host/only-trusted.ts';

interface ChecklistOffersProps {
  lists: readonly ChecklistOnScreen[];
  t: Translate;
  actions: Pick<ContentActions, 'setChecklistView'>;
}

/** In the feedback panel: the checklists of this app with their progress. */
export function ChecklistOffers({ lists, t, actions }: ChecklistOffersProps) {
  return (
    <section>
      <h2>{t('checklists')}</h2>
      <ul class="guides">
        {lists.map((list) => (
          <li key={keyOfGuide(list.guide)}>
            <button type="button" onClick={onlyTrusted(() => actions.setChecklistView(list.guide, 'open'))}>
              <span lang={list.guide.title.language} dir="auto">
                {list.guide.title.text}
              </span>
              <span class="count end">{t('checklistCount', ...checklistCount(list))}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
