import type { ContentActions, Prompt } from '../../overlay/content-state.ts';
import type { RecordGuideEvent } from '../prompts/prompt-deps.ts';
import { createChecklistActions } from './checklist-actions.ts';
import type { ContentDeps, FollowUp } from './content-deps.ts';
import { createQuestionActions } from './question-actions.ts';

interface ContentActionsDeps extends ContentDeps {
  record: RecordGuideEvent;
  /** The person is done with a prompt. */
  closePrompt: (prompt: Prompt) => void;
  /** The person has answered a question. */
  answered: (question: Prompt) => void;
}

/** What each button of a notice, question, reply or checklist does. */
export function createContentActions(deps: ContentActionsDeps): Omit<ContentActions, 'form'> {
  const { state, startWalkthrough, go, record, closePrompt } = deps;
  const { activePrompt, checklists } = state.content;
  const checklistActions = createChecklistActions({ ...deps, followLink: (to) => void followLink(to) });

  function end(what: 'finished' | 'dismissed'): void {
    const guide = activePrompt.value?.guide;
    if (!guide) return;
    record(guide, what);
    closePrompt(guide);
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
    ...createQuestionActions(deps),
    follow: (guide) => {
      end('finished');
      void followLink(guide);
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
