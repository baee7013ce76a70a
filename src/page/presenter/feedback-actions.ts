import { type Ask, refusalText } from '../../messaging/ask.ts';
import type { ObservedControl } from '../../model/entry/control.ts';
import type { FeedbackContext, OverlayActions, OverlayState } from '../../overlay/overlay-state.ts';
import type { Translate } from '../../runtime/translate.ts';
import { type FeedbackSituation, feedbackContext } from './feedback-context.ts';

export type FeedbackActions = Pick<OverlayActions, 'openPanel' | 'openFeedbackWindow' | 'includeName'>;

export interface FeedbackActionsDeps {
  state: Pick<OverlayState, 'panel'>;
  ask: Ask;
  t: Translate;
  situation: () => FeedbackSituation;
  /** Role, name and position of a control. */
  observeControl: (element: Element) => Promise<ObservedControl | undefined>;
  /** Address of the form with that key. */
  formUrl: (key: string) => string;
}

/** Opens the feedback panel, which says what is sent with a choice. */
export function createFeedbackActions({
  state,
  ask,
  t,
  situation,
  observeControl,
  formUrl,
}: FeedbackActionsDeps): FeedbackActions {
  let formKey = '';
  let openings = 0;

  /** What is sent is fixed when the panel opens, but for the name; which choice is pressed, this page never knows. */
  async function open(): Promise<void> {
    const opening = ++openings;
    const isOpen = () => opening === openings && state.panel.value.shows === 'choices';
    const { context, element } = feedbackContext(situation());
    state.panel.value = { shows: 'choices', context, formUrl: null };
    const control = element ? await observeControl(element) : undefined;
    if (!isOpen()) return;
    if (control) {
      updateContext((shown) => ({ ...shown, control }));
      void showDisclosed(control);
    }
    const { app: _app, ...sent } = { ...context, ...(control && { control }) };
    const result = await ask('feedback.prepare', sent);
    const panel = state.panel.value;
    if (!isOpen() || panel.shows !== 'choices') return;
    if (!result.ok) state.panel.value = { shows: 'failed', why: refusalText(result, t) };
    else {
      formKey = result.formKey;
      state.panel.value = { ...panel, formUrl: formUrl(formKey) };
    }
  }

  async function openInWindow(): Promise<void> {
    const { context, element } = feedbackContext(situation());
    const control = element ? await observeControl(element) : undefined;
    const { app: _app, ...sent } = { ...context, ...(control && { control }) };
    const result = await ask('feedback.prepare', sent);
    if (result.ok) await ask('form.window', { key: result.formKey });
    else state.panel.value = { shows: 'failed', why: refusalText(result, t) };
  }

  function includeName(isIncluded: boolean): void {
    const panel = state.panel.value;
    if (panel.shows !== 'choices' || !panel.formUrl) return;
    updateContext((context) => ({ ...context, includeName: isIncluded }));
    void ask('feedback.includeName', { key: formKey, includeName: isIncluded });
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
    openPanel: () => void open(),
    openFeedbackWindow: () => void openInWindow(),
    includeName,
  };
}
