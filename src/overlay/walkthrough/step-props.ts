import type { Translate } from '../../runtime/translate.ts';
import type { OverlayActions, OverlayState, WalkOnScreen } from '../overlay-state.ts';
import type { OutOfSight } from '../placement/is-in-view.ts';

/** Properties of the views of a walkthrough. */
export interface WalkProps {
  state: OverlayState;
  walk: WalkOnScreen;
  t: Translate;
  actions: OverlayActions;
}

export interface StepProps extends WalkProps {
  /** Why the person does not see the control, which is on the page. */
  outOfSight: OutOfSight | null;
}
