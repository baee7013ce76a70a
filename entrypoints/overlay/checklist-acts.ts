import type { ChecklistView } from '../../src/model/own-content.ts';
import { guideKey, type ShownChecklist, type ShownItem } from '../../src/model/shown.ts';
import type { ContentWiring, Recording, WayOn } from './content-wiring.ts';

interface Wiring extends Pick<ContentWiring, 'state' | 'ask' | 'route'> {
  record: Recording;
  /** On from an item: its walkthrough or its link. */
  lead: (way: WayOn) => void;
}

/** What each press in a checklist does. */
export function createChecklistActs({ state, ask, route, record, lead }: Wiring) {
  const { checklists } = state.content;

  const tell = (guide: ShownChecklist, what: { view?: ChecklistView; opened?: string }) =>
    ask('checklist', { route: route(), pack: guide.pack.id, guide: guide.id, ...what });

  function view(guide: ShownChecklist, to: ChecklistView): void {
    const key = guideKey(guide);
    const before = checklists.value.find((list) => guideKey(list.guide) === key);
    checklists.value = checklists.value.map((list) => {
      if (guideKey(list.guide) === key) return { ...list, view: to, asked: true };
      return to === 'open' && list.view === 'open' ? { ...list, view: 'folded', asked: false } : list;
    });
    state.panel.value = { shows: 'closed' };
    if (to === 'open' && before?.view === 'closed') record(guide, 'opened');
    void tell(guide, { view: to });
  }

  async function doItem(guide: ShownChecklist, item: ShownItem): Promise<void> {
    const way = { pack: guide.pack, opens: item.opens, link: item.link === undefined ? undefined : { to: item.link } };
    const counts = item.link !== undefined && !item.task && !item.opens;
    const isOutside = item.link !== undefined && !item.link.startsWith('/');
    // A window opens only in the very press; a page that is left must have told before.
    if (isOutside) lead(way);
    if (counts) await tell(guide, { opened: item.id });
    if (!isOutside) lead(way);
  }

  return { view, doItem: (guide: ShownChecklist, item: ShownItem) => void doItem(guide, item) };
}
