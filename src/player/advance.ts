import { liesIn } from '../model/place-pattern.ts';
import type { ShownStep, ShownWalkthrough } from '../model/shown.ts';

/** Where a walkthrough stands. */
export interface PlayerState {
  step: number;
  phase: Phase;
}

/**
 * - `elsewhere`: the step belongs on another page; the person is offered the way there and never dragged
 * - `seeking`: its control is being looked for; nothing is shown over the page
 * - `showing`: on screen
 * - `missing`: the control is not on this page, and the person is told so
 * - `finished`, `left`: over
 */
export type Phase = 'elsewhere' | 'seeking' | 'showing' | 'missing' | 'finished' | 'left';

export type PlayerEvent =
  /** The page began, or its address changed. */
  | { is: 'arrived' }
  /** The step's control was found, lost again, or given up on. */
  | { is: 'found' }
  | { is: 'lost' }
  | { is: 'gave-up' }
  /** The person really clicked the control, or changed its value. */
  | { is: 'acted'; by: 'click' | 'input' }
  /** Buttons of ours. */
  | { is: 'next' }
  | { is: 'back' }
  | { is: 'leave' };

export type PlayerEffect =
  | { do: 'keep'; step: string | null }
  /** Look for what the step needs, anew: whatever was found before counts no more. */
  | { do: 'seek' }
  | { do: 'record'; what: 'opened' | 'advanced' | 'finished' | 'dismissed' | 'missing'; step?: string };

export interface Played {
  state: PlayerState;
  effects: PlayerEffect[];
}

const over = (state: PlayerState): boolean => state.phase === 'finished' || state.phase === 'left';

/** Open a walkthrough at its first step, or come back to one after a page load, which may be what its step waited for. */
export function begin(guide: ShownWalkthrough, url: string, from?: string): Played {
  const kept = from === undefined ? 0 : guide.steps.findIndex((step) => step.id === from);
  const entered = enter(guide, Math.max(0, kept), url);
  if (from !== undefined) return isThere(guide.steps[entered.state.step]!, url) ? onward(guide, entered.state, url) : entered;
  return { state: entered.state, effects: [{ do: 'record', what: 'opened' }, ...entered.effects] };
}

/**
 * One step of the state machine: pure, total, and silent once the walkthrough is over.
 *
 * | event            | what becomes of it                                                          |
 * |------------------|-----------------------------------------------------------------------------|
 * | arrived          | a step that waits for this place is done; any other is looked for anew       |
 * | found            | shown                                                                       |
 * | lost             | looked for again                                                            |
 * | gave-up          | missing: said on screen, and recorded for the author                        |
 * | acted            | the next step, if this one waits for that act                               |
 * | next, back       | the next or the former step, in every phase                                 |
 * | leave            | over; recorded as dismissed                                                 |
 */
export function advance(guide: ShownWalkthrough, state: PlayerState, event: PlayerEvent, url: string): Played {
  const step = guide.steps[state.step];
  if (over(state) || !step) return { state, effects: [] };
  switch (event.is) {
    case 'arrived':
      return isThere(step, url) ? onward(guide, state, url) : enter(guide, state.step, url);
    case 'found':
      return state.phase === 'elsewhere' ? same(state) : same({ ...state, phase: 'showing' });
    case 'lost':
      return state.phase === 'showing' ? same({ ...state, phase: 'seeking' }) : same(state);
    case 'gave-up':
      if (state.phase !== 'seeking') return same(state);
      return { state: { ...state, phase: 'missing' }, effects: [{ do: 'record', what: 'missing', step: step.id }] };
    case 'acted':
      return step.advance.on === event.by && state.phase === 'showing' ? onward(guide, state, url) : same(state);
    case 'next':
      return onward(guide, state, url);
    case 'back':
      return enter(guide, Math.max(0, state.step - 1), url);
    case 'leave':
      return {
        state: { ...state, phase: 'left' },
        effects: [
          { do: 'keep', step: null },
          { do: 'record', what: 'dismissed', step: step.id },
        ],
      };
  }
}

const same = (state: PlayerState): Played => ({ state, effects: [] });

const isThere = (step: ShownStep, url: string): boolean => step.advance.on === 'place' && liesIn(url, step.advance.to);

function enter(guide: ShownWalkthrough, at: number, url: string): Played {
  const step = guide.steps[at]!;
  const here = !step.at || liesIn(url, step.at);
  const phase: Phase = here ? (step.anchor ? 'seeking' : 'showing') : 'elsewhere';
  return { state: { step: at, phase }, effects: [{ do: 'keep', step: step.id }, { do: 'seek' }] };
}

function onward(guide: ShownWalkthrough, state: PlayerState, url: string): Played {
  if (state.step + 1 >= guide.steps.length)
    return {
      state: { ...state, phase: 'finished' },
      effects: [
        { do: 'keep', step: null },
        { do: 'record', what: 'finished' },
      ],
    };
  const next = enter(guide, state.step + 1, url);
  return { state: next.state, effects: [{ do: 'record', what: 'advanced', step: guide.steps[state.step]!.id }, ...next.effects] };
}
