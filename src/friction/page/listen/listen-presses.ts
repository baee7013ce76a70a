import { on } from '../../../runtime/lifetime.ts';
import { controlAt, controlUnderCover } from './control-at.ts';
import { eventPathOf } from './event-path-of.ts';
import { hasPurpose } from './has-purpose.ts';
import { formIdOf } from './listen-mutations.ts';
import { elementsInPath, type ListenerContext } from './listener-context.ts';
import { now } from './now.ts';
import { watchSilentChanges } from './watch-silent-changes.ts';

/** A hand that is not still moves less than this many pixels. */
const DRAG_MIN_PX = 10;
const MENUS = ':scope > ul, :scope > [role=menu]';

/** Hears presses and clicks: trusted, primary button, no modifier keys. */
export function listenPresses(view: Window & typeof globalThis, context: ListenerContext, beforePress: () => void): void {
  const current: { down: number; x: number; y: number; watchSilent: (() => void) | null } = {
    down: 0,
    x: 0,
    y: 0,
    watchSilent: null,
  };

  on(
    view,
    'pointerdown',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || !event.isPrimary) return;
      const at = view.performance.timeOrigin + event.timeStamp;
      const control = controlAt(elementsInPath(event)) ?? controlUnderCover(event);
      context.lastInput.actedAt = now();
      context.lastInput.pressTarget = control?.element ?? null;
      current.down = at;
      beforePress();
      current.watchSilent = control ? watchSilentChanges(view, context, control.element) : null;
      const { screenX: x, screenY: y } = event;
      Object.assign(current, { x, y });
      context.emit({ is: 'press', at, on: control && targetOf(control), x, y });
      context.emit({ is: 'acted', at });
      if (control) emitPurpose(control.element, at);
    },
    context.lifetime,
    { capture: true, passive: true },
  );

  on(
    view,
    'pointerup',
    ({ isTrusted, screenX, screenY }) => {
      const moved = Math.hypot(screenX - current.x, screenY - current.y);
      if (isTrusted && moved > DRAG_MIN_PX) context.emit({ is: 'dragged', at: now() });
    },
    context.lifetime,
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
      context.lastInput.actedAt = now();
      const control = controlAt(elementsInPath(event)) ?? controlUnderCover(event);
      if (!control) return;
      context.emit({ is: 'click', at: now(), down: current.down, on: targetOf(control) });
      current.watchSilent?.();
      current.watchSilent = null;
    },
    context.lifetime,
    { capture: true, passive: true },
  );

  function targetOf({ element, kind }: NonNullable<ReturnType<typeof controlAt>>) {
    return { id: context.elementIds.idOf(element), kind, ...(isHovered(element) && { hovered: true as const }) };
  }

  function isHovered(element: Element): boolean {
    if (context.lastInput.hoverOpener && eventPathOf(element).includes(context.lastInput.hoverOpener)) return true;
    if (!element.hasAttribute('aria-haspopup') || element.hasAttribute('aria-expanded')) return false;
    const menu = element.parentElement?.querySelector(MENUS);
    return menu?.checkVisibility() === true;
  }

  function emitPurpose(element: Element, at: number): void {
    if (hasPurpose('undo', element)) context.emit({ is: 'undone', at });
    if (hasPurpose('export', element) || element.hasAttribute('download')) context.emit({ is: 'exported', at });
    if (hasPurpose('save', element)) context.emit({ is: 'submitted', at, form: formIdOf(element, context) });
  }
}
