import { keyOfGuide } from '../../model/pack/guide-key.ts';
import type { LocalizedGuide } from '../../model/pack/localized-guide.ts';
import type { ContentActions } from '../../overlay/content-state.ts';
import type { RecordGuideEvent } from '../prompts/prompt-deps.ts';
import type { PromptPresenter } from '../prompts/prompt-presenter.ts';
import { createChecklistActions } from './checklist-actions.ts';
import type { ContentDeps, FollowUp } from './content-deps.ts';
import { createQuestionActions } from './question-actions.ts';

interface ContentActionsDeps extends ContentDeps {
  record: RecordGuideEvent;
  prompts: Pick<PromptPresenter, 'close' | 'answered' | 'restored'>;
}

/** What each button of a notice, question, reply or checklist does. */
export function createContentActions(deps: ContentActionsDeps): Omit<ContentActions, 'form'> {
  const { state, ask, startWalkthrough, go, record, prompts } = deps;
  const { activePrompt, checklists, hidden, withdrawn } = state.content;
  const checklistActions = createChecklistActions({ ...deps, followLink: (to) => void followLink(to) });

  function end(what: 'finished' | 'dismissed'): void {
    const guide = activePrompt.value?.guide;
    if (!guide) return;
    record(guide, what);
    prompts.close(guide);
    if (what === 'dismissed') hidden.value = guide;
  }

  async function restore(guide: LocalizedGuide): Promise<void> {
    hidden.value = null;
    await ask('guide.restore', { guide: keyOfGuide(guide) });
    prompts.restored(keyOfGuide(guide));
  }

  /** Without a guide to open nothing is awaited: a window opens only within the press itself. */
  async function followLink({ pack, opens, link }: FollowUp): Promise<void> {
    const list = checklists.value.find(({ guide }) => guide.pack.id === pack.id && guide.id === opens);
    if (list) checklistActions.view(list.guide, 'open');
    else if (opens !== undefined && (await startWalkthrough(pack.id, opens))) return;
    else if (link?.to.startsWith('/')) go(link.to);
    else if (link) window.open(link.to, '_blank', 'noopener,noreferrer');
  }

  return {
    ...createQuestionActions({ ...deps, answered: prompts.answered }),
    follow: (guide) => {
      end('finished');
      void followLink(guide);
    },
    dismiss: () => end('dismissed'),
    acknowledge: () => end('finished'),
    close: () => {
      if (activePrompt.value) prompts.close(activePrompt.value.guide);
    },
    restore: (guide) => void restore(guide),
    leaveHidden: () => {
      hidden.value = null;
    },
    leaveWithdrawn: () => {
      withdrawn.value = null;
    },
    setChecklistView: checklistActions.view,
    startItem: checklistActions.doItem,
  };
}
