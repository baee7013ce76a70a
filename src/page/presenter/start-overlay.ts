import { nameControl } from '../../locator/page/name-control.ts';
import { routeTemplate } from '../../model/entry/route-template.ts';
import { isMutedIn } from '../../model/person/mute.ts';
import { mountOverlay } from '../../overlay/mount-overlay.tsx';
import { createOverlayState } from '../../overlay/overlay-state.ts';
import { guarded } from '../../runtime/lifetime.ts';
import { createTranslate } from '../../runtime/translate.ts';
import { createContentPresenter } from '../content/content-presenter.ts';
import { browser } from '../extension-api.ts';
import { createFrameSync } from '../frames/frame-sync.ts';
import { createGuideLocator } from '../guides/guide-locator.ts';
import { type PageContext, type PageHandle, readHandle } from '../page-handle.ts';
import { createWalkActions } from '../walkthrough/walk-actions.ts';
import { createWalkthroughPresenter } from '../walkthrough/walkthrough-presenter.ts';
import { createFormActions } from './form-actions.ts';
import { createOverlayActions } from './overlay-actions.ts';
import { watchLastControl } from './watch-last-control.ts';

/** The overlay script: finds controls, draws over the page, presents guides. Composes everything that it needs. */
export function startOverlay(): void {
  const page = readHandle();
  if (page) runOverlay(page);
}

function runOverlay(page: PageHandle): void {
  const { lifetime, ask } = page;
  const t = createTranslate((key, values) => browser.i18n.getMessage(key, values));
  const state = createOverlayState();
  const isSubframe = window !== window.top;
  let current = page.context;
  const context = (): PageContext => current;
  const shared = { state, ask, context, t, isSubframe, lifetime };

  const walkthrough = createWalkthroughPresenter({
    ...shared,
    locate: (restart) => locator.renew(restart),
    onChange: () => frames.playerChanged(),
    onResume: (stored) => frames.resuming(stored),
  });
  const { player } = walkthrough;
  const frames = createFrameSync({ walk: state.walk, player, follow: walkthrough.follow, ask, isSubframe, lifetime });
  const locator = createGuideLocator({ ...shared, player, mayReportMissing: frames.mayReportMissing });
  const actions = createOverlayActions({ ...shared, player, lastControl: watchLastControl(lifetime) });
  const content = createContentPresenter({
    ...shared,
    route: () => routeTemplate(location.href, context().places),
    startWalkthrough: actions.startGuide,
    go: actions.navigate,
  });
  const overlay = mountOverlay({
    document,
    state: { ...state, walk: frames.visible },
    actions: {
      ...actions,
      walk: createWalkActions({ ...shared, player, go: actions.navigate }),
      content: { ...content.actions, form: createFormActions(ask) },
    },
    t,
    lifetime,
    onEvicted: guarded(lifetime, () => console.debug('[cairn] gave way')),
  });

  const renew = guarded(lifetime, (next: PageContext) => {
    current = next;
    state.feedbackEnabled.value = next.switches.feedback && !isSubframe;
    state.launcherSpot.value = next.launcher;
    state.theme.value = next.theme;
    state.quiet.value = isMutedIn(next.quiet, next.app.id, Date.now());
    walkthrough.resume();
    locator.renew();
    if (!isSubframe) content.renew();
  });
  page.attach({
    renew,
    nameControl,
    takeFocus: guarded(lifetime, () => (!isSubframe || frames.visible.value) && overlay.focusOverlay()),
    receiveWalk: guarded(lifetime, frames.receive),
    urlChanged: guarded(lifetime, () => {
      player.send({ is: 'arrived' });
      locator.renew();
      if (!isSubframe) content.urlChanged();
    }),
  });
  renew(page.context);
}
