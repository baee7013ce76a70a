import { walkthroughOf } from '../../src/model/shown.ts';
import type { ContentActs, Speaking } from '../../src/overlay/content-state.ts';
import { createChecklistActs } from './checklist-acts.ts';
import type { ContentWiring, Recording, WayOn } from './content-wiring.ts';
import { createQuestionActs } from './question-acts.ts';

interface Wiring extends ContentWiring {
  record: Recording;
  /** It has been heard out. */
  rest: (guide: Speaking) => void;
}

/** What each press in a notice, question, reply or checklist does. */
export function createContentActs(wiring: Wiring): Omit<ContentActs, 'form'> {
  const { state, here, begin, go, record, rest } = wiring;
  const { spoken, checklists } = state.content;
  const lists = createChecklistActs({ ...wiring, lead });

  function settle(what: 'finished' | 'dismissed'): void {
    const guide = spoken.value?.guide;
    if (!guide) return;
    record(guide, what);
    rest(guide);
  }

  function lead({ pack, opens, announces, link }: WayOn): void {
    const walkthrough = walkthroughOf(here().guides, pack.id, opens ?? announces);
    const list = checklists.value.find(({ guide }) => guide.pack.id === pack.id && guide.id === announces);
    if (walkthrough) begin(walkthrough);
    else if (list) lists.view(list.guide, 'open');
    else if (link?.to.startsWith('/')) go(link.to);
    else if (link) window.open(link.to, '_blank', 'noopener,noreferrer');
  }

  return {
    ...createQuestionActs(wiring),
    follow: (guide) => {
      settle('finished');
      lead(guide);
    },
    dismiss: () => settle('dismissed'),
    seen: () => settle('finished'),
    close: () => {
      if (spoken.value) rest(spoken.value.guide);
    },
    viewChecklist: lists.view,
    doItem: lists.doItem,
  };
}
