import { guideKey } from '../model/shown.ts';
import type { Say } from '../runtime/say.ts';
import { ChecklistView } from './checklist-view.tsx';
import type { ContentActs, ContentState } from './content-state.ts';
import { NoticeView } from './notice-view.tsx';
import { QuestionView } from './question-view.tsx';
import { ReplyView } from './reply-view.tsx';

interface ContentProps {
  state: ContentState;
  say: Say;
  acts: ContentActs;
  /** The focus goes back to the page. */
  giveBack: () => void;
}

/** Checklists that the person opened; and, of what speaks unasked, one thing, while no checklist lies open and no walkthrough runs. */
export function ContentView({ state, say, acts: given, giveBack }: ContentProps) {
  const acts = leaving(given, giveBack);
  if (state.hushed.value) return null;
  const lists = state.checklists.value.filter(({ view }) => view !== 'closed');
  const spoken = lists.some(({ view }) => view === 'open') ? null : state.spoken.value;
  return (
    <>
      {lists.map((list) => (
        <ChecklistView key={`${guideKey(list.guide)} ${list.view}`} list={list} say={say} acts={acts} />
      ))}
      {spoken?.kind === 'notice' && <NoticeView key={guideKey(spoken.guide)} guide={spoken.guide} say={say} acts={acts} />}
      {spoken?.kind === 'question' && (
        <QuestionView key={guideKey(spoken.guide)} spoken={spoken} appName={state.appName.value} say={say} acts={acts} />
      )}
      {spoken?.kind === 'reply' && <ReplyView key={guideKey(spoken.guide)} {...spoken} say={say} acts={acts} />}
    </>
  );
}

/** What ends something on screen also gives the focus back. */
function leaving(acts: ContentActs, giveBack: () => void): ContentActs {
  const then = (act: () => void) => () => {
    act();
    giveBack();
  };
  return {
    ...acts,
    dismiss: then(acts.dismiss),
    seen: then(acts.seen),
    close: then(acts.close),
    viewChecklist: (guide, view) => {
      acts.viewChecklist(guide, view);
      if (view === 'closed') giveBack();
    },
  };
}
