import type { Kind } from '../fact.ts';
import { byWord } from './by-word.ts';
import { classOf } from './class-of.ts';
import { isFor } from './control-words.ts';
import { waysUp } from './ways-up.ts';

export interface Pressed {
  element: Element;
  kind: Kind;
}

const byRole = byWord<Kind>({
  button: 'button link tab menuitem option treeitem',
  toggle: 'checkbox radio switch menuitemcheckbox menuitemradio',
  slider: 'slider scrollbar separator',
  spinbutton: 'spinbutton',
  select: 'combobox listbox',
  editable: 'textbox searchbox',
});
const byTag = byWord<Kind>({
  button: 'button summary',
  text: 'textarea',
  select: 'select option',
  canvas: 'canvas',
  media: 'video audio',
  embed: 'embed object iframe',
});
const byType = byWord<Kind>({
  button: 'submit button reset image',
  toggle: 'checkbox radio',
  slider: 'range',
  spinbutton: 'number',
  file: 'file',
});

/** The closest interactive element on an event's way, and what it is; null where there is none, or where we are told to look away. */
export function controlAt(path: readonly Element[]): Pressed | null {
  if (path.some((element) => element.hasAttribute('data-cairn-ignore'))) return null;
  const link = path.find((element) => element.matches('a[href], area[href]'));
  if (link) return { element: link, kind: link.hasAttribute('download') ? 'download' : 'link' };
  for (const element of path) {
    const kind = kindOf(element);
    if (kind === 'label') {
      const control = (element as HTMLLabelElement).control;
      if (control) return { element: control, kind: refined(control, ownKind(control) ?? 'text') };
    } else if (kind) return { element, kind: refined(element, kind) };
  }
  return clickable(path);
}

function kindOf(element: Element): Kind | 'label' | undefined {
  if (element.localName === 'label') return 'label';
  const role = element.getAttribute('role')?.trim().split(/\s/, 1)[0];
  return (role ? byRole[role] : undefined) ?? ownKind(element);
}

function ownKind(element: Element): Kind | undefined {
  const tag = element.localName;
  if (tag === 'input') return byType[(element as HTMLInputElement).type] ?? 'text';
  if ((element as HTMLElement).isContentEditable) return 'editable';
  return Object.hasOwn(byTag, tag) ? byTag[tag] : undefined;
}

/** A control that is off, or is chosen already, rightly does nothing. */
const settled =
  ':disabled, [aria-selected=true], [aria-current]:not([aria-current=false]), [type=radio]:checked, [role$=radio][aria-checked=true], [role=group] [aria-pressed=true]';

/** The same, where only a class or the pointer says so. */
const worded = /(^|[\s_-])(active|selected|current|disabled)(\s|$)/i;
/** What is there to be dragged, and does nothing when it is only clicked. */
const handles = '[draggable=true], [aria-roledescription], [class*=handle]';

function refined(element: Element, kind: Kind): Kind {
  if (element.matches(settled) || element.closest('fieldset:disabled, [aria-disabled=true]')) return 'inert';
  if (saysSettled(element) || saysSettled(element.closest('li')) || cursorOn(element) === 'not-allowed') return 'inert';
  if (element.matches(handles)) return 'slider';
  if (kind === 'button' && element.hasAttribute('aria-pressed')) return 'toggle';
  return kind === 'button' && isFor('stepper', element) ? 'stepper' : kind;
}

/** What looks as if it could be clicked: the outermost element that shows the hand, or one made to be reached. */
function clickable(path: readonly Element[]): Pressed | null {
  const own = path.findIndex((element) => element.hasAttribute('onclick') || (element as HTMLElement).tabIndex >= 0);
  const first = path[0];
  const ends = path.findIndex((element) => !showsHand(element));
  const hand = first && ends !== 0 ? path[(ends < 0 ? path.length : ends) - 1] : undefined;
  const element = own >= 0 && path[own]!.localName !== 'body' ? path[own]! : hand;
  if (!element || /^(html|body|main)$/.test(element.localName)) return null;
  if (own >= 0 && !hand && !element.hasAttribute('onclick')) return null;
  return { element, kind: refined(element, isFor('stepper', element) ? 'stepper' : 'clickable') };
}

const cursorOn = (element: Element): string => getComputedStyle(element).cursor;
const showsHand = (element: Element): boolean => cursorOn(element) === 'pointer';
const saysSettled = (element: Element | null): boolean => worded.test(classOf(element));

/** A control under something that cannot be seen: who presses there means the control. */
export function coveredAt({ target, clientX, clientY }: MouseEvent): Pressed | null {
  const cover = target as Element;
  if (cover.localName !== 'div' || cover.hasChildNodes()) return null;
  const { backgroundColor, backgroundImage, cursor } = getComputedStyle(cover);
  if (`${backgroundColor} ${backgroundImage} ${cursor}` !== 'rgba(0, 0, 0, 0) none auto') return null;
  const under = cover.ownerDocument.elementsFromPoint(clientX, clientY).find((element) => !element.contains(cover));
  return controlAt(waysUp(under ?? null));
}
