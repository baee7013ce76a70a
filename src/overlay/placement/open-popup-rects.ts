import { type Rect, viewportRect } from '../../dom/geometry.ts';

/**
 * Where the menu or list is that a control has opened, by the control's ARIA attributes: that is where the person presses next. A part of
 * the page that is merely unfolded does not count.
 */
export function openPopupRects(control: Element): Rect[] {
  const popup = control.getAttribute('aria-haspopup') ?? (control.getAttribute('role') === 'combobox' ? 'listbox' : 'false');
  if (popup === 'false' || control.getAttribute('aria-expanded') !== 'true') return [];
  const root = control.getRootNode() as Document | ShadowRoot;
  return ['aria-controls', 'aria-owns']
    .flatMap((name) => (control.getAttribute(name) ?? '').split(/\s+/).filter(Boolean))
    .map((id) => root.getElementById(id))
    .filter((one) => one?.checkVisibility())
    .map((one) => viewportRect(one!));
}
