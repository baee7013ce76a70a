import type { OverlayState } from '../../overlay/overlay-state.ts';
import type { PageHandle } from '../page-handle.ts';
import type { FeedbackActions, FeedbackActionsDeps } from './feedback-actions.ts';

interface FeedbackLoaderDeps extends FeedbackActionsDeps, Pick<PageHandle, 'load'> {
  state: Pick<OverlayState, 'panel' | 'panelView' | 'announcement'>;
}

/** The feedback panel comes with a script of its own, which is injected when the person first opens it. */
export function createFeedbackLoader({ load, ...deps }: FeedbackLoaderDeps): FeedbackActions {
  const { state, t } = deps;
  let actions: FeedbackActions | undefined;

  async function act(run: (loaded: FeedbackActions) => void): Promise<void> {
    const script = await load('panel');
    if (!script) {
      state.announcement.value = t('formUnanswered');
      return;
    }
    state.panelView.value ??= script;
    actions ??= script.createActions(deps);
    run(actions);
  }

  return {
    openPanel: () => void act((loaded) => loaded.openPanel()),
    openFeedbackWindow: () => void act((loaded) => loaded.openFeedbackWindow()),
    includeName: (isIncluded) => actions?.includeName(isIncluded),
  };
}
