import type { Translate } from '../../runtime/translate.ts';
import type { OverlayActions, OverlayState, WalkOnScreen } from '../overlay-state.ts';

/** Properties of the views of a walkthrough. */
export interface WalkProps {
  state: OverlayState;
  walk: WalkOnScreen;
  t: Translate;
  actions: OverlayActions;
}

export interface StepProps extends WalkProps {
  /** The control is on the page, but the person does not see it. */
  outOfSight: boolean;
}
