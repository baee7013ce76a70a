import { fieldOf } from './field-of.ts';

const NATIVE_TOGGLE = 'input[type=checkbox],input[type=radio]';
const WITH_STATE = ['checkbox', 'radio', 'switch', 'menuitemcheckbox', 'menuitemradio']
  .map((role) => `[role~=${role}]:is([aria-checked=true],[aria-checked=false],[aria-checked=mixed])`)
  .join();

/**
 * Is it a checkbox, a radio button or a switch, natively or by its role and state? A button that can be pressed in (`aria-pressed`) is a button,
 * and a role without a state says nothing.
 */
export function isToggle(control: Element): boolean {
  const field = fieldOf(control);
  if (field.matches(NATIVE_TOGGLE)) return field === control || !control.matches('button,a,[role=button],[role=link]');
  return control.matches(WITH_STATE);
}
