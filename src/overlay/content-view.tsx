import { keyOfGuide } from '../model/pack/guide-key.ts';
import { ChecklistView } from './checklist/checklist-view.tsx';
import type { ContentActions, ContentProps } from './content-state.ts';
import { NoticeView } from './prompts/notice-view.tsx';
import { QuestionView } from './prompts/question-view.tsx';
import { ReplyView } from './prompts/reply-view.tsx';
import { UndoView } from './prompts/undo-view.tsx';
import { WithdrawnView } from './prompts/withdrawn-view.tsx';

/**
 * Checklists that the person opened, and one prompt while no checklist is open and no walkthrough runs; what takes back that a guide was
 * hidden; and that a walkthrough was withdrawn.
 */
export function ContentView({ state, t, actions: baseActions, returnFocus }: ContentProps) {
  const actions = returningFocus(baseActions, returnFocus);
  const hidden = state.hidden.value;
  const undo = hidden && <UndoView key={keyOfGuide(hidden)} guide={hidden} t={t} actions={actions} returnFocus={returnFocus} />;
  const withdrawn = state.withdrawn.value;
  const aside = (
    <>
      {undo}
      {withdrawn && <WithdrawnView guide={withdrawn} t={t} close={actions.leaveWithdrawn} returnFocus={returnFocus} />}
    </>
  );
  if (state.promptsSuppressed.value) return aside;
  const lists = state.checklists.value.filter(({ view }) => view !== 'closed');
  const prompt = lists.some(({ view }) => view === 'open') ? null : state.activePrompt.value;
  return (
    <>
      {aside}
      {lists.map((list) => (
        <ChecklistView key={`${keyOfGuide(list.guide)} ${list.view}`} list={list} t={t} actions={actions} />
      ))}
      {prompt?.kind === 'notice' && <NoticeView key={keyOfGuide(prompt.guide)} guide={prompt.guide} t={t} actions={actions} />}
      {prompt?.kind === 'question' && (
        <QuestionView key={keyOfGuide(prompt.guide)} prompt={prompt} appName={state.appName.value} t={t} actions={actions} />
      )}
      {prompt?.kind === 'reply' && <ReplyView key={keyOfGuide(prompt.guide)} {...prompt} t={t} actions={actions} />}
    </>
  );
}

/** What removes something from the screen also returns the focus. */
function returningFocus(actions: ContentActions, returnFocus: () => void): ContentActions {
  const thenReturnFocus = (act: () => void) => () => {
    act();
    returnFocus();
  };
  return {
    ...actions,
    dismiss: thenReturnFocus(actions.dismiss),
    acknowledge: thenReturnFocus(actions.acknowledge),
    close: thenReturnFocus(actions.close),
    setChecklistView: (guide, view) => {
      actions.setChecklistView(guide, view);
      if (view === 'closed') returnFocus();
    },
  };
}
