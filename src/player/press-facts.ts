import { fieldOf } from '../dom/field-of.ts';
import { isToggle } from '../dom/is-toggle.ts';
import type { PressFacts, PressKind } from './risk-of.ts';

/** What reacts to a press inside of it. */
const PRESSABLE = 'a,area,button,input,select,textarea,summary,label,option';
const SELECTS_ROLES = /^(tab|treeitem)$/;
const PICKS_ROLES = /^(option|row|gridcell)$/;
const OPENS = 'summary,[aria-haspopup]:not([aria-haspopup=false]),[aria-expanded],[popovertarget],[commandfor]';
/** Commands that the browser carries out itself. Others are names that the page has made up. */
const OPENING_COMMANDS = /^(show-modal|close|request-close|(show|hide|toggle)-popover)$/;
/** Attributes by which libraries send something when a link is pressed. */
const SENDING_ATTRIBUTES =
  '[download],[ping],[data-method],[data-turbo-method],[data-remote],[data-confirm],[data-turbo-confirm],[hx-post],[hx-put],[hx-patch],[hx-delete],[onclick]';
const TEXT_FIELD =
  'textarea,select,input:not([type=submit],[type=image],[type=button],[type=reset],[type=checkbox],[type=radio],[type=file])';

/** What a press on a control does. Role and name come from the locator. */
export function pressFacts(control: Element, role: string, name: string): PressFacts {
  const link = control.closest<HTMLAnchorElement>('a[href]');
  const kind = kindOf(control, role);
  return { kind, name, ...(kind === 'link' && link && { address: decoded(link) }) };
}

function kindOf(control: Element, role: string): PressKind {
  // A press on a part of a button presses the button.
  const outer = control.closest(PRESSABLE);
  if (outer && outer !== control) return 'other';
  const field = fieldOf(control);
  if (isToggle(control)) return 'toggle';
  if (field.matches(TEXT_FIELD) || isRichText(control)) return 'field';
  if (submits(control)) return 'other';
  if (opens(control)) return 'opens';
  if (SELECTS_ROLES.test(role) && !control.matches('a[href],button[type=submit]')) return 'selects';
  if (PICKS_ROLES.test(role)) return 'picks';
  return role === 'link' && leadsIntoApp(control) ? 'link' : 'other';
}

const isRichText = (control: Element): boolean => (control as HTMLElement).isContentEditable === true;

function opens(control: Element): boolean {
  if (!control.matches(OPENS)) return false;
  const command = control.getAttribute('command');
  return !control.hasAttribute('commandfor') || (command !== null && OPENING_COMMANDS.test(command.toLowerCase()));
}

/** A button without a type submits its form. */
function submits(control: Element): boolean {
  const { type, form } = control as Partial<Pick<HTMLInputElement, 'type' | 'form'>>;
  return (type === 'submit' || type === 'image') && form !== null && form !== undefined;
}

/** A link with an address of the same origin, which nothing else than following it can be seen to do. */
function leadsIntoApp(control: Element): boolean {
  if (!control.matches('a[href],area[href]') || control.matches(SENDING_ATTRIBUTES)) return false;
  const { origin, hash, href } = control as HTMLAnchorElement;
  const isPlainHash = control.getAttribute('href')!.trim().startsWith('#') && hash.length < 2;
  return origin === location.origin && /^https?:/.test(href) && !isPlainHash;
}

function decoded({ pathname, search, hash }: HTMLAnchorElement): string {
  const address = pathname + search + hash;
  try {
    return decodeURIComponent(address).replace(/[/?&=#.]/g, ' ');
  } catch {
    return address;
  }
}
