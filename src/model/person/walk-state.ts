import type { WalkMode } from './progress.ts';

/**
 * - `elsewhere`: the step belongs on another page; the person is offered the way there and never dragged
 * - `paused`: the person left the page of a step that was on screen; they are offered the way back
 * - `seeking`: its control is being looked for; nothing is shown over the page
 * - `showing`: on screen
 * - `missing`: the control is not on this page, and the person is told so
 * - `deciding`: the step is done, and the page shows in a moment where it goes on
 * - `finished`, `left`: over
 */
export type Phase = 'elsewhere' | 'paused' | 'seeking' | 'showing' | 'missing' | 'deciding' | 'finished' | 'left';

/** Where a walkthrough stands. */
export interface WalkState {
  /** Index of the step. */
  step: number;
  phase: Phase;
  mode: WalkMode;
  /** Indexes of the steps that led here, oldest first. */
  trail: readonly number[];
  /** The person went back to this step: what takes it on by itself is left alone until they act. */
  autoAdvancePaused?: true;
  /** It waits longer than it should. */
  late?: true;
  /** What is not yet as it has to be: one of its checks, or its own value. */
  unmetCheck?: number | 'value';
  /** It would be done for the person, and needs their second word. */
  awaitingConfirmation?: true;
  /** It is being done for them. */
  busy?: true;
  /** It could not be done for them, and why. */
  refusal?: ActRefusal;
  /** Where the step was last on screen. */
  lastUrl?: string;
}

/** Why an act could not be done for the person. */
export type ActRefusal = 'disabled' | 'gone' | 'secret' | 'kind' | 'option' | 'reset';
