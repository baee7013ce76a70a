import type { ShownAct } from '../model/shown.ts';
import type { Refused } from '../model/walk-state.ts';
import { viewOf } from '../runtime/tree.ts';
import { fieldOf, readValue } from './read-value.ts';

/**
 * Does to a control of the page what the person agreed to, as they would: events and all. Gives why it could not be done, if so.
 * Nothing is typed into what is secret, and nothing is forced on what is disabled.
 */
export function perform(control: Element, act: ShownAct): Refused | undefined {
  if (!control.isConnected) return 'gone';
  const field = fieldOf(control);
  if (isOff(control) || isOff(field)) return 'disabled';
  switch (act.act) {
    case 'click':
      press(control);
      return undefined;
    case 'check':
      return tick(control, act.on);
    case 'fill':
      return fill(field, act.with.words);
    case 'choose':
      return choose(field, act.known);
  }
}

const isOff = (element: Element): boolean =>
  element.matches(':disabled, [aria-disabled=true], :read-only:is(input, textarea)[readonly]') ||
  element.closest('[inert]') !== null;

/** As a mouse does it: pages listen to any of these. */
function press(element: Element): void {
  const view = viewOf(element)!;
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = {
    bubbles: true,
    cancelable: true,
    composed: true,
    view,
    clientX: left + width / 2,
    clientY: top + height / 2,
    detail: 1,
  };
  const pointer = { ...at, pointerId: 1, isPrimary: true, pointerType: 'mouse' };
  element.dispatchEvent(new view.PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  const mayFocus = element.dispatchEvent(new view.MouseEvent('mousedown', { ...at, buttons: 1 }));
  if (mayFocus) (element as HTMLElement).focus?.({ preventScroll: true });
  element.dispatchEvent(new view.PointerEvent('pointerup', pointer));
  element.dispatchEvent(new view.MouseEvent('mouseup', at));
  // The browser's own follows the links and sends the forms.
  if (typeof (element as HTMLElement).click === 'function') (element as HTMLElement).click();
  else element.dispatchEvent(new view.MouseEvent('click', at));
}

function tick(control: Element, on: boolean): Refused | undefined {
  const { checked } = readValue(control);
  if (checked === undefined) return 'kind';
  if (checked !== on) press(control);
  return readValue(control).checked === on ? undefined : 'reset';
}

/** Kinds of input that hold a text. */
const typed = /^(text|search|email|tel|url|number|date|time|datetime-local|month|week|)$/;

function fill(field: Element, words: string): Refused | undefined {
  const { localName } = field;
  const { type = '' } = field as Partial<HTMLInputElement>;
  if (type === 'password' || field.getAttribute('autocomplete')?.startsWith('cc-')) return 'secret';
  if ((field as HTMLElement).isContentEditable) return fillRich(field as HTMLElement, words);
  if (localName !== 'textarea' && !(localName === 'input' && typed.test(type))) return 'kind';
  (field as HTMLElement).focus({ preventScroll: true });
  setNatively(field, 'value', words);
  tell(field, words);
  return (field as HTMLInputElement).value === words ? undefined : 'reset';
}

function fillRich(field: HTMLElement, words: string): Refused | undefined {
  field.focus({ preventScroll: true });
  field.ownerDocument.getSelection()?.selectAllChildren(field);
  field.ownerDocument.execCommand('insertText', false, words);
  return field.textContent?.trim() === words.trim() ? undefined : 'reset';
}

function choose(field: Element, known: readonly string[]): Refused | undefined {
  if (field.localName !== 'select') return 'kind';
  const select = field as HTMLSelectElement;
  const wanted = known.map(plain);
  const option = [...select.options].find((one) => !one.disabled && wanted.includes(plain(one.label)));
  if (!option) return 'option';
  const { index } = option;
  setNatively(select, 'selectedIndex', index);
  tell(select);
  return select.selectedIndex === index ? undefined : 'reset';
}

const plain = (words: string): string => words.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * By the browser's own setter: frameworks put one of theirs on the element, remember what went through it, and take an `input` event
 * with what they remember for no change at all.
 */
function setNatively(field: Element, property: 'value' | 'selectedIndex', to: string | number): void {
  const view = viewOf(field)!;
  const kinds = { input: view.HTMLInputElement, textarea: view.HTMLTextAreaElement, select: view.HTMLSelectElement };
  const { prototype } = kinds[field.localName as keyof typeof kinds];
  Object.getOwnPropertyDescriptor(prototype, property)?.set?.call(field, to);
}

function tell(field: Element, data?: string): void {
  const view = viewOf(field)!;
  const how = { bubbles: true, composed: true };
  field.dispatchEvent(new view.InputEvent('input', { ...how, ...(data && { data, inputType: 'insertReplacementText' }) }));
  field.dispatchEvent(new view.Event('change', how));
}
