import { effect } from '@preact/signals';
import type { GuideSummary } from '../../model/pack/guide-summary.ts';
import type { FormActions } from '../../overlay/ui/form-frame.tsx';
import { onAbort } from '../../runtime/lifetime.ts';
import type { PageHandle } from '../page-handle.ts';
import type { ContentDeps, ContentPresenter } from './content-deps.ts';

interface ContentLoaderDeps extends ContentDeps, Pick<PageHandle, 'load'> {
  form: FormActions;
}

const KINDS: readonly GuideSummary['kind'][] = ['notice', 'question', 'reply', 'checklist'];

/**
 * Notices, questions, replies and checklists come with a script of their own, which is injected once this page has one of them, or the
 * person hides a guide, which the same script lets them take back, or a walkthrough is withdrawn, which it says.
 */
export function createContentLoader({ load, form, ...deps }: ContentLoaderDeps): Omit<ContentPresenter, 'actions'> {
  const { applicableGuides, presented, hidden, withdrawn } = deps.state.content;
  let presenter: ContentPresenter | undefined;

  async function start(): Promise<void> {
    const script = await load('content');
    if (!script || presenter || deps.lifetime.aborted) return;
    presenter = script.createPresenter(deps);
    presented.value = { View: script.View, css: script.css, actions: { ...presenter.actions, form } };
    presenter.renew();
  }

  onAbort(
    deps.lifetime,
    effect(() => {
      // Frames show none of them: the page around them does.
      const isHere = !deps.isSubframe && applicableGuides.value.some(({ kind }) => KINDS.includes(kind));
      if ((hidden.value || withdrawn.value || isHere) && !presenter) void start();
    }),
  );
  return { renew: () => presenter?.renew(), urlChanged: () => presenter?.urlChanged() };
}
