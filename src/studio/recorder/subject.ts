import { interactiveElementOn, kindByMarkup, kindByRole } from '../../dom/interactive-elements.ts';
import { isElement } from '../../dom/node-getters.ts';
import { isOwnHost } from '../../dom/shadow-root-of.ts';
import { opensPopup } from '../../locator/page/choice-popup.ts';
import { isPressed, roleOf } from '../../locator/page/role.ts';
import { sliderOnTrack } from './slider-on-track.ts';

/**
 * How an element is operated. `press`: buttons, links, menu entries, whatever looks as if it could be pressed. `option`: an entry of a list.
 * `area`: nothing says that it can be operated; it may be, if something comes of it. `root`: the page itself.
 */
export type SubjectKind = 'press' | 'text' | 'select' | 'toggle' | 'radio' | 'slider' | 'file' | 'option' | 'area' | 'root';

/** What the person acts on. */
export interface Subject {
  element: Element;
  kind: SubjectKind;
  /** Pressing it opens something to choose from, as far as its markup tells. */
  opensPopup: boolean;
}

const STATEFUL = '[aria-checked=true],[aria-checked=false],[aria-checked=mixed]';
const NATIVE_CHECK = 'input[type=checkbox],input[type=radio]';

/** What an event on this path is about, from the inside out; undefined where it is our own. */
export function subjectOf(path: readonly EventTarget[]): Subject | undefined {
  const elements = path.filter((one): one is Element => isElement(one as Node));
  if (!elements.length || elements.some(isOwnHost)) return undefined;
  const control = controlOn(elements);
  if (control) return { element: control, kind: kindOf(control), opensPopup: opensPopup(control) };
  const slider = sliderOnTrack(elements);
  if (slider) return { element: slider, kind: 'slider', opensPopup: false };
  const drawnAsButton = pointerCursorOn(elements);
  if (drawnAsButton) return { element: drawnAsButton, kind: 'press', opensPopup: false };
  const element = elements[0]!;
  return { element, kind: /^(html|body)$/.test(element.localName) ? 'root' : 'area', opensPopup: false };
}

/** The control that is pressed: of a label its own, of a custom element the innermost one in it. */
function controlOn(elements: readonly Element[]): Element | undefined {
  const control = interactiveElementOn(elements) ?? elements.find((one) => isPressed(roleOf(one)));
  const within = control ? elements.slice(0, elements.indexOf(control)) : elements;
  const label = within.find((one): one is HTMLLabelElement => one.localName === 'label');
  return label?.control ?? control;
}

/** The outermost element that shows a hand because the innermost does. */
function pointerCursorOn(elements: readonly Element[]): Element | undefined {
  let found: Element | undefined;
  for (const element of elements) {
    if (/^(html|body)$/.test(element.localName) || getComputedStyle(element).cursor !== 'pointer') break;
    found = element;
  }
  return found;
}

function kindOf(control: Element): SubjectKind {
  const kind = kindByMarkup(control) ?? kindByRole(control) ?? kindByImpliedRole(control);
  const role = roleOf(control);
  if (role === 'option' && control.localName !== 'option') return 'option';
  switch (kind) {
    case 'text':
    case 'editable':
      return isTypedIn(control) ? 'text' : 'press';
    case 'spinbutton':
      return control.localName === 'input' ? 'text' : 'slider';
    case 'slider':
    case 'file':
      return kind;
    case 'select':
      return /^(select|option)$/.test(control.localName) ? 'select' : 'press';
    case 'toggle':
      if (!control.matches(`${NATIVE_CHECK},${STATEFUL}`)) return 'press';
      return role === 'radio' || role === 'menuitemradio' ? 'radio' : 'toggle';
    default:
      return 'press';
  }
}

const kindByImpliedRole = (control: Element) => (/^(textbox|searchbox)$/.test(roleOf(control)) ? 'editable' : undefined);

/** A field that cannot be typed in is there to be pressed. */
const isTypedIn = (control: Element): boolean => !control.matches('[readonly],[aria-readonly=true]');

/** Does Enter begin a new line in it? */
export const isMultiline = (control: Element): boolean =>
  control.localName === 'textarea' ||
  control.getAttribute('aria-multiline') === 'true' ||
  ((control as HTMLElement).isContentEditable && !/^(combobox|searchbox)$/.test(roleOf(control)));
