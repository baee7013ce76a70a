import { expect, test } from 'vitest';
import type { LocalizedStepAct } from '../../src/model/pack/localized-guide.ts';
import { isRisky, type PressFacts } from '../../src/player/is-risky.ts';

const click = (risky?: boolean): LocalizedStepAct => ({ act: 'click', risky });
const button = (name: string, over: Partial<PressFacts> = {}): PressFacts => ({
  role: 'button',
  name,
  submits: false,
  opens: false,
  ...over,
});

test.each<[string, LocalizedStepAct, PressFacts, boolean]>([
  ['a button that sends its form', click(), button('Save', { submits: true }), true],
  ['the same, called harmless by the pack', click(false), button('Save', { submits: true }), true],
  ['a button called so, called harmless by the pack', click(false), button('Delete order'), true],
  ['in German', click(false), button('Löschen'), true],
  ['in Spanish', click(false), button('Enviar'), true],
  ['in French', click(false), button('Supprimer la ligne'), true],
  ['in Japanese', click(false), button('注文を削除'), true],
  ['in Arabic', click(false), button('حذف'), true],
  ['a link called so', click(), button('Delete', { role: 'link' }), true],
  ['any other button', click(), button('Recalculate'), true],
  ['any other button, harmless by the pack', click(false), button('Recalculate'), false],
  ['a button that opens a menu', click(), button('More', { opens: true }), false],
  ['the same, risky by the pack', click(true), button('More', { opens: true }), true],
  ['an item of a menu', click(), button('Duplicate', { role: 'menuitem' }), true],
  ['a tab', click(), button('Details', { role: 'tab' }), false],
  ['a link', click(), button('Orders', { role: 'link' }), false],
  ['a field filled in', { act: 'fill', with: { text: '1', language: 'en' } }, button('Amount', { role: 'textbox' }), false],
  ['a field filled in, risky by the pack', { act: 'fill', with: { text: '1', language: 'en' }, risky: true }, button('x'), true],
  ['a tick', { act: 'check', on: true }, button('Delivery', { role: 'checkbox' }), false],
  ['a tick, risky by the pack', { act: 'check', on: true, risky: true }, button('Agree', { role: 'checkbox' }), true],
])('agreement to %s', (_name, act, facts, verdict) => {
  expect(isRisky(act, facts)).toBe(verdict);
});
