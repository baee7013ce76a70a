import { aboutGuide } from '../../model/pack/localized-guide.ts';
import type { ContentActions } from '../../overlay/content-state.ts';
import { createPromptPresenter } from '../prompts/prompt-presenter.ts';
import { createContentActions } from './content-actions.ts';
import type { ContentDeps, RecordGuideEvent } from './content-deps.ts';
import { updateChecklists } from './update-checklists.ts';

/** Notices, questions and replies speak in their turn; checklists lie where they were left. */
export function createContentPresenter(deps: ContentDeps): {
  actions: Omit<ContentActions, 'form'>;
  renew(): void;
  moved(): void;
} {
  const { state, ask, context, route } = deps;

  const record: RecordGuideEvent = (guide, what) => {
    void ask('guide', { route: route(), about: aboutGuide(guide), what }).then((reply) => {
      if (!reply.ok) console.debug('[cairn]', reply.why);
    });
  };
  const speaking = createPromptPresenter(deps, record);

  return {
    actions: createContentActions({ ...deps, record, cooldown: speaking.rest }),
    renew() {
      state.content.appName.value = context().app.name;
      updateChecklists(state.content, context());
      speaking.consider();
    },
    moved() {
      speaking.moved();
      updateChecklists(state.content, context());
    },
  };
}
