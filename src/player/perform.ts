import { fieldOf } from '../dom/field-of.ts';
import type { LocalizedStepAct } from '../model/pack/localized-guide.ts';
import type { ActRefusal } from '../model/person/walk-state.ts';
import { chooseOption } from './choose-option.ts';
import { pressElement } from './press-element.ts';
import { readValue } from './read-value.ts';
import { dispatchChange, setNatively } from './set-field.ts';

/**
 * Performs on a control what the person agreed to, with the events that they would cause. Returns why it could not be done, if so.
 * Nothing is typed into a secret field, and nothing is forced on a disabled control.
 */
export async function perform(control: Element, act: LocalizedStepAct, lifetime: AbortSignal): Promise<ActRefusal | undefined> {
  if (!control.isConnected) return 'gone';
  const field = fieldOf(control);
  if (isDisabled(control) || isDisabled(field)) return 'disabled';
  switch (act.act) {
    case 'click':
      pressElement(control);
      return undefined;
    case 'check':
      return setChecked(control, act.on);
    case 'fill':
      return fill(field, act.with.text);
    case 'choose':
      return chooseOption(control, act.known, lifetime);
  }
}

const isDisabled = (element: Element): boolean =>
  element.matches(':disabled, [aria-disabled=true], :read-only:is(input, textarea)[readonly]') ||
  element.closest('[inert]') !== null;

function setChecked(control: Element, on: boolean): ActRefusal | undefined {
  const { checked } = readValue(control);
  if (checked === undefined) return 'kind';
  if (checked !== on) pressElement(control);
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
