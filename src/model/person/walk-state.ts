import type { WalkMode } from './progress.ts';

/**
 * - `elsewhere`: the step is on another page; the person is offered a link and never redirected
 * - `paused`: the person left the page of a step that was on screen; they are offered the way back
 * - `seeking`: the control is being located; nothing is shown over the page
 * - `showing`: on screen
 * - `missing`: the control is not on this page, and the card says so
 * - `deciding`: the step is done, and the branch is decided within two seconds
 * - `finished`, `left`: over
 */
type Phase = 'elsewhere' | 'paused' | 'seeking' | 'showing' | 'missing' | 'deciding' | 'finished' | 'left';

/** State of a walkthrough. */
export interface WalkState {
  /** Index of the step. */
  step: number;
  phase: Phase;
  mode: WalkMode;
  /** Indexes of the steps that led here, oldest first. */
  trail: readonly number[];
  /** The person went back to this step: it does not advance by itself until they act. */
  autoAdvancePaused?: true;
  /** The page completed the last step without an act of the person: it may not complete another one. */
  automatic?: true;
  /** The walkthrough has depended on the value of a field: nothing of it is recorded any more. */
  dependsOnValue?: true;
  /** The control was on screen and has gone. While it is `showing`, that is because of what the person did: it is not missing. */
  controlGone?: true;
  /** The control of a later step has gone, and the person comes back to this step, which opens it. */
  reopening?: true;
  /** That later step, and the way to it: if the page shows its control without an act of the person, it had only been slow. */
  closedStep?: { step: number; trail: readonly number[]; lastUrl?: string };
  /** Where the control is `missing`: it is there and not shown, or there are so many alike. */
  absence?: Absence;
  /** It is recorded that the control of the step is found with less confidence than it was recorded with. */
  weakened?: true;
  /** The step has waited longer than expected. */
  late?: true;
  /** What is not fulfilled yet: a check by index, or the value of the step. */
  unmetCheck?: number | 'value';
  /** Cairn would perform the action, and needs a second confirmation. */
  awaitingConfirmation?: true;
  /** The action is being performed. */
  busy?: true;
  /** Why the action could not be performed. */
  refusal?: ActRefusal;
  /** Address where the step was last on screen. */
  lastUrl?: string;
}

/** Why a control is not found on a page that has it. */
export type Absence = { is: 'hidden' } | { is: 'several'; count: number };

/** Why an action could not be performed for the person. */
export type ActRefusal = 'disabled' | 'gone' | 'secret' | 'kind' | 'option' | 'reset';
