import { shadowOf } from '../runtime/shadow-of.ts';
import type { HeldValue } from './judge-value.ts';

const fields = 'input,textarea,select';

/** The field that a control is, or that stands in it: ready-made controls wrap one, often in a shadow root. */
export function fieldOf(control: Element): Element {
  if (control.matches(fields)) return control;
  const within = control.querySelectorAll(fields);
  if (within.length === 1) return within[0]!;
  const shaded = shadowOf(control)?.querySelectorAll(fields);
  return shaded?.length === 1 ? shaded[0]! : control;
}

/** What a control holds now. Of a password no more than whether there is one. */
export function readValue(control: Element): HeldValue {
  const field = fieldOf(control) as Element & Partial<HTMLInputElement>;
  const decimal = decimalOf(field);
  const { type, value } = field;
  if (type === 'checkbox' || type === 'radio') return { words: [], checked: field.checked, decimal };
  const ticked = ['aria-checked', 'aria-selected', 'aria-pressed']
    .map((one) => control.getAttribute(one))
    .find((one) => one !== null);
  if (ticked) return { words: [], checked: ticked === 'true', decimal };
  if (type === 'password') return { words: [value ? '•' : ''], decimal };
  // "Please choose" is a label of nothing.
  if (field.localName === 'select' && !value) return { words: [''], decimal };
  if (field.localName === 'select')
    return {
      words: [value ?? '', ...[...(field as unknown as HTMLSelectElement).selectedOptions].map(({ label }) => label)],
      decimal,
    };
  if (typeof value === 'string' && field.matches(fields)) return { words: [value], decimal: type === 'number' ? '.' : decimal };
  return {
    words: [control.getAttribute('aria-valuetext') ?? control.getAttribute('aria-valuenow') ?? control.textContent ?? ''],
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
