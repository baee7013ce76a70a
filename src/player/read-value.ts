import { FIELD_SELECTOR, fieldOf } from '../dom/field-of.ts';
import type { ControlValue } from './judge-value.ts';

/** What a control holds now. Of a password, no more than whether there is one. */
export function readValue(control: Element): ControlValue {
  const field = fieldOf(control) as Element & Partial<HTMLInputElement>;
  const decimal = decimalOf(field);
  const { type, value } = field;
  if (type === 'checkbox' || type === 'radio') return { texts: [], checked: field.checked, decimal };
  const ariaState = ['aria-checked', 'aria-selected', 'aria-pressed']
    .map((one) => control.getAttribute(one))
    .find((one) => one !== null);
  if (ariaState) return { texts: [], checked: ariaState === 'true', decimal };
  if (type === 'password') return { texts: [value ? '•' : ''], decimal };
  // The label of an option without a value, such as "Please choose", is no value.
  if (field.localName === 'select' && !value) return { texts: [''], decimal };
  if (field.localName === 'select')
    return {
      texts: [value ?? '', ...[...(field as unknown as HTMLSelectElement).selectedOptions].map(({ label }) => label)],
      decimal,
    };
  if (typeof value === 'string' && field.matches(FIELD_SELECTOR))
    return { texts: [value], decimal: type === 'number' ? '.' : decimal };
  return {
    texts: [control.getAttribute('aria-valuetext') ?? control.getAttribute('aria-valuenow') ?? control.textContent ?? ''],
    decimal,
  };
}

function decimalOf(element: Element): string {
  const language = element.closest('[lang]')?.getAttribute('lang') || 'en';
  try {
    return new Intl.NumberFormat(language).formatToParts(1.1).find(({ type }) => type === 'decimal')?.value ?? '.';
  } catch {
    return '.';
  }
}
