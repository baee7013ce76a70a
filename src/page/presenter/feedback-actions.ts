import { type Ask, refusalText } from '../../messaging/ask.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import type { Choice } from '../../model/entry/entry.ts';
import type { FeedbackContext, OverlayActions, OverlayState } from '../../overlay/overlay-state.ts';
import type { Translate } from '../../runtime/translate.ts';
import { type FeedbackSituation, feedbackContext } from './feedback-context.ts';

interface FeedbackActionsDeps {
  state: Pick<OverlayState, 'panel' | 'announcement'>;
  ask: Ask;
  t: Translate;
  situation: () => FeedbackSituation;
  /** Address of the form for a comment. */
  formUrl: (key: string) => string;
}

/** Opens the feedback panel, which says what is sent, and sends one click of feedback. */
export function createFeedbackActions({
  state,
  ask,
  t,
  situation,
  formUrl,
}: FeedbackActionsDeps): Pick<OverlayActions, 'openPanel' | 'sendFeedback' | 'includeName'> {
  async function send(choice: Choice, context: FeedbackContext): Promise<void> {
    const { app: _app, disclosed: _disclosed, ...sent } = context;
    state.panel.value = { shows: 'sending', choice };
    const result = await ask('feedback', { choice, ...sent });
    if (!result.ok) {
      state.panel.value = { shows: 'failed', choice, why: refusalText(result, t), context };
      return;
    }
    state.panel.value = { shows: 'sent', choice, formUrl: formUrl(result.formKey) };
    state.announcement.value = t('feedbackThanks');
  }

  function updateContext(update: (context: FeedbackContext) => FeedbackContext): void {
    const panel = state.panel.value;
    if (panel.shows === 'choices') state.panel.value = { ...panel, context: update(panel.context) };
  }

  /** Only the background knows the words of the app. */
  async function showDisclosed(control: ObservedControl): Promise<void> {
    const reply = await ask('control.disclose', { control });
    if (reply.ok) updateContext((context) => (context.control === control ? { ...context, disclosed: reply.control } : context));
  }

  return {
    openPanel: () => {
      const context = feedbackContext(situation());
      state.panel.value = { shows: 'choices', context };
      if (context.control) void showDisclosed(context.control);
    },
    sendFeedback: (choice, context) => void send(choice, context),
    includeName: (includeName) => updateContext((context) => ({ ...context, includeName })),
  };
}
