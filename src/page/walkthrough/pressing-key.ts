import { opensPopup } from '../../locator/page/choice-popup.ts';

/** Pressed by Enter or Space, the browser sends them a click, unless the page prevents it. */
const NATIVE = 'button,a[href],area[href],summary,input,option';
const TYPED_IN =
  'textarea:not([readonly]),[contenteditable]:not([contenteditable=false]),input:not([readonly],[type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio],[type=file],[type=color])';

/** Whether a key that goes to a control, or to what has it as its active descendant, presses it: Enter, Space, or an arrow that opens a menu. */
export function isPressingKey(control: Element, event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, shiftKey, repeat, isComposing } = event;
  if (repeat || isComposing || ctrlKey || metaKey || shiftKey || control.matches(':disabled,[aria-disabled=true]')) return false;
  const focused = event.composedPath()[0] as Element;
  const isTypedIn = focused.matches?.(TYPED_IN) ?? false;
  if (event.composedPath().includes(control)) {
    if (/^Arrow(Down|Up)$/.test(key)) return opensPopup(control) || control.localName === 'select';
    if (/^Arrow(Right|Left)$/.test(key)) return control.matches('[role=menuitem][aria-haspopup]');
    return (key === 'Enter' || key === ' ') && !isTypedIn;
  }
  const isActive = control.id !== '' && focused.getAttribute?.('aria-activedescendant') === control.id;
  return isActive && (key === 'Enter' || (key === ' ' && !isTypedIn));
}

/** Whether a click on the control will follow that key by itself. */
export const isFollowedByClick = (control: Element, { key, defaultPrevented }: KeyboardEvent): boolean =>
  !defaultPrevented && /^(Enter| )$/.test(key) && control.matches(NATIVE);
