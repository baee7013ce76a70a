import type { Condition } from '../model/pack/condition.ts';
import type { LocalizedStep } from '../model/pack/localized-guide.ts';
import type { ResumePoint, WalkMode } from '../model/person/progress.ts';
import type { ActRefusal, WalkState } from '../model/person/walk-state.ts';

/** What the player is told of the page. */
export interface PlayerPage {
  url: string;
  /** Is it so on the page now? Places are judged by `url`, and never asked. */
  holds(condition: Exclude<Condition, { is: 'place' }>, step: LocalizedStep): boolean;
}

export type PlayerEvent =
  /** The page began, or its address changed. */
  | { is: 'arrived' }
  /** The step's control was found, lost again, or given up on. */
  | { is: 'found' }
  | { is: 'lost' }
  | { is: 'gave-up' }
  /** What the step waits for has appeared or gone; it takes longer than it may; something that decides has changed. */
  | { is: 'met' }
  | { is: 'overdue' }
  | { is: 'looked' }
  /** The person really clicked the control, or changed its value. */
  | { is: 'acted'; by: 'click' | 'input' }
  /** Buttons of ours. `next` asks whether all is as it has to be; `skip` does not. */
  | { is: 'next' }
  | { is: 'skip' }
  | { is: 'back' }
  | { is: 'leave' }
  | { is: 'mode'; mode: WalkMode }
  /** The ghost has shown the step. */
  | { is: 'played' }
  /** The person agrees that it be done for them, or rather does it themselves; it was done, or could not be. */
  | { is: 'agree'; risky: boolean }
  | { is: 'decline' }
  | { is: 'performed' }
  | { is: 'refused'; why: ActRefusal };

export type PlayerEffect =
  | { do: 'save'; progress: ResumePoint | null }
  | { do: 'record'; what: 'opened' | 'advanced' | 'finished' | 'dismissed' | 'missing' | 'shown'; step?: string }
  /** Look for what the step needs, anew: whatever was found before counts no more. */
  | { do: 'locate' }
  /** Do the step for the person. */
  | { do: 'perform' };

export interface Transition {
  state: WalkState;
  effects: PlayerEffect[];
}

export const unchanged = (state: WalkState): Transition => ({ state, effects: [] });
