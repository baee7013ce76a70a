import { expect, test } from 'vitest';
import { pack } from '../../src/model/pack/pack.ts';
import { step } from '../../src/model/pack/step.ts';
import { localizeStep } from '../../src/packs/localize-step.ts';
import { aPack } from './a-pack.ts';

const both = (en: string, de: string) => ({ en, de });
const anchor = { role: 'textbox', name: both('Amount', 'Betrag') };
const whole = step.parse({
  id: 'amount',
  title: both('Amount', 'Betrag'),
  body: both('In **euros**.', 'In **Euro**.'),
  anchor,
  advance: { on: 'input', value: { is: 'filled' }, message: both('Empty.', 'Leer.') },
  checks: [{ requires: { is: 'appears', anchor }, message: both('Not there.', 'Nicht da.') }],
  next: [{ if: { is: 'disappears', anchor }, to: 'end' }],
  wait: { seconds: 3, message: both('Wait.', 'Warten.') },
  fallbackBody: both('By *hand*.', 'Von *Hand*.'),
  optional: true,
  do: { act: 'choose', option: both('Net 30', '30 Tage'), risky: true },
});

test.each<[string, object, object]>([
  [
    'a choice',
    { on: 'choose', option: both('Net 30', '30 Tage') },
    { on: 'choose', option: { text: '30 Tage', language: 'de' } },
  ],
  ['a choice of anything', { on: 'choose' }, { on: 'choose' }],
  ['a drag', { on: 'drag', to: anchor }, { on: 'drag', to: anchor }],
])('%s is in the person’s language, and its controls stay in all', (_name, advance, expected) => {
  const written = step.parse({ id: 's', title: 't', body: 'b', anchor, advance, revealedBy: 'first' });
  expect(localizeStep(written, pack.parse(aPack), ['de'])).toMatchObject({ advance: expected, revealedBy: 'first' });
});

test('texts of a step are in the person’s language, and names to find on the page stay in all languages', () => {
  const shown = localizeStep(whole, pack.parse(aPack), ['de']);
  const de = (text: string) => ({ text, language: 'de' });
  expect(shown).toEqual({
    id: 'amount',
    title: de('Betrag'),
    body: { rich: [{ p: ['In ', { strong: ['Euro'] }, '.'] }], language: 'de' },
    anchor,
    at: undefined,
    go: undefined,
    optional: true,
    advance: { on: 'input', value: { is: 'filled' }, message: de('Leer.') },
    checks: [{ requires: { is: 'appears', anchor }, message: de('Nicht da.') }],
    next: [{ if: { is: 'disappears', anchor }, to: 'end' }],
    wait: { seconds: 3, message: de('Warten.') },
    fallbackBody: { rich: [{ p: ['Von ', { em: ['Hand'] }, '.'] }], language: 'de' },
    do: { act: 'choose', option: de('30 Tage'), known: ['Net 30', '30 Tage'], risky: true },
  });
});

test('the text that Cairn would fill in is in the person’s language', () => {
  const filled = { ...whole, do: { act: 'fill' as const, with: both('yes', 'ja') } };
  expect(localizeStep(filled, pack.parse(aPack), ['de']).do).toEqual({ act: 'fill', with: { text: 'ja', language: 'de' } });
});
