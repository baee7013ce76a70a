import type { Translate } from '../../runtime/translate.ts';
import type { OverlayActions, OverlayState, WalkOnScreen } from '../overlay-state.ts';

/** What the views of a walkthrough are given. */
export interface WalkProps {
  state: OverlayState;
  walk: WalkOnScreen;
  t: Translate;
  actions: OverlayActions;
}

export interface StepProps extends WalkProps {
  /** Its control is on the page, and the person does not see it. */
  outOfSight: boolean;
}
