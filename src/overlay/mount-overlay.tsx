import { effect } from '@preact/signals';
import { render } from 'preact';
import type { PressVerdict } from '../presses/judge-press.ts';
import { onAbort } from '../runtime/lifetime.ts';
import type { Translate } from '../runtime/translate.ts';
import { createHost } from './host/host.ts';
import { createOverlayFocus, type OverlayFocus } from './host/overlay-focus.ts';
import { addStyleSheet, prefixCustomProperties } from './host/style-sheet.ts';
import css from './overlay.css?inline';
import type { OverlayActions, OverlayState } from './overlay-state.ts';
import { OverlayView } from './overlay-view.tsx';
import { createRefusals } from './refusals.ts';
import { applyTheme } from './ui/apply-theme.ts';
import { OverlayLifetime } from './ui/use-lifetime.ts';
import walkCss from './walkthrough/walkthrough.css?inline';

interface MountDeps {
  document: Document;
  state: OverlayState;
  actions: Omit<OverlayActions, 'returnFocus'>;
  t: Translate;
  lifetime: AbortSignal;
  onEvicted: () => void;
}

interface MountedOverlay extends OverlayFocus {
  /** Does the person see the form with this key? If not, Cairn rises. Undefined if the form is not here. */
  judgeForm(key: string): PressVerdict | undefined;
}

/** Draws the overlay over the page. It leaves nothing behind when its lifetime ends. */
export function mountOverlay({ document, state, actions, t, lifetime, onEvicted }: MountDeps): MountedOverlay {
  const { root, judge, refuse } = createHost({
    ...{ document, lifetime, onEvicted },
    css: prefixCustomProperties(css + walkCss),
    onPressRefused: createRefusals({ announcement: state.announcement, t, openFeedbackWindow: actions.openFeedbackWindow }),
  });
  const container = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  container.className = 'overlay';
  container.lang = t('language');
  container.dir = t('direction');
  onAbort(
    lifetime,
    effect(() => applyTheme(container, state.theme.value)),
  );
  for (const later of [state.content.presented, state.panelView, state.playbackViews])
    onAbort(
      lifetime,
      effect(() => {
        if (later.value) addStyleSheet(root, prefixCustomProperties(later.value.css));
      }),
    );
  root.append(container);
  const focus = createOverlayFocus(root);
  render(
    <OverlayLifetime.Provider value={lifetime}>
      <OverlayView state={state} t={t} actions={{ ...actions, returnFocus: focus.returnFocus }} />
    </OverlayLifetime.Provider>,
    container,
  );
  onAbort(lifetime, () => render(null, container));
  return {
    ...focus,
    judgeForm(key) {
      const form = [...root.querySelectorAll('iframe')].find(({ src }) => src.endsWith(`#${key}`));
      if (!form) return undefined;
      const verdict = judge(form.closest('.panel,.card') ?? form);
      if (verdict === 'hidden') refuse(form);
      return verdict;
    },
  };
}
