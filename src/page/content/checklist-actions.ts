import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { LocalizedChecklist, LocalizedChecklistItem } from '../../model/pack/localized-guide.ts';
import type { ChecklistView } from '../../model/person/personal-content.ts';
import type { RecordGuideEvent } from '../prompts/prompt-deps.ts';
import type { ContentDeps, FollowUp } from './content-deps.ts';

interface ChecklistActionsDeps extends Pick<ContentDeps, 'state' | 'ask' | 'route'> {
  record: RecordGuideEvent;
  /** To the walkthrough or the link of an item. */
  followLink: (followUp: FollowUp) => void;
}

/** What each button of a checklist does. */
export function createChecklistActions({ state, ask, route, record, followLink }: ChecklistActionsDeps) {
  const { checklists } = state.content;

  const saveView = (guide: LocalizedChecklist, what: { view?: ChecklistView; opened?: string }) =>
    ask('checklist', { route: route(), pack: guide.pack.id, guide: guide.id, ...what });

  function view(guide: LocalizedChecklist, to: ChecklistView): void {
    const key = keyOfGuide(guide);
    const previous = checklists.value.find((list) => keyOfGuide(list.guide) === key);
    checklists.value = checklists.value.map((list) => {
      if (keyOfGuide(list.guide) === key) return { ...list, view: to, focusOnShow: true };
      return to === 'open' && list.view === 'open' ? { ...list, view: 'folded', focusOnShow: false } : list;
    });
    state.panel.value = { shows: 'closed' };
    if (to === 'open' && previous?.view === 'closed') record(guide, 'opened');
    void saveView(guide, { view: to });
  }

  async function doItem(guide: LocalizedChecklist, item: LocalizedChecklistItem): Promise<void> {
    const followUp = { pack: guide.pack, opens: item.opens, link: item.link === undefined ? undefined : { to: item.link } };
    const counts = item.link !== undefined && !item.task && !item.opens;
    const isOutside = item.link !== undefined && !item.link.startsWith('/');
    // A window opens only within the press itself; a page that is about to be left sends its message first.
    if (isOutside) followLink(followUp);
    if (counts) await saveView(guide, { opened: item.id });
    if (!isOutside) followLink(followUp);
  }

  return { view, doItem: (guide: LocalizedChecklist, item: LocalizedChecklistItem) => void doItem(guide, item) };
}
