/**
 * A press of the primary button, from down to what came of it.
 *
 * `pressed`: it may become a click. `moved`: it went further than a click may. `dragging`: the browser drags for it. `released`: it is up,
 * and the click has yet to come.
 */
export type PointerState = 'idle' | 'pressed' | 'moved' | 'dragging' | 'released';

type PointerEventName = 'down' | 'far' | 'up' | 'click' | 'cancel' | 'dragstart' | 'drop' | 'dragend' | 'waited';

/**
 * What is to be done. `begin`: the press is reported, for the page may be gone before the click. `confirm`: it was a click. `withdraw`: it was
 * none. `settle`: it ended without a click, and was one only if the page has changed. `carried`: it ended elsewhere, which is a drag if the
 * page has changed. `dropped`: the browser's drag found its target. `unpressed`: a click came without a press.
 */
type PointerOutcome = 'begin' | 'confirm' | 'withdraw' | 'settle' | 'carried' | 'dropped' | 'unpressed';

interface Transition {
  to: PointerState;
  outcome?: PointerOutcome;
}

const anew: Transition = { to: 'pressed', outcome: 'begin' };
const withdrawn: Transition = { to: 'idle', outcome: 'withdraw' };

const TRANSITIONS: Readonly<Record<PointerState, Partial<Record<PointerEventName, Transition>>>> = {
  idle: { down: anew, click: { to: 'idle', outcome: 'unpressed' }, drop: { to: 'idle', outcome: 'dropped' } },
  pressed: {
    down: anew,
    far: { to: 'moved' },
    up: { to: 'released' },
    click: { to: 'idle', outcome: 'confirm' },
    cancel: withdrawn,
    dragstart: { to: 'dragging', outcome: 'withdraw' },
  },
  moved: {
    down: anew,
    up: { to: 'idle', outcome: 'carried' },
    cancel: withdrawn,
    dragstart: { to: 'dragging', outcome: 'withdraw' },
  },
  dragging: { down: anew, drop: { to: 'idle', outcome: 'dropped' }, dragend: { to: 'idle' } },
  released: { down: anew, click: { to: 'idle', outcome: 'confirm' }, waited: { to: 'idle', outcome: 'settle' } },
};

/** The state after an event, and what is to be done. What a state does not list changes nothing. */
export const advancePointer = (state: PointerState, event: PointerEventName): Transition =>
  TRANSITIONS[state][event] ?? { to: state };
