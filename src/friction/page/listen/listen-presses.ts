import type { PressTarget } from '../../facts.ts';
import { controlAt, controlUnderCover, type PressedControl } from './control-at.ts';
import { elementsInPath, eventPathOf } from './elements.ts';
import { formIdOf } from './form-id-of.ts';
import { hasPurpose } from './has-purpose.ts';
import { type ListenerContext, listen, type PageWindow } from './listener-context.ts';
import { now, timeIn } from './now.ts';
import { watchSilentChanges } from './watch-silent-changes.ts';

/** A pointer that moves farther than this between down and up is dragging. */
const DRAG_MIN_PX = 10;
const MENUS = ':scope > ul, :scope > [role=menu]';

/**
 * Emits presses and clicks: trusted, with the primary button, without modifier keys. A touch that the browser takes over to scroll ends in
 * `pointercancel`: it is no press, and nobody has done anything but scroll.
 */
export function listenPresses(view: PageWindow, context: ListenerContext, beforePress: () => void): void {
  let down = { at: 0, x: 0, y: 0 };
  let startSilentWatch: (() => void) | null = null;

  function onDown(event: PointerEvent): void {
    if (!event.isTrusted || event.button !== 0 || !event.isPrimary) return;
    const at = timeIn(view, event.timeStamp);
    const control = controlOf(event);
    context.lastInput.actedAt = now();
    context.lastInput.pressTarget = control?.element ?? null;
    context.lastInput.pressKind = control?.kind ?? null;
    beforePress();
    startSilentWatch = control ? watchSilentChanges(view, context, control.element) : null;
    down = { at, x: event.screenX, y: event.screenY };
    context.emit({ is: 'press', on: control && targetOf(control, context), ...down });
  }

  function onUp({ isTrusted, screenX, screenY }: PointerEvent): void {
    if (!isTrusted) return;
    const movedPx = Math.hypot(screenX - down.x, screenY - down.y);
    if (movedPx > DRAG_MIN_PX) context.emit({ is: 'dragged', at: now() });
    context.emit({ is: 'acted', at: down.at });
  }

  function onCancel({ isTrusted }: PointerEvent): void {
    if (!isTrusted) return;
    context.emit({ is: 'dragged', at: now() });
    context.lastInput.pressTarget = context.lastInput.pressKind = null;
    context.lastInput.scrolledAt = now();
    startSilentWatch = null;
  }

  function onClick(event: MouseEvent): void {
    if (event.isTrusted && event.detail === 0) emitKeyed(event);
    if (!isPlainClick(event)) return;
    context.lastInput.actedAt = now();
    const control = controlOf(event);
    if (!control) return;
    noteAttempt(control, context);
    const form = formIdOf(control.element, context);
    context.emit({ is: 'click', at: now(), down: down.at, on: targetOf(control, context), form });
    emitPurpose(control.element, now(), context);
    startSilentWatch?.();
    startSilentWatch = null;
  }

  function emitKeyed(event: MouseEvent): void {
    const control = controlAt(elementsInPath(event));
    if (!control) return;
    noteAttempt(control, context);
    context.emit({ is: 'keyed', at: now(), on: targetOf(control, context), form: formIdOf(control.element, context) });
    emitPurpose(control.element, now(), context);
  }

  listen(view, 'pointerdown', onDown, context);
  listen(view, 'pointerup', onUp, context);
  listen(view, 'pointercancel', onCancel, context);
  listen(view, 'click', onClick, context);
}

/** A click by keyboard, or the second click of a label on its control, has no press of its own and is left out. */
function isPlainClick(event: MouseEvent): boolean {
  const hasModifier = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  const isPress = event.detail !== 0 && (event as PointerEvent).pointerId !== -1;
  return event.isTrusted && event.button === 0 && !hasModifier && isPress;
}

const controlOf = (event: MouseEvent): PressedControl | null => controlAt(elementsInPath(event)) ?? controlUnderCover(event);

const targetOf = ({ element, kind }: PressedControl, context: ListenerContext): PressTarget =>
  hasOpenedOnHover(element, context)
    ? { id: context.elementIds.idOf(element), kind, openedOnHover: true }
    : { id: context.elementIds.idOf(element), kind };

function hasOpenedOnHover(element: Element, { lastInput: { hoverOpener } }: ListenerContext): boolean {
  if (hoverOpener && eventPathOf(element).includes(hoverOpener)) return true;
  if (!element.hasAttribute('aria-haspopup') || element.hasAttribute('aria-expanded')) return false;
  const menu = element.parentElement?.querySelector(MENUS);
  return menu?.checkVisibility() === true;
}

/** A press that chooses something sends nothing. */
const CHOICES = '[role=option], [role=treeitem], [role=tab]';

function noteAttempt({ element, kind }: PressedControl, { lastInput }: ListenerContext): void {
  if (/^(button|clickable|link)$/.test(kind) && !element.matches(CHOICES)) lastInput.attemptedAt = now();
}

function emitPurpose(element: Element, at: number, context: ListenerContext): void {
  if (hasPurpose('undo', element)) context.emit({ is: 'undone', at });
  if (hasPurpose('export', element) || element.hasAttribute('download')) context.emit({ is: 'exported', at });
  if (hasPurpose('save', element)) context.emit({ is: 'attempted', at, form: formIdOf(element, context) });
}
