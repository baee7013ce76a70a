import { kindByMarkup, kindByRole, LINKS } from '../../../dom/interactive-elements.ts';
import type { ControlKind } from '../../facts.ts';
import { classAttributeOf } from './class-attribute-of.ts';
import { eventPathOf } from './event-path-of.ts';
import { hasPurpose } from './has-purpose.ts';
import { invertWordMap } from './invert-word-map.ts';

export interface PressedControl {
  element: Element;
  kind: ControlKind;
}

/** What a page embeds is no control in itself, but what happens in it is its own affair. */
const EMBEDDED_KIND_BY_TAG = invertWordMap<ControlKind>({
  canvas: 'canvas',
  media: 'video audio',
  embed: 'embed object iframe',
});

/** The closest interactive element on an event's way, and what it is; null where there is none, or where we are told to look away. */
export function controlAt(path: readonly Element[]): PressedControl | null {
  if (path.some((element) => element.hasAttribute('data-cairn-ignore'))) return null;
  const link = path.find((element) => element.matches(LINKS));
  if (link) return { element: link, kind: link.hasAttribute('download') ? 'download' : 'link' };
  for (const element of path) {
    const kind = kindOf(element);
    if (kind === 'label') {
      const control = (element as HTMLLabelElement).control;
      if (control) return { element: control, kind: refineKind(control, ownKind(control) ?? 'text') };
    } else if (kind) return { element, kind: refineKind(element, kind) };
  }
  return findClickable(path);
}

function kindOf(element: Element): ControlKind | 'label' | undefined {
  if (element.localName === 'label') return 'label';
  return kindByRole(element) ?? ownKind(element);
}

const ownKind = (element: Element): ControlKind | undefined => kindByMarkup(element) ?? EMBEDDED_KIND_BY_TAG[element.localName];

/** A control that is off, or is chosen already, rightly does nothing. */
const INERT_STATES =
  ':disabled, [aria-selected=true], [aria-current]:not([aria-current=false]), [type=radio]:checked, [role$=radio][aria-checked=true], [role=group] [aria-pressed=true]';

/** The same, where only a class or the pointer says so. */
const SETTLED_CLASSES = /(^|[\s_-])(active|selected|current|disabled)(\s|$)/i;
/** What is there to be dragged, and does nothing when it is only clicked. */
const DRAG_HANDLES = '[draggable=true], [aria-roledescription], [class*=handle]';

function refineKind(element: Element, kind: ControlKind): ControlKind {
  if (element.matches(INERT_STATES) || element.closest('fieldset:disabled, [aria-disabled=true]')) return 'inert';
  if (hasSettledClass(element) || hasSettledClass(element.closest('li')) || cursorOf(element) === 'not-allowed') return 'inert';
  if (element.matches(DRAG_HANDLES)) return 'slider';
  if (kind === 'button' && element.hasAttribute('aria-pressed')) return 'toggle';
  return kind === 'button' && hasPurpose('stepper', element) ? 'stepper' : kind;
}

/** What looks as if it could be clicked: the outermost element that shows the hand, or one made to be reached. */
function findClickable(path: readonly Element[]): PressedControl | null {
  const own = path.findIndex((element) => element.hasAttribute('onclick') || (element as HTMLElement).tabIndex >= 0);
  const first = path[0];
  const ends = path.findIndex((element) => !hasPointerCursor(element));
  const hand = first && ends !== 0 ? path[(ends < 0 ? path.length : ends) - 1] : undefined;
  const element = own >= 0 && path[own]!.localName !== 'body' ? path[own]! : hand;
  if (!element || /^(html|body|main)$/.test(element.localName)) return null;
  if (own >= 0 && !hand && !element.hasAttribute('onclick')) return null;
  return { element, kind: refineKind(element, hasPurpose('stepper', element) ? 'stepper' : 'clickable') };
}

const cursorOf = (element: Element): string => getComputedStyle(element).cursor;
const hasPointerCursor = (element: Element): boolean => cursorOf(element) === 'pointer';
const hasSettledClass = (element: Element | null): boolean => SETTLED_CLASSES.test(classAttributeOf(element));

/** A control under something that cannot be seen: who presses there means the control. */
export function controlUnderCover({ target, clientX, clientY }: MouseEvent): PressedControl | null {
  const cover = target as Element;
  if (cover.localName !== 'div' || cover.hasChildNodes()) return null;
  const { backgroundColor, backgroundImage, cursor } = getComputedStyle(cover);
  if (`${backgroundColor} ${backgroundImage} ${cursor}` !== 'rgba(0, 0, 0, 0) none auto') return null;
  const under = cover.ownerDocument.elementsFromPoint(clientX, clientY).find((element) => !element.contains(cover));
  return controlAt(eventPathOf(under ?? null));
}
