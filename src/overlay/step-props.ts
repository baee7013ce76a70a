import type { Say } from '../runtime/say.ts';
import type { OverlayActs, OverlayState, WalkOnScreen } from './overlay-state.ts';

/** What the views of a walkthrough are given. */
export interface WalkProps {
  state: OverlayState;
  walk: WalkOnScreen;
  say: Say;
  acts: OverlayActs;
}

export interface StepProps extends WalkProps {
  /** Its control is on the page, and the person does not see it. */
  outOfSight: boolean;
}
