import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controlText } from '../../src/runtime/control-text.ts';
import { lookUpIn } from '../../src/runtime/message-catalogue.ts';
import { createTranslate } from '../../src/runtime/translate.ts';

const translateTo = (locale: string) =>
  createTranslate(
    lookUpIn([JSON.parse(readFileSync(new URL(`../../assets/_locales/${locale}/messages.json`, import.meta.url), 'utf8'))]),
  );
const position = { nth: 3, of: 5, within: { role: 'form', name: 'Address' } };

test.each([
  ['en', 'button number 3 of the form “Address”', 'button “Save”'],
  ['de', 'Schaltfläche Nr. 3 im Bereich: Formular „Address“', 'Schaltfläche „Save“'],
  ['fr', 'bouton nº 3 dans\u00a0: formulaire «\u00a0Address\u00a0»', 'bouton «\u00a0Save\u00a0»'],
  ['es', 'botón n.º 3 en: formulario «Address»', 'botón «Save»'],
  ['ja', 'フォーム「Address」の3番目のボタン', 'ボタン「Save」'],
  ['ar', 'زر رقم 3 في: نموذج «Address»', 'زر «Save»'],
])('a control without a name is told by its position, and one with a name by it, in %s', (locale, byPosition, byName) => {
  const t = translateTo(locale);
  expect(controlText({ role: 'button', position }, t)).toBe(byPosition);
  expect(controlText({ role: 'button', name: 'Save' }, t)).toBe(byName);
});

test('a control of an unusual role in an unnamed part of a page is told in general words', () => {
  const t = translateTo('en');
  expect(controlText({ role: 'scrollbar', position: { nth: 1, within: { role: 'group' } } }, t)).toBe(
    'control number 1 of the section',
  );
  expect(controlText({ role: 'constructor' }, t)).toBe('control');
});
