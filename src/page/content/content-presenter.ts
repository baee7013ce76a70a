import { effect } from '@preact/signals';
import { aboutGuide } from '../../model/pack/localized-guide.ts';
import { onAbort } from '../../runtime/lifetime.ts';
import type { RecordGuideEvent } from '../prompts/prompt-deps.ts';
import { createPromptPresenter } from '../prompts/prompt-presenter.ts';
import { createChecklistPresenter } from './checklist-presenter.ts';
import { createContentActions } from './content-actions.ts';
import type { ContentDeps, ContentPresenter } from './content-deps.ts';

/** Prompts (notices, questions and replies) are shown one at a time; checklists stand as the person left them. */
export function createContentPresenter(deps: ContentDeps): ContentPresenter {
  const { state, ask, context, route, t, lifetime } = deps;
  const { hidden, withdrawn } = state.content;

  const record: RecordGuideEvent = (guide, what) => {
    void ask('guide', { route: route(), about: aboutGuide(guide), what }).then((reply) => {
      if (!reply.ok) console.debug('[cairn]', reply.why);
    });
  };
  const prompts = createPromptPresenter(deps, record);
  const checklists = createChecklistPresenter(deps);

  onAbort(
    lifetime,
    effect(() => {
      if (hidden.value) state.announcement.value = `${t('guideHidden', hidden.value.title.text)} ${t('undoHint')}`;
      if (withdrawn.value) state.announcement.value = t('guideWithdrawn', withdrawn.value.title.text);
    }),
  );

  return {
    actions: createContentActions({ ...deps, record, prompts }),
    renew() {
      state.content.appName.value = context().app.name;
      checklists.update();
      prompts.update();
    },
    urlChanged() {
      prompts.urlChanged();
      checklists.dropGone();
    },
  };
}
