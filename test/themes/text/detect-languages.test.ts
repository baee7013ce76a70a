import { expect, test } from 'vitest';
import { detectLanguages } from '../../../src/themes/text/detect-languages.ts';

const texts = (bodies: readonly string[], language?: string) =>
  bodies.map((text, index) => ({ id: String(index), text, language }));

const english = [
  'The form does not print on my machine',
  'I cannot find the button to save this',
  'Why is the list empty in the morning',
];
const german = [
  'Das Formular lässt sich nicht drucken',
  'Ich finde den Knopf zum Speichern nicht',
  'Warum ist die Liste morgens leer',
];

test('texts of two languages are told apart', () => {
  expect(detectLanguages(texts([...english, ...german]))).toEqual(['en', 'en', 'en', 'de', 'de', 'de']);
});

test.each([
  ['ja', '印刷ボタンが見つかりません'],
  ['ar', 'لا أجد زر الطباعة في هذه الصفحة'],
  ['fr', 'Je ne trouve pas le bouton pour imprimer'],
  ['es', 'No encuentro el botón para imprimir la lista'],
])('a text in %s is detected', (language, text) => {
  expect(detectLanguages(texts([text]))).toEqual([language]);
});

test('a known language is taken as it is, without its region, however rare it is', () => {
  const known = { id: 'known', text: 'Login', language: 'de-AT' };
  expect(detectLanguages([...texts(english), known])).toEqual(['en', 'en', 'en', 'de']);
});

test('a text that tells nothing gets the commonest language', () => {
  expect(detectLanguages(texts([...english, ...german, german[0]!, '??? 123']))).toEqual([
    'en',
    'en',
    'en',
    'de',
    'de',
    'de',
    'de',
    'de',
  ]);
});

test('a text that looks like a language which nobody else writes gets one that is in use', () => {
  const many = Array.from({ length: 20 }, (_, index) => english[index % 3]!);
  const found = detectLanguages(texts([...many, 'Total en banco']));
  expect(new Set(found)).toEqual(new Set(['en']));
});

test('no texts have no languages', () => {
  expect(detectLanguages([])).toEqual([]);
});
