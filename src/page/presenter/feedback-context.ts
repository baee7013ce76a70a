import { aboutGuide } from '../../model/pack/localized-guide.ts';
import type { FeedbackContext, PlacedTip, WalkOnScreen } from '../../overlay/overlay-state.ts';

export interface FeedbackSituation extends Pick<FeedbackContext, 'app' | 'route'> {
  walk: WalkOnScreen | null;
  /** The tip that is open. */
  tip: PlacedTip | undefined;
  /** The control that the person touched last. */
  lastControl: Element | null;
}

/**
 * What feedback is most likely about, and the control that it is about. Which step is on screen may tell what stands in a field, and so
 * would the control of that step.
 */
export function feedbackContext({ app, route, walk, tip, lastControl }: FeedbackSituation): {
  context: FeedbackContext;
  element: Element | null;
} {
  const step = walk?.dependsOnValue ? null : walk;
  const about = step ? aboutGuide(step.guide, step.step.id) : tip && aboutGuide(tip.tip);
  return { context: { app, route, ...(about && { about }) }, element: step?.target ?? tip?.target ?? lastControl };
}
