import type { Condition } from '../model/pack/condition.ts';
import type { LocalizedStep } from '../model/pack/localized-guide.ts';
import type { ControlAct } from '../model/pack/step-advance.ts';
import type { ResumePoint, WalkMode } from '../model/person/progress.ts';
import type { Absence, ActRefusal, WalkState } from '../model/person/walk-state.ts';

/** The page as the player sees it. */
export interface PlayerPage {
  url: string;
  /** Does the condition hold on the page now? Places are judged by `url` and never asked for. */
  holds(condition: Exclude<Condition, { is: 'place' }>, step: LocalizedStep): boolean;
}

export type PlayerEvent =
  /** The page has loaded, or its address has changed. */
  | { is: 'arrived' }
  /** The control of the step was found, lost again (perhaps because of what the person did), or not found in time. */
  | { is: 'found' }
  | { is: 'lost'; byPerson?: boolean }
  | { is: 'gave-up'; absence?: Absence }
  /** The control stays found, with clearly less confidence than when it was recorded. */
  | { is: 'weakened' }
  /** What the step waits for has happened; it takes too long; something that decides a branch has changed. */
  | { is: 'met' }
  | { is: 'overdue' }
  | { is: 'looked' }
  /** The control of the step that seemed closed is there after all. */
  | { is: 'reopened' }
  /** The person, and not the page, did that with the control. */
  | { is: 'acted'; by: ControlAct }
  /** The person clicked anywhere in the page. */
  | { is: 'touched' }
  /** Buttons of the card. `next` requires that the checks hold; `skip` does not. */
  | { is: 'next' }
  | { is: 'skip' }
  | { is: 'back' }
  | { is: 'leave' }
  | { is: 'mode'; mode: WalkMode }
  /** The pointer has played the step. */
  | { is: 'played' }
  /** The person agrees that Cairn performs the step, or declines; it was performed, or could not be. */
  | { is: 'agree'; risky: boolean }
  | { is: 'decline' }
  | { is: 'performed' }
  | { is: 'refused'; why: ActRefusal };

export type PlayerEffect =
  | { do: 'save'; progress: ResumePoint | null }
  | { do: 'record'; what: 'opened' | 'advanced' | 'finished' | 'dismissed' | 'missing' | 'weak' | 'shown'; step?: string }
  /** It is finished: noted on this device for the person alone, and not recorded. */
  | { do: 'note-finished' }
  /** Look for what the step needs, from the beginning: what was found before counts no more. */
  | { do: 'locate' }
  /** Perform the step for the person. */
  | { do: 'perform' };

export interface Transition {
  state: WalkState;
  effects: PlayerEffect[];
}

export const unchanged = (state: WalkState): Transition => ({ state, effects: [] });
