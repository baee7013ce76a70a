import { walkthroughOf } from '../../model/pack/localized-guide.ts';
import type { ContentActions, Prompt } from '../../overlay/content-state.ts';
import { createChecklistActions } from './checklist-actions.ts';
import type { ContentDeps, FollowUp, RecordGuideEvent } from './content-deps.ts';
import { createQuestionActions } from './question-actions.ts';

interface ContentActionsDeps extends ContentDeps {
  record: RecordGuideEvent;
  /** The person is done with a prompt. */
  closePrompt: (prompt: Prompt) => void;
  /** The person has answered a question. */
  answered: (question: Prompt) => void;
}

/** What each press in a notice, question, reply or checklist does. */
export function createContentActions(deps: ContentActionsDeps): Omit<ContentActions, 'form'> {
  const { state, context, startWalkthrough, go, record, closePrompt } = deps;
  const { activePrompt, checklists } = state.content;
  const checklistActions = createChecklistActions({ ...deps, followLink });

  function end(what: 'finished' | 'dismissed'): void {
    const guide = activePrompt.value?.guide;
    if (!guide) return;
    record(guide, what);
    closePrompt(guide);
  }

  function followLink({ pack, opens, link }: FollowUp): void {
    const walkthrough = walkthroughOf(context().guides, pack.id, opens);
    const list = checklists.value.find(({ guide }) => guide.pack.id === pack.id && guide.id === opens);
    if (walkthrough) startWalkthrough(walkthrough);
    else if (list) checklistActions.view(list.guide, 'open');
    else if (link?.to.startsWith('/')) go(link.to);
    else if (link) window.open(link.to, '_blank', 'noopener,noreferrer');
  }

  return {
    ...createQuestionActions(deps),
    follow: (guide) => {
      end('finished');
      followLink(guide);
    },
    dismiss: () => end('dismissed'),
    acknowledge: () => end('finished'),
    close: () => {
      if (activePrompt.value) closePrompt(activePrompt.value.guide);
    },
    setChecklistView: checklistActions.view,
    startItem: checklistActions.doItem,
  };
}
