import type { Point } from '../../dom/geometry.ts';

/**
 * - `idle`: nothing is dragged
 * - `held`: a pointer went down on the control
 * - `dragged`: the browser drags it
 * - `lifted`: by keyboard, and moved so many times
 * - `dropped`: where it belongs; the page has yet to change by it
 */
export type DragState =
  | { phase: 'idle' }
  | { phase: 'held'; at: Point; hasChanged: boolean }
  | { phase: 'dragged' }
  | { phase: 'lifted'; moves: number; hasChanged: boolean }
  | { phase: 'dropped' };

export type DragEvent =
  /** A pointer went down on the control, and was released; `isThere`: where the step wants it. */
  | { is: 'down'; at: Point }
  | { is: 'up'; at: Point; isThere: boolean }
  /** The browser begins to drag something; it is dropped on something that accepts it; the drag is over. */
  | { is: 'dragstart' }
  | { is: 'drop'; isThere: boolean }
  | { is: 'dragend' }
  /** A key on the control. */
  | { is: 'key'; key: string; isThere: () => boolean }
  /** The page has changed, other than within the control. */
  | { is: 'changed' }
  /** The pointer was taken from the page, or nothing has come of it. */
  | { is: 'ended' };

interface DragTransition {
  state: DragState;
  /** `report`: it was dragged. `wait`: send `ended` when the page has had the time to change. */
  effect?: 'report' | 'wait';
}

/** CSS pixels that a pointer may move in a press. */
const MAX_PRESS_MOVE = 6;
const idle: DragState = { phase: 'idle' };

/** What makes a drag: the control is taken, let go where it belongs, and the page changes by it. */
export function advanceDrag(state: DragState, event: DragEvent): DragTransition {
  switch (event.is) {
    case 'down':
      return { state: { phase: 'held', at: event.at, hasChanged: false } };
    case 'up':
      if (state.phase !== 'held') return { state };
      return isFar(state.at, event.at) && event.isThere ? drop(state.hasChanged) : { state: idle };
    case 'dragstart':
      // It may drag the row of the handle on which the pointer went down.
      return { state: state.phase === 'held' ? { phase: 'dragged' } : state };
    case 'drop':
      // What changed before was the page's answer to the drag, such as the mark of where it may be dropped.
      return state.phase === 'dragged' && event.isThere ? drop(false) : { state };
    case 'dragend':
      return { state: state.phase === 'dragged' ? idle : state };
    case 'key':
      return advanceByKey(state, event);
    case 'changed':
      if (state.phase === 'dropped') return { state: idle, effect: 'report' };
      return { state: state.phase === 'held' || state.phase === 'lifted' ? { ...state, hasChanged: true } : state };
    case 'ended':
      return { state: state.phase === 'dragged' ? state : idle };
  }
}

const drop = (hasChanged: boolean): DragTransition =>
  hasChanged ? { state: idle, effect: 'report' } : { state: { phase: 'dropped' }, effect: 'wait' };

const isFar = (from: Point, to: Point): boolean => Math.hypot(to.x - from.x, to.y - from.y) > MAX_PRESS_MOVE;

/** Space or Enter lifts it, arrows move it, Space or Enter drops it. */
function advanceByKey(state: DragState, { key, isThere }: Extract<DragEvent, { is: 'key' }>): DragTransition {
  const isMove = key.startsWith('Arrow');
  if (state.phase === 'lifted' && isMove) return { state: { ...state, moves: state.moves + 1 } };
  if (key !== ' ' && key !== 'Enter') return { state: idle };
  if (state.phase !== 'lifted') return { state: { phase: 'lifted', moves: 0, hasChanged: false } };
  return state.moves > 0 && isThere() ? drop(state.hasChanged) : { state: idle };
}
