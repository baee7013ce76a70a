import { fieldOf } from '../dom/field-of.ts';
import { windowOf } from '../dom/node-getters.ts';
import type { LocalizedStepAct } from '../model/pack/localized-guide.ts';
import type { ActRefusal } from '../model/person/walk-state.ts';
import { readValue } from './read-value.ts';

/**
 * Performs on a control what the person agreed to, with the events that they would cause. Returns why it could not be done, if so.
 * Nothing is typed into a secret field, and nothing is forced on a disabled control.
 */
export function perform(control: Element, act: LocalizedStepAct): ActRefusal | undefined {
  if (!control.isConnected) return 'gone';
  const field = fieldOf(control);
  if (isDisabled(control) || isDisabled(field)) return 'disabled';
  switch (act.act) {
    case 'click':
      click(control);
      return undefined;
    case 'check':
      return setChecked(control, act.on);
    case 'fill':
      return fill(field, act.with.text);
    case 'choose':
      return choose(field, act.known);
  }
}

const isDisabled = (element: Element): boolean =>
  element.matches(':disabled, [aria-disabled=true], :read-only:is(input, textarea)[readonly]') ||
  element.closest('[inert]') !== null;

/** Dispatches all events of a mouse click: pages listen to any of them. */
function click(element: Element): void {
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

function setChecked(control: Element, on: boolean): ActRefusal | undefined {
  const { checked } = readValue(control);
  if (checked === undefined) return 'kind';
  if (checked !== on) click(control);
  return readValue(control).checked === on ? undefined : 'reset';
}

/** Types of `<input>` that hold a text. */
const TEXT_INPUT_TYPES = /^(text|search|email|tel|url|number|date|time|datetime-local|month|week|)$/;

function fill(field: Element, text: string): ActRefusal | undefined {
  const { localName } = field;
  const { type = '' } = field as Partial<HTMLInputElement>;
  if (type === 'password' || field.getAttribute('autocomplete')?.startsWith('cc-')) return 'secret';
  if ((field as HTMLElement).isContentEditable) return fillRich(field as HTMLElement, text);
  if (localName !== 'textarea' && !(localName === 'input' && TEXT_INPUT_TYPES.test(type))) return 'kind';
  (field as HTMLElement).focus({ preventScroll: true });
  setNatively(field, 'value', text);
  dispatchChange(field, text);
  return (field as HTMLInputElement).value === text ? undefined : 'reset';
}

function fillRich(field: HTMLElement, text: string): ActRefusal | undefined {
  field.focus({ preventScroll: true });
  field.ownerDocument.getSelection()?.selectAllChildren(field);
  field.ownerDocument.execCommand('insertText', false, text);
  return field.textContent?.trim() === text.trim() ? undefined : 'reset';
}

function choose(field: Element, known: readonly string[]): ActRefusal | undefined {
  if (field.localName !== 'select') return 'kind';
  const select = field as HTMLSelectElement;
  const wanted = known.map(normalise);
  const option = [...select.options].find((one) => !one.disabled && wanted.includes(normalise(one.label)));
  if (!option) return 'option';
  const { index } = option;
  setNatively(select, 'selectedIndex', index);
  dispatchChange(select);
  return select.selectedIndex === index ? undefined : 'reset';
}

const normalise = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * Uses the browser's own setter. Frameworks define one on the element and remember the last value set through it; an `input` event with
 * that value is no change to them.
 */
function setNatively(field: Element, property: 'value' | 'selectedIndex', to: string | number): void {
  const view = windowOf(field)!;
  const kinds = { input: view.HTMLInputElement, textarea: view.HTMLTextAreaElement, select: view.HTMLSelectElement };
  const { prototype } = kinds[field.localName as keyof typeof kinds];
  Object.getOwnPropertyDescriptor(prototype, property)?.set?.call(field, to);
}

function dispatchChange(field: Element, data?: string): void {
  const view = windowOf(field)!;
  const init = { bubbles: true, composed: true };
  field.dispatchEvent(new view.InputEvent('input', { ...init, ...(data && { data, inputType: 'insertReplacementText' }) }));
  field.dispatchEvent(new view.Event('change', init));
}
