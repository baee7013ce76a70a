import type { Ask } from '../../messaging/ask.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import { isMutedIn } from '../../model/person/mute.ts';
import { mountOverlay } from '../../overlay/mount-overlay.tsx';
import { createOverlayState, type OverlayState } from '../../overlay/overlay-state.ts';
import { guarded } from '../../runtime/lifetime.ts';
import { createTranslate, type Translate } from '../../runtime/translate.ts';
import { createContentLoader } from '../content/content-loader.ts';
import { createFormActions } from '../content/form-actions.ts';
import { lookUpMessage } from '../extension-api.ts';
import { createFrameSync } from '../frames/frame-sync.ts';
import { createGuideBodies, type GuideBodies } from '../guides/guide-bodies.ts';
import { type PageContext, type PageHandle, readHandle } from '../page-handle.ts';
import { pageRoute } from '../page-route.ts';
import { createWalkActions } from '../walkthrough/walk-actions.ts';
import { createWalkthroughPresenter } from '../walkthrough/walkthrough-presenter.ts';
import { createGuideLocator } from './guide-locator.ts';
import { loadModes } from './load-modes.ts';
import { createOverlayActions } from './overlay-actions.ts';
import { shareModules } from './shared-modules.ts';
import { watchLastControl } from './watch-last-control.ts';

/** The overlay script: finds controls, draws over the page, presents guides. Composes everything that it needs. */
export function startOverlay(): void {
  const page = readHandle();
  if (!page) return;
  shareModules();
  runOverlay(page);
}

interface SharedDeps extends Pick<PageHandle, 'load'> {
  state: OverlayState;
  ask: Ask;
  context: () => PageContext;
  t: Translate;
  bodies: GuideBodies;
  isSubframe: boolean;
  lifetime: AbortSignal;
  observeControl: (element: Element) => Promise<ObservedControl | undefined>;
}

function runOverlay(page: PageHandle): void {
  const { lifetime, ask } = page;
  const state = createOverlayState();
  let current = page.context;
  const shared: SharedDeps = {
    ...{ state, ask, lifetime, load: page.load, context: () => current },
    t: createTranslate(lookUpMessage),
    bodies: createGuideBodies(ask),
    observeControl: async (element) => (await page.load('naming'))?.observeControl(element),
    isSubframe: window !== window.top,
  };
  const parts = composeParts(shared);
  const renew = guarded(lifetime, (next: PageContext) => {
    current = next;
    shared.bodies.forget();
    applyContext(state, next, shared.isSubframe);
    parts.renew();
  });
  page.provide('overlay', {
    renew,
    takeFocus: guarded(lifetime, parts.takeFocus),
    closePanel: guarded(lifetime, parts.closePanel),
    open: guarded(lifetime, parts.open),
    judgeForm: guarded(lifetime, parts.judgeForm),
    receiveWalk: guarded(lifetime, parts.receiveWalk),
    urlChanged: guarded(lifetime, parts.urlChanged),
  });
  renew(page.context);
}

function applyContext(state: OverlayState, { switches, launcher, theme, mute, app }: PageContext, isSubframe: boolean): void {
  state.feedbackEnabled.value = switches.feedback && !isSubframe;
  state.launcherSpot.value = launcher;
  state.theme.value = theme;
  state.isMuted.value = isMutedIn(mute, app.id, Date.now());
}

function composeParts(shared: SharedDeps) {
  const { state, ask, context, t, isSubframe, lifetime } = shared;
  const walkthrough = createWalkthroughPresenter({
    ...shared,
    locate: (restart) => locator.renew(restart),
    onChange: () => frames.playerChanged(),
    onResume: (stored) => frames.resuming(stored),
  });
  const { player, start: startWalkthrough, resumeHere, moveCard } = walkthrough;
  const frames = createFrameSync({ ...shared, walk: state.walk, player, follow: walkthrough.follow });
  const locator = createGuideLocator({ ...shared, player, mayReportMissing: frames.mayReportMissing });
  const actions = createOverlayActions({ ...shared, startWalkthrough, lastControl: watchLastControl(lifetime) });
  const route = () => pageRoute(context());
  const form = createFormActions(ask, lifetime);
  const content = createContentLoader({ ...shared, form, route, startWalkthrough, go: actions.navigate });
  loadModes(shared);
  const overlay = mountOverlay({
    ...{ document, t, lifetime },
    state: { ...state, walk: frames.visible },
    actions: {
      ...actions,
      walk: { ...createWalkActions({ ...shared, player, resumeHere, go: actions.navigate }), moveCard },
      form,
    },
    onEvicted: guarded(lifetime, () => console.debug('[cairn] the overlay makes way')),
  });

  return {
    renew(): void {
      walkthrough.resume();
      locator.renew();
      content.renew();
    },
    urlChanged(): void {
      player.send({ is: 'arrived' });
      locator.renew();
      content.urlChanged();
    },
    receiveWalk: frames.receive,
    open: (guide: string | null) => {
      actions.closePanel();
      if (guide) void startWalkthrough(...(guide.split('/') as [string, string]));
      else actions.openPanel();
    },
    closePanel: () => {
      actions.closePanel();
      overlay.focusOverlay();
    },
    judgeForm: (key: string) => {
      const verdict = overlay.judgeForm(key);
      if (verdict) void ask('form.judged', { key, verdict });
    },
    takeFocus: () => (!isSubframe || frames.visible.value) && overlay.focusOverlay(),
  };
}
