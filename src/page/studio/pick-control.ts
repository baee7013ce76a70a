import { forEachWindow } from '../../dom/frames.ts';
import { viewportRect } from '../../dom/geometry.ts';
import type { Ask } from '../../messaging/ask.ts';
import type { ObservedAct } from '../../model/studio/observed-act.ts';
import { on } from '../../runtime/lifetime.ts';
import type { Translate } from '../../runtime/translate.ts';
import { createPickHighlight } from './pick-highlight.ts';
import { strengthText } from './pick-label.ts';
import { controlBeside, drawnControls, pointedAt } from './pick-target.ts';

type PickDescription = Pick<ObservedAct, 'anchor' | 'strength' | 'rival' | 'picture' | 'route'>;

export interface PickControlDeps {
  ask: Ask;
  /** What there is to say of a control; undefined where it cannot be described. */
  describe(element: Element): PickDescription | undefined;
  t: Translate;
  /** Ends when the person points at nothing any more. */
  lifetime: AbortSignal;
}

/** Whatever a press consists of: the page gets none of it. */
const PRESS_EVENTS = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dblclick', 'contextmenu'],
  ...['dragstart', 'keyup', 'keypress', 'beforeinput'],
] as const;
const NEXT = new Set(['ArrowDown', 'ArrowRight', 'Tab']);
const PREVIOUS = new Set(['ArrowUp', 'ArrowLeft']);

/** Lets the person point at a control, by pointer or by keys, and says which it was. The page does not notice the press. */
export function pickControl({ ask, describe, t, lifetime }: PickControlDeps): void {
  const highlight = createPickHighlight(t('pickHelp'), lifetime);
  let present: { element: Element; description: PickDescription | undefined } | undefined;

  function aim(element: Element | undefined): void {
    if (element === present?.element) return;
    const description = element && describe(element);
    present = element && { element, description };
    if (!element || !description) {
      highlight.clear();
      return;
    }
    const { anchor, strength } = description;
    const name = typeof anchor.name === 'string' ? `${anchor.role} “${anchor.name}”` : anchor.role;
    highlight.show(element, `${name}: ${strengthText(description, t)}`, strength === 'weak' || strength === 'ambiguous');
  }

  function take(): void {
    const description = present?.description;
    if (!description) return;
    const { anchor, strength, rival, picture, route } = description;
    const picked = { anchor, strength, route, ...(rival && { rival }), ...(picture && { picture }) };
    void ask('studio.picked', { picked });
  }

  function follow(event: PointerEvent): void {
    const frame = (event.view as Window | null)?.frameElement;
    const { x = 0, y = 0 } = frame ? viewportRect(frame) : {};
    const found = pointedAt({ x: event.clientX + x, y: event.clientY + y }, highlight.host);
    highlight.letThrough(found.is === 'foreign-frame');
    aim(found.is === 'element' ? found.element : undefined);
  }

  function press(event: Event): void {
    withhold(event);
    if (event.type === 'pointerdown') follow(event as PointerEvent);
    if (event.type === 'pointerup' && event.isTrusted && (event as PointerEvent).button === 0) take();
  }

  function pressKey(event: KeyboardEvent): void {
    withhold(event);
    if (!event.isTrusted) return;
    const isBack = PREVIOUS.has(event.key) || (event.key === 'Tab' && event.shiftKey);
    if (event.key === 'Escape') void ask('studio.picked', { picked: null });
    else if (event.key === 'Enter') take();
    else if (isBack || NEXT.has(event.key)) step(isBack ? -1 : 1);
  }

  function step(by: 1 | -1): void {
    const element = controlBeside(drawnControls(), present?.element, by);
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    aim(element);
  }

  forEachWindow(window, lifetime, (view, viewLifetime) => {
    const options = { capture: true, passive: false };
    for (const type of PRESS_EVENTS) on(view, type, press, viewLifetime, options);
    on(view, 'keydown', pressKey, viewLifetime, options);
    on(view, 'pointermove', follow, viewLifetime, { capture: true, passive: true });
    // What is under the shield scrolls, until the pointer moves again.
    on(view, 'wheel', () => highlight.letThrough(true), viewLifetime, { capture: true, passive: true });
  });
  // Keys go to one window; of several frames, each would take the focus from the other.
  if (window.top === window) window.focus();
}

function withhold(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
