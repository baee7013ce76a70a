import { on } from '../../runtime/lifetime.ts';
import { controlAt, coveredAt } from './control-at.ts';
import { isFor } from './control-words.ts';
import { type Ear, elementsOf } from './ear.ts';
import { formNumber } from './mutations.ts';
import { now } from './now.ts';
import { lookFor } from './still.ts';
import { waysUp } from './ways-up.ts';

/** A hand that is not still moves less than this many pixels. */
const STILL = 10;
const menus = ':scope > ul, :scope > [role=menu]';

/** Hears presses and clicks: trusted, primary button, no modifier keys. */
export function listenPresses(view: Window & typeof globalThis, ear: Ear, beforePress: () => void): void {
  const pressed: { down: number; x: number; y: number; looking: (() => void) | null } = { down: 0, x: 0, y: 0, looking: null };

  on(
    view,
    'pointerdown',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || !event.isPrimary) return;
      const at = view.performance.timeOrigin + event.timeStamp;
      const control = controlAt(elementsOf(event)) ?? coveredAt(event);
      ear.last.deed = now();
      ear.last.press = control?.element ?? null;
      pressed.down = at;
      beforePress();
      pressed.looking = control ? lookFor(view, ear, control.element) : null;
      const { screenX: x, screenY: y } = event;
      Object.assign(pressed, { x, y });
      ear.emit({ is: 'press', at, on: control && targetOf(control), x, y });
      ear.emit({ is: 'acted', at });
      if (control) hearPurpose(control.element, at);
    },
    ear.lifetime,
    { capture: true, passive: true },
  );

  on(
    view,
    'pointerup',
    ({ isTrusted, screenX, screenY }) => {
      const moved = Math.hypot(screenX - pressed.x, screenY - pressed.y);
      if (isTrusted && moved > STILL) ear.emit({ is: 'dragged', at: now() });
    },
    ear.lifetime,
    { capture: true, passive: true },
  );

  on(
    view,
    'click',
    (event) => {
      const isPlain =
        event.isTrusted && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      // A press with the keyboard, or a label's second click on its control, has no press of its own.
      if (!isPlain || event.detail === 0 || (event as PointerEvent).pointerId === -1) return;
      ear.last.deed = now();
      const control = controlAt(elementsOf(event)) ?? coveredAt(event);
      if (!control) return;
      ear.emit({ is: 'click', at: now(), down: pressed.down, on: targetOf(control) });
      pressed.looking?.();
      pressed.looking = null;
    },
    ear.lifetime,
    { capture: true, passive: true },
  );

  function targetOf({ element, kind }: NonNullable<ReturnType<typeof controlAt>>) {
    return { id: ear.numbers.of(element), kind, ...(isHovered(element) && { hovered: true as const }) };
  }

  function isHovered(element: Element): boolean {
    if (ear.last.hoverAnswered && waysUp(element).includes(ear.last.hoverAnswered)) return true;
    if (!element.hasAttribute('aria-haspopup') || element.hasAttribute('aria-expanded')) return false;
    const menu = element.parentElement?.querySelector(menus);
    return menu?.checkVisibility() === true;
  }

  function hearPurpose(element: Element, at: number): void {
    if (isFor('undo', element)) ear.emit({ is: 'undone', at });
    if (isFor('export', element) || element.hasAttribute('download')) ear.emit({ is: 'exported', at });
    if (isFor('save', element)) ear.emit({ is: 'submitted', at, form: formNumber(element, ear) });
  }
}
