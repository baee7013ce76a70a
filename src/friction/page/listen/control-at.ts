import { kindByMarkup, kindByRole, LINKS } from '../../../dom/interactive-elements.ts';
import type { ControlKind } from '../../facts.ts';
import { classAttributeOf, eventPathOf } from './elements.ts';
import { hasPurpose } from './has-purpose.ts';

export interface PressedControl {
  element: Element;
  kind: ControlKind;
}

/** Embedded content is no control, but what happens in it cannot be seen from the page. */
const EMBEDDED_KIND_BY_TAG: Readonly<Record<string, ControlKind>> = {
  canvas: 'canvas',
  video: 'media',
  audio: 'media',
  embed: 'embed',
  object: 'embed',
  iframe: 'embed',
};

/** The closest interactive element on the path of an event, and its kind. Null if there is none, or if the page excludes the element. */
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

const ownKind = (element: Element): ControlKind | undefined =>
  kindByMarkup(element) ??
  (Object.hasOwn(EMBEDDED_KIND_BY_TAG, element.localName) ? EMBEDDED_KIND_BY_TAG[element.localName] : undefined);

/** A control that is disabled, or already chosen, does nothing, and rightly so. */
const INERT_STATES =
  ':disabled, [aria-selected=true], [aria-current]:not([aria-current=false]), [type=radio]:checked, [role$=radio][aria-checked=true], [role=group] [aria-pressed=true]';

/** The same, where only a class name says so. */
const SETTLED_CLASSES = /(^|[\s_-])(active|selected|current|disabled)(\s|$)/i;
/** What is dragged, and does nothing when it is only clicked. */
const DRAG_HANDLES = '[draggable=true], [aria-roledescription], [class*=handle]';

function refineKind(element: Element, kind: ControlKind): ControlKind {
  if (element.matches(INERT_STATES) || element.closest('fieldset:disabled, [aria-disabled=true]')) return 'inert';
  if (hasSettledClass(element) || hasSettledClass(element.closest('li')) || cursorOf(element) === 'not-allowed') return 'inert';
  if (element.matches(DRAG_HANDLES)) return 'slider';
  if (kind === 'button' && element.hasAttribute('aria-pressed')) return 'toggle';
  return kind === 'button' && hasPurpose('stepper', element) ? 'stepper' : kind;
}

/** What looks clickable: the outermost element with a pointer cursor, or an element that can be focused. */
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

/** The control under an invisible cover: whoever presses there means the control. */
export function controlUnderCover({ target, clientX, clientY }: MouseEvent): PressedControl | null {
  const cover = target as Element;
  if (cover.localName !== 'div' || cover.hasChildNodes()) return null;
  const { backgroundColor, backgroundImage, cursor } = getComputedStyle(cover);
  if (`${backgroundColor} ${backgroundImage} ${cursor}` !== 'rgba(0, 0, 0, 0) none auto') return null;
  const under = cover.ownerDocument.elementsFromPoint(clientX, clientY).find((element) => !element.contains(cover));
  return controlAt(eventPathOf(under ?? null));
}
