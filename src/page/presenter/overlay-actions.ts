import type { Ask } from '../../messaging/ask.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import { keyOfGuide } from '../../model/pack/guide-key.ts';
import { aboutGuide, type LocalizedTip } from '../../model/pack/localized-guide.ts';
import type { OverlayActions, OverlayState } from '../../overlay/overlay-state.ts';
import type { Translate } from '../../runtime/translate.ts';
import { formUrl } from '../content/form-actions.ts';
import type { PageContext, PageHandle } from '../page-handle.ts';
import { pageRoute } from '../page-route.ts';
import type { FeedbackSituation } from './feedback-context.ts';
import { createFeedbackLoader } from './feedback-loader.ts';

interface OverlayActionsDeps extends Pick<PageHandle, 'load'> {
  state: OverlayState;
  ask: Ask;
  context: () => PageContext;
  t: Translate;
  /** Starts the walkthrough of that pack and id, if there is one. */
  startWalkthrough: (pack: string, id: string) => Promise<boolean>;
  lastControl: () => Element | null;
  /** Role, name and position of a control. */
  observeControl: (element: Element) => Promise<ObservedControl | undefined>;
}

/** What each button of the overlay does. */
export function createOverlayActions({
  state,
  load,
  ask,
  context,
  t,
  startWalkthrough,
  lastControl,
  observeControl,
}: OverlayActionsDeps): Omit<OverlayActions, 'returnFocus' | 'form' | 'walk'> {
  const route = () => pageRoute(context());
  const openedTip = () => state.tips.value.find((placed) => keyOfGuide(placed.tip) === state.openTip.value);
  const situation = (): FeedbackSituation => ({
    ...{ app: context().app.name, route: route(), walk: state.walk.value, tip: openedTip() },
    lastControl: lastControl(),
  });
  const record = (tip: LocalizedTip, what: 'opened' | 'dismissed') =>
    void ask('guide', { route: route(), about: aboutGuide(tip), what });

  return {
    openTip: (key) => {
      const placed = state.tips.value.find(({ tip }) => keyOfGuide(tip) === key);
      if (placed && state.openTip.value !== key) record(placed.tip, 'opened');
      state.openTip.value = key;
    },
    closeTip: () => {
      state.openTip.value = null;
    },
    dismissTip: (tip) => {
      state.openTip.value = null;
      state.tips.value = state.tips.value.filter((placed) => placed.tip !== tip);
      state.content.hidden.value = tip;
      record(tip, 'dismissed');
    },
    startGuide: (guide) => {
      state.panel.value = { shows: 'closed' };
      void startWalkthrough(guide.pack.id, guide.id);
    },
    startFromTip: (tip) => {
      state.openTip.value = null;
      if (tip.opens !== undefined) void startWalkthrough(tip.pack.id, tip.opens);
    },
    navigate: (address) => {
      const destination = new URL(address, location.origin);
      if (destination.origin === location.origin) location.assign(destination);
    },
    ...createFeedbackLoader({ state, load, ask, t, situation, observeControl, formUrl }),
    closePanel: () => {
      state.panel.value = { shows: 'closed' };
    },
    setMute: (wish) => {
      const guide = state.walk.value?.guide ?? openedTip()?.tip ?? state.content.activePrompt.value?.guide;
      state.panel.value = { shows: 'closed' };
      state.openTip.value = null;
      if (wish === 'guide') state.content.hidden.value = guide ?? null;
      void ask('mute', { wish, ...(guide && { guide: keyOfGuide(guide) }) });
    },
    moveLauncher: (spot) => {
      state.launcherSpot.value = spot;
      void ask('launcher', spot);
    },
  };
}
