import { type Ask, refusalText } from '../../messaging/ask.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import type { Choice } from '../../model/entry/entry.ts';
import { keyOfGuide } from '../../model/pack/guide-key.ts';
import { aboutGuide, type LocalizedTip } from '../../model/pack/localized-guide.ts';
import type { FeedbackContext, OverlayActions, OverlayState } from '../../overlay/overlay-state.ts';
import type { Translate } from '../../runtime/translate.ts';
import { formUrl } from '../content/form-actions.ts';
import type { PageContext } from '../page-handle.ts';
import { pageRoute } from '../page-route.ts';
import { feedbackContext } from './feedback-context.ts';

interface OverlayActionsDeps {
  state: OverlayState;
  ask: Ask;
  context: () => PageContext;
  t: Translate;
  /** Starts the walkthrough of that pack and id, if there is one. */
  startWalkthrough: (pack: string, id: string) => Promise<boolean>;
  lastControl: () => Element | null;
  observeControl: (element: Element) => ObservedControl;
}

/** What each button of the overlay does. */
export function createOverlayActions({
  state,
  ask,
  context,
  t,
  startWalkthrough,
  lastControl,
  observeControl,
}: OverlayActionsDeps): Omit<OverlayActions, 'returnFocus' | 'content' | 'walk'> {
  const route = () => pageRoute(context());
  const openedTip = () => state.tips.value.find((placed) => keyOfGuide(placed.tip) === state.openTip.value);
  const record = (tip: LocalizedTip, what: 'opened' | 'dismissed') =>
    void ask('guide', { route: route(), about: aboutGuide(tip), what });

  async function sendFeedback(choice: Choice, about: FeedbackContext): Promise<void> {
    const { app: _app, disclosed: _disclosed, ...sent } = about;
    state.panel.value = { shows: 'sending', choice };
    const result = await ask('feedback', { choice, ...sent });
    if (!result.ok) {
      state.panel.value = { shows: 'failed', choice, why: refusalText(result, t), context: about };
      return;
    }
    state.panel.value = { shows: 'sent', choice, formUrl: formUrl(result.formKey) };
    state.announcement.value = t('feedbackThanks');
  }

  function updateContext(update: (about: FeedbackContext) => FeedbackContext): void {
    const panel = state.panel.value;
    if (panel.shows === 'choices') state.panel.value = { ...panel, context: update(panel.context) };
  }

  /** The background knows the words of the app. */
  async function showDisclosed(control: ObservedControl): Promise<void> {
    const reply = await ask('control.disclose', { control });
    if (reply.ok) updateContext((about) => (about.control === control ? { ...about, disclosed: reply.control } : about));
  }

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
    openPanel: () => {
      const { name: app } = context().app;
      const [walk, tip] = [state.walk.value, openedTip()];
      const about = feedbackContext({ app, route: route(), walk, tip, lastControl: lastControl(), observeControl });
      state.panel.value = { shows: 'choices', context: about };
      if (about.control) void showDisclosed(about.control);
    },
    closePanel: () => {
      state.panel.value = { shows: 'closed' };
    },
    sendFeedback: (choice, sent) => void sendFeedback(choice, sent),
    includeName: (includeName) => updateContext((about) => ({ ...about, includeName })),
    setMute: (wish) => {
      const guide = state.walk.value?.guide ?? openedTip()?.tip ?? state.content.activePrompt.value?.guide;
      state.panel.value = { shows: 'closed' };
      state.openTip.value = null;
      void ask('mute', { wish, ...(guide && { guide: keyOfGuide(guide) }) });
    },
    moveLauncher: (spot) => {
      state.launcherSpot.value = spot;
      void ask('launcher', spot);
    },
  };
}
