import type { ValueTest } from '../model/pack/value-test.ts';
import { compilePattern } from '../model/pattern/compile-pattern.ts';
import { runPattern } from '../model/pattern/run-pattern.ts';

/** What a control holds, as far as a test needs it. It is judged where it was read and stored nowhere. */
export interface ControlValue {
  /** The value, and the label of the chosen option where that differs. */
  texts: readonly string[];
  /** Undefined where there is nothing to check. */
  checked?: boolean | undefined;
  /** Decimal separator of the page's language. */
  decimal: string;
}

/** Characters of a value that are judged. */
const MAX_VALUE_LENGTH = 1000;

/** Does the value pass the test? */
export function judgeValue(test: ValueTest, { texts, checked, decimal }: ControlValue): boolean {
  const values = texts.map((one) => one.trim().slice(0, MAX_VALUE_LENGTH));
  switch (test.is) {
    case 'filled':
      return checked ?? values.some((one) => one !== '');
    case 'empty':
      return checked === undefined ? values.every((one) => one === '') : !checked;
    case 'checked':
      return checked === true;
    case 'unchecked':
      return checked === false;
    case 'one-of':
      return test.values.some((value) => values.some((one) => equalsIgnoringCase(one, value)));
    case 'matches':
      return values.some((one) => one !== '' && matchesPattern(test.pattern, one));
    case 'number':
      return values.some((one) => isWithin(parseLocalNumber(one, decimal), test.min, test.max));
  }
}

function matchesPattern(pattern: string, value: string): boolean {
  const compiled = compilePattern(pattern);
  return compiled.ok && runPattern(compiled.program, value).matches;
}

const equalsIgnoringCase = (one: string, other: string): boolean => one.toLowerCase() === other.trim().toLowerCase();

const isWithin = (number: number | undefined, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): boolean =>
  number !== undefined && number >= min && number <= max;

/** A number as people write it: "1.234,50 €", "-3", "1 000". Where a separator could be either, the page's language decides. */
export function parseLocalNumber(text: string, decimal: string): number | undefined {
  const digits = text
    .replace(/[\s'’\u066c]|[\p{Sc}%]|[A-Z]{3}$/gu, '')
    .replace('\u066b', '.')
    .replace(/^\u2212/, '-');
  const latin = digits.replace(/[\u0660-\u0669]/g, (one) => String(one.charCodeAt(0) - 0x660));
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(latin)) return undefined;
  const last = latin.match(/[.,](?=[^.,]*$)/)?.[0];
  const point = last && isDecimal(latin, last, decimal) ? last : undefined;
  const plain = [...latin].map((one) => (one === point ? '.' : one === '.' || one === ',' ? '' : one)).join('');
  return Number(plain);
}

function isDecimal(digits: string, mark: string, decimal: string): boolean {
  const count = digits.split(mark).length - 1;
  if (count > 1) return false;
  const others = digits.includes(mark === '.' ? ',' : '.');
  return others || mark === decimal || !/^-?\d{1,3}[.,]\d{3}$/.test(digits);
}
