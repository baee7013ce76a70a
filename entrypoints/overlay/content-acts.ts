import { type Ask, isUnanswered } from '../../src/messaging/ask.ts';
import type { Answer } from '../../src/model/answer.ts';
import type { ChecklistView } from '../../src/model/own-content.ts';
import {
  aboutGuide,
  guideKey,
  type ShownChecklist,
  type ShownGuide,
  type ShownItem,
  type ShownWalkthrough,
  walkthroughOf,
} from '../../src/model/shown.ts';
import type { ContentActs, QuestionStage, Speaking } from '../../src/overlay/content-state.ts';
import type { OverlayState } from '../../src/overlay/overlay-state.ts';
import type { Say } from '../../src/runtime/say.ts';
import { browser } from '../page/api.ts';
import type { Here } from '../page/handle.ts';

export interface ContentWiring {
  state: OverlayState;
  ask: Ask;
  here: () => Here;
  say: Say;
  /** Route template of the page now. */
  route: () => string;
  /** Does this script run in a frame of another origin than the page around it? Only the page itself is spoken over. */
  inner: boolean;
  lifetime: AbortSignal;
  /** Begins a walkthrough; goes to an address inside the app. */
  begin: (guide: ShownWalkthrough) => void;
  go: (address: string) => void;
}

interface Wiring extends ContentWiring {
  record: (guide: ShownGuide, what: 'opened' | 'finished' | 'dismissed') => void;
  /** It has been heard out. */
  rest: (guide: Speaking) => void;
}

interface WayOn {
  pack: ShownGuide['pack'];
  opens?: string | undefined;
  announces?: string;
  link?: { to: string } | undefined;
}

/** What each press in a notice, question, reply or checklist does. */
export function createContentActs({ state, ask, here, say, route, begin, go, record, rest }: Wiring): Omit<ContentActs, 'form'> {
  const { spoken, checklists } = state.content;

  function settle(what: 'finished' | 'dismissed'): void {
    const guide = spoken.value?.guide;
    if (!guide) return;
    record(guide, what);
    rest(guide);
  }

  function stage(next: QuestionStage): void {
    if (spoken.value?.kind === 'question') spoken.value = { ...spoken.value, stage: next };
  }

  function follow({ pack, opens, announces, link }: WayOn): void {
    const walkthrough = walkthroughOf(here().guides, pack.id, opens ?? announces);
    const list = checklists.value.find(({ guide }) => guide.pack.id === pack.id && guide.id === announces);
    if (walkthrough) begin(walkthrough);
    else if (list) view(list.guide, 'open');
    else if (link) open(link.to);
  }

  const open = (to: string) => (to.startsWith('/') ? go(to) : void window.open(to, '_blank', 'noopener,noreferrer'));

  async function give(answer: Answer): Promise<void> {
    const guide = spoken.value?.guide;
    if (!guide) return;
    stage({ is: 'sending' });
    const kept = await ask('answer', { route: route(), about: aboutGuide(guide), answer });
    if (!isUnanswered(kept) && kept.ok) {
      state.said.value = say('answerThanks');
      stage({ is: 'thanked' });
    } else stage({ is: 'asking', why: isUnanswered(kept) ? say('formUnanswered') : kept.why });
  }

  async function write(): Promise<void> {
    const guide = spoken.value?.guide;
    if (!guide) return;
    const opened = await ask('answer.words', { route: route(), about: aboutGuide(guide) });
    if (!isUnanswered(opened) && opened.ok)
      stage({ is: 'writing', formUrl: `${browser.runtime.getURL('form.html')}#${opened.formKey}` });
    else stage({ is: 'asking', why: isUnanswered(opened) ? say('formUnanswered') : opened.why });
  }

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
    if (isOutside) follow(way);
    if (counts) await tell(guide, { opened: item.id });
    if (!isOutside) follow(way);
  }

  return {
    follow: (guide) => {
      settle('finished');
      follow(guide);
    },
    dismiss: () => settle('dismissed'),
    seen: () => settle('finished'),
    answer: (answer) => void give(answer),
    write: () => void write(),
    close: () => {
      if (spoken.value) rest(spoken.value.guide);
    },
    viewChecklist: view,
    doItem: (guide, item) => void doItem(guide, item),
  };
}
