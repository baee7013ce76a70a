import { windowOf } from '../dom/node-getters.ts';

/** Dispatches all events of a mouse click: pages listen to any of them. */
export function pressElement(element: Element): void {
  const view = windowOf(element)!;
  const { left, top, width, height } = element.getBoundingClientRect();
  const mouse = {
    bubbles: true,
    cancelable: true,
    composed: true,
    view,
    clientX: left + width / 2,
    clientY: top + height / 2,
    detail: 1,
  };
  const pointer = { ...mouse, pointerId: 1, isPrimary: true, pointerType: 'mouse' };
  element.dispatchEvent(new view.PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  const mayFocus = element.dispatchEvent(new view.MouseEvent('mousedown', { ...mouse, buttons: 1 }));
  if (mayFocus) (element as HTMLElement).focus?.({ preventScroll: true });
  element.dispatchEvent(new view.PointerEvent('pointerup', pointer));
  element.dispatchEvent(new view.MouseEvent('mouseup', mouse));
  // The browser's own method follows links and submits forms.
  if (typeof (element as HTMLElement).click === 'function') (element as HTMLElement).click();
  else element.dispatchEvent(new view.MouseEvent('click', mouse));
}
