import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { nameControl } from '../../src/locator/page/name-control.ts';
import { routeTemplate } from '../../src/model/entry/route-template.ts';
import { isMutedIn } from '../../src/model/person/mute.ts';
import { mountOverlay } from '../../src/overlay/mount-overlay.tsx';
import { createOverlayState } from '../../src/overlay/overlay-state.ts';
import { createContentPresenter } from '../../src/page/content/content-presenter.ts';
import { browser } from '../../src/page/extension-api.ts';
import { createFrameSync } from '../../src/page/frames/frame-sync.ts';
import { createGuideLocator } from '../../src/page/guides/guide-locator.ts';
import { type PageContext, readHandle } from '../../src/page/page-handle.ts';
import { createFormActions } from '../../src/page/presenter/form-actions.ts';
import { createOverlayActions } from '../../src/page/presenter/overlay-actions.ts';
import { watchLastControl } from '../../src/page/presenter/watch-last-control.ts';
import { createWalkActions } from '../../src/page/walkthrough/walk-actions.ts';
import { createWalkthroughPresenter } from '../../src/page/walkthrough/walkthrough-presenter.ts';
import { guarded } from '../../src/runtime/lifetime.ts';

/** Injected on demand: finds controls, draws over the page, leads walkthroughs. Everything it needs is wired here and nowhere else. */
export default defineUnlistedScript(() => {
  const page = readHandle();
  if (!page) return;
  const { lifetime, ask } = page;
  const t = (key: string, ...values: string[]) => browser.i18n.getMessage(key, values);
  const state = createOverlayState();
  let current = page.context;
  const context = (): PageContext => current;
  const isSubframe = window !== window.top;
  const frameSync = createFrameSync({ state, ask, isSubframe, lifetime });
  const presenter = createWalkthroughPresenter({
    state,
    ask,
    context,
    t,
    locate: (restart) => locator.renew(restart),
    isSubframe,
    announce: frameSync.announce,
  });
  const locator = createGuideLocator({
    state,
    context,
    lifetime,
    player: presenter.player,
    mayReportMissing: frameSync.mayReportMissing,
  });
  frameSync.leaveOnPageHide(presenter.player);
  const { player } = presenter;
  const actions = createOverlayActions({ state, ask, context, t, player, lastControl: watchLastControl(lifetime) });
  const walk = createWalkActions({ state, ask, context, t, player, go: actions.navigate });

  const content = createContentPresenter({
    ...{ state, ask, context, t, isSubframe, lifetime },
    route: () => routeTemplate(location.href, context().places),
    startWalkthrough: actions.startGuide,
    go: actions.navigate,
  });
  const overlay = mountOverlay({
    document,
    state: { ...state, walk: frameSync.visible },
    actions: { ...actions, walk, content: { ...content.actions, form: createFormActions(ask) } },
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
    presenter.resume();
    locator.renew();
    if (!isSubframe) content.renew();
  });
  page.attach({
    renew,
    nameControl,
    takeFocus: guarded(lifetime, () => (!isSubframe || frameSync.visible.value) && overlay.focusOverlay()),
    followed: guarded(lifetime, (walk) => frameSync.receive(presenter.player, walk, presenter.follow)),
    moved: guarded(lifetime, () => {
      presenter.player.send({ is: 'arrived' });
      locator.renew();
      if (!isSubframe) content.moved();
    }),
  });
  renew(page.context);
});
