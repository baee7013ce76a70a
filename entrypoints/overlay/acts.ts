import { nameControl } from '../../src/locator/name-control.ts';
import { type Ask, isUnanswered } from '../../src/messaging/ask.ts';
import { routeTemplate } from '../../src/model/route-template.ts';
import { aboutGuide, guideKey, type ShownTip, walkthroughOf } from '../../src/model/shown.ts';
import type { FeedbackContext, OverlayActs, OverlayState } from '../../src/overlay/overlay-state.ts';
import type { Player } from '../../src/player/play.ts';
import type { Say } from '../../src/runtime/say.ts';
import type { Here } from '../page/handle.ts';
import { formUrl } from './form-acts.ts';

interface Wiring {
  state: OverlayState;
  ask: Ask;
  here: () => Here;
  say: Say;
  player: Player;
  lastControl: () => Element | null;
}

/** What each press in the overlay does. */
export function createActs({
  state,
  ask,
  here,
  say,
  player,
  lastControl,
}: Wiring): Omit<OverlayActs, 'giveBack' | 'content' | 'walk'> {
  const route = () => routeTemplate(location.href, here().places);
  const openedTip = () => state.tips.value.find((placed) => guideKey(placed.tip) === state.openTip.value);
  const record = (tip: ShownTip, what: 'opened' | 'dismissed') =>
    void ask('guide', { route: route(), about: aboutGuide(tip), what });

  function context(): FeedbackContext {
    const walk = state.walk.value;
    const tip = openedTip();
    const element = walk?.beside ?? tip?.beside ?? lastControl();
    return {
      app: here().app.name,
      route: route(),
      ...(element && { control: nameControl(element) }),
      ...(walk ? { about: aboutGuide(walk.guide, walk.step.id) } : tip && { about: aboutGuide(tip.tip) }),
    };
  }

  async function give(choice: Parameters<OverlayActs['give']>[0], { app: _app, ...sent }: FeedbackContext): Promise<void> {
    state.panel.value = { shows: 'sending', choice };
    const kept = await ask('feedback', { choice, ...sent });
    if (isUnanswered(kept) || !kept.ok) {
      const why = isUnanswered(kept) ? say('formUnanswered') : kept.why;
      state.panel.value = { shows: 'failed', choice, why, context: { app: here().app.name, ...sent } };
      return;
    }
    state.panel.value = { shows: 'sent', choice, formUrl: kept.formKey ? formUrl(kept.formKey) : null };
    state.said.value = say('feedbackThanks');
  }

  return {
    openTip: (key) => {
      const placed = state.tips.value.find(({ tip }) => guideKey(tip) === key);
      if (placed && state.openTip.value !== key) record(placed.tip, 'opened');
      state.openTip.value = key;
    },
    closeTip: () => {
      state.openTip.value = null;
    },
    dismissTip: (tip) => {
      state.openTip.value = null;
      state.tips.value = state.tips.value.filter((placed) => placed.tip !== tip);
      record(tip, 'dismissed');
    },
    begin: (guide) => {
      state.panel.value = { shows: 'closed' };
      player.open(guide);
    },
    beginFromTip: (tip) => {
      const guide = walkthroughOf(here().guides, tip.pack.id, tip.opens);
      state.openTip.value = null;
      if (guide) player.open(guide);
    },
    go: (address) => {
      const there = new URL(address, location.origin);
      if (there.origin === location.origin) location.assign(there);
    },
    openPanel: () => {
      state.panel.value = { shows: 'choices', context: context() };
    },
    closePanel: () => {
      state.panel.value = { shows: 'closed' };
    },
    give: (choice, sent) => void give(choice, sent),
    quiet: (wish) => {
      const guide = state.walk.value?.guide ?? openedTip()?.tip ?? state.content.spoken.value?.guide;
      state.panel.value = { shows: 'closed' };
      state.openTip.value = null;
      void ask('quiet', { wish, ...(guide && { guide: guideKey(guide) }) });
    },
    moveLauncher: (spot) => {
      state.launcher.value = spot;
      void ask('launcher', spot);
    },
  };
}
