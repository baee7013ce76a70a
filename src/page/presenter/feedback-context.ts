import type { ObservedControl } from '../../model/entry/control.ts';
import { aboutGuide } from '../../model/pack/localized-guide.ts';
import type { FeedbackContext, PlacedTip, WalkOnScreen } from '../../overlay/overlay-state.ts';

export interface FeedbackSituation extends Pick<FeedbackContext, 'app' | 'route'> {
  walk: WalkOnScreen | null;
  /** The tip that is open. */
  tip: PlacedTip | undefined;
  /** The control that the person touched last. */
  lastControl: Element | null;
  observeControl: (element: Element) => ObservedControl;
}

/** What feedback is most likely about. Which step is on screen may tell what stands in a field, and so would the control of that step. */
export function feedbackContext({ app, route, walk, tip, lastControl, observeControl }: FeedbackSituation): FeedbackContext {
  const step = walk?.dependsOnValue ? null : walk;
  const element = step?.target ?? tip?.target ?? lastControl;
  return {
    app,
    route,
    ...(element && { control: observeControl(element) }),
    ...(step ? { about: aboutGuide(step.guide, step.step.id) } : tip && { about: aboutGuide(tip.tip) }),
  };
}
