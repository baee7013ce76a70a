import { isWithin, type Point, type Rect } from '../../dom/geometry.ts';

/**
 * - `idle`: no press on the control is going on
 * - `down`: a pointer went down on the control, which had that box
 * - `released`: it was released there; a click may follow, on the control or on what the page has put in its place
 */
export type PressState = { phase: 'idle' } | { phase: 'down'; pointer: number; at: Point; box: Rect } | { phase: 'released' };

export type PressEvent =
  /** A pointer went down; `box` is that of the control if it went down on it. */
  | { is: 'down'; pointer: number; at: Point; box: Rect | undefined }
  | { is: 'up'; pointer: number; at: Point }
  /** The browser made a scroll, a drag or a menu of it. */
  | { is: 'cancelled' }
  | { is: 'clicked'; on: 'control' | 'label' | 'elsewhere' }
  /** A key has pressed the control, and no click comes of it. */
  | { is: 'key' }
  /** Nothing else has come of it. */
  | { is: 'waited' };

interface PressTransition {
  state: PressState;
  /** `report`: the control was pressed. `wait`: send `waited` when the browser has had the time to send a click. */
  effect?: 'report' | 'wait';
}

/** CSS pixels that a pointer may move while it is down. Further is a drag. */
const MAX_MOVE = 16;
const idle: PressState = { phase: 'idle' };

/**
 * What makes a press of a control. A click on it is one. Pages that act when the pointer goes down may take the control away, or let it
 * take no presses, so that the click goes elsewhere or never comes: then it is one that the pointer went down on the control and was
 * released where the control was.
 */
export function advancePress(state: PressState, event: PressEvent): PressTransition {
  switch (event.is) {
    case 'down': {
      const { pointer, at, box } = event;
      return { state: box ? { phase: 'down', pointer, at, box } : idle };
    }
    case 'up':
      return isReleasedThere(state, event) ? { state: { phase: 'released' }, effect: 'wait' } : { state: idle };
    case 'cancelled':
      return { state: idle };
    case 'clicked':
      if (event.on === 'label') return { state: { phase: 'released' }, effect: 'wait' };
      return event.on === 'control' || state.phase === 'released' ? { state: idle, effect: 'report' } : { state };
    case 'key':
      return { state: idle, effect: 'report' };
    case 'waited':
      return state.phase === 'released' ? { state: idle, effect: 'report' } : { state };
  }
}

function isReleasedThere(state: PressState, { pointer, at }: Extract<PressEvent, { is: 'up' }>): boolean {
  if (state.phase !== 'down' || state.pointer !== pointer) return false;
  return isWithin(state.box, at) && Math.hypot(at.x - state.at.x, at.y - state.at.y) <= MAX_MOVE;
}
