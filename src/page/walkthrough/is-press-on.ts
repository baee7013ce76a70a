import { composedAncestors } from '../../dom/composed-tree.ts';
import { fieldOf } from '../../dom/field-of.ts';
import { isWithin } from '../../dom/geometry.ts';
import { interactiveElementOn } from '../../dom/interactive-elements.ts';
import { isElement } from '../../dom/node-getters.ts';
import { isOwnHost } from '../../dom/shadow-root-of.ts';
import { visualWrappersOf } from '../../dom/visual-wrappers.ts';

/** Cursors by which a page shows that a press does nothing. */
const IDLE_CURSORS = /not-allowed|no-drop|wait|progress/;
const DISABLED = ':disabled,[aria-disabled=true]';
const BUTTON = 'button,[type=submit],[type=button],[type=reset],[type=image]';

/**
 * Whether a press is a press on a control: on it, on something in it, or within its box on what takes its presses. Design systems let
 * presses go through a field to the box around it, or draw something over both.
 */
export function isPressOn(control: Element, event: MouseEvent): boolean {
  const path = event.composedPath();
  return path.includes(control) || (isWithinBox(control, event) && takesPressesOf(control, path));
}

/** Whether a press is on a label of a control, and on nothing else that can be pressed: the browser makes a press on the control of it. */
export function isPressOnLabel(control: Element, event: Event): boolean {
  const labels = [...((fieldOf(control) as HTMLInputElement).labels ?? [])];
  const path = event.composedPath();
  const label = path.findIndex((one) => labels.includes(one as HTMLLabelElement));
  return label >= 0 && !interactiveElementOn(path.slice(0, label));
}

const isWithinBox = (control: Element, { clientX: x, clientY: y }: MouseEvent): boolean =>
  control.isConnected && isWithin(control.getBoundingClientRect(), { x, y });

/** Whether the element that was pressed contains the control, or is drawn over it in a wrapper of hardly more than its size. */
function takesPressesOf(control: Element, path: readonly EventTarget[]): boolean {
  const target = path[0] as Node;
  // Where a menu or a dialog is open, pages often let everything else take no presses: then the root takes them all.
  if (!isElement(target) || /^(html|body)$/.test(target.localName) || isOwnHost(target)) return false;
  const around = composedAncestors(control, { acrossFrames: false, closedSlots: true });
  const common = path.findIndex((one) => around.includes(one as Element));
  const isCover = common > 0 && !interactiveElementOn(path.slice(0, common));
  if (common !== 0 && !(isCover && visualWrappersOf(control).includes(path[common] as Element))) return false;
  const { cursor } = getComputedStyle(target);
  if (IDLE_CURSORS.test(cursor) || control.closest('[aria-busy=true],[inert]')) return false;
  // A field may be disabled and only show what the box around it lets the person choose; a disabled button does nothing.
  return (
    !control.matches(DISABLED) ||
    (cursor === 'pointer' && !control.matches(BUTTON) && fieldOf(control).matches('input,textarea,select'))
  );
}
