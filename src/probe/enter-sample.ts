import { fieldOf } from '../dom/field-of.ts';
import { isToggle } from '../dom/is-toggle.ts';
import type { LocalizedStepAct } from '../model/pack/localized-guide.ts';
import type { ValueTest } from '../model/pack/value-test.ts';
import type { ActRefusal } from '../model/person/walk-state.ts';
import { perform } from '../player/perform.ts';
import { readValue } from '../player/read-value.ts';

/** Texts for fields of a type that takes no other. */
const SAMPLES: Record<string, string> = {
  number: '1',
  date: '2026-01-15',
  time: '09:00',
  'datetime-local': '2026-01-15T09:00',
  month: '2026-01',
  week: '2026-W03',
  email: 'someone@example.com',
  tel: '5550100',
  url: 'https://example.com/',
};

/** Changes the value of a control as a person would who tries the step out: to the text given, or else to one that passes the test. */
export function enterSample(
  control: Element,
  test: ValueTest | undefined,
  given: string | undefined,
): Promise<ActRefusal | undefined> {
  return perform(control, actFor(control, test, given), new AbortController().signal);
}

function actFor(control: Element, test: ValueTest | undefined, given: string | undefined): LocalizedStepAct {
  const field = fieldOf(control);
  if (isToggle(control)) return { act: 'check', on: wantedState(test) ?? readValue(control).checked !== true };
  if (field.localName === 'select') {
    const option = given ?? optionFor(field as HTMLSelectElement, test);
    return { act: 'choose', option: localized(option), known: [option] };
  }
  return { act: 'fill', with: localized(given ?? textFor(test, (field as Partial<HTMLInputElement>).type ?? '')) };
}

const localized = (text: string) => ({ text, language: 'en' });

function wantedState(test: ValueTest | undefined): boolean | undefined {
  if (test?.is === 'checked' || test?.is === 'filled') return true;
  return test?.is === 'unchecked' || test?.is === 'empty' ? false : undefined;
}

/** The label of an option that is not chosen and passes the test, if one does. */
function optionFor({ options, selectedIndex }: HTMLSelectElement, test: ValueTest | undefined): string {
  const wanted = test?.is === 'one-of' ? test.values.map((one) => one.trim().toLowerCase()) : undefined;
  const passes = ({ label, value }: HTMLOptionElement) =>
    wanted ? wanted.includes(label.trim().toLowerCase()) || wanted.includes(value.toLowerCase()) : value !== '';
  const usable = [...options].filter((one) => !one.disabled && passes(one));
  return (usable.find(({ index }) => index !== selectedIndex) ?? usable[0])?.label ?? '';
}

function textFor(test: ValueTest | undefined, type: string): string {
  if (test?.is === 'one-of') return test.values[0]!;
  if (test?.is === 'empty') return '';
  if (test?.is === 'number') return String(test.min ?? test.max ?? 1);
  return SAMPLES[type] ?? 'Test';
}
