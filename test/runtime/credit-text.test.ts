import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { creditText } from '../../src/runtime/credit-text.ts';
import { lookUpIn } from '../../src/runtime/message-catalogue.ts';
import { createTranslate } from '../../src/runtime/translate.ts';

const translateInto = (language: string) =>
  createTranslate(
    lookUpIn([JSON.parse(readFileSync(join(import.meta.dirname, `../../assets/_locales/${language}/messages.json`), 'utf8'))]),
  );

test('a credit says as much as the colleague chose', () => {
  const t = translateInto('en');
  expect(creditText({ name: 'Ada Lovelace', department: 'Purchasing' }, t)).toBe('How Ada Lovelace (Purchasing) does it');
  expect(creditText({ name: 'Ada Lovelace' }, t)).toBe('How Ada Lovelace does it');
  expect(creditText({ department: 'Purchasing' }, t)).toBe('How a colleague in Purchasing does it');
  expect(creditText({}, t)).toBe('How a colleague does it');
});

test.each(['de', 'fr', 'es', 'ja', 'ar'])('a credit is said in %s, with what the colleague wrote in it', (language) => {
  const t = translateInto(language);
  const texts = [{ name: 'Ada', department: 'Purchasing' }, { name: 'Ada' }, { department: 'Purchasing' }, {}].map((one) =>
    creditText(one, t),
  );
  expect(new Set(texts).size).toBe(4);
  expect(texts.map((text) => text.includes('Ada'))).toEqual([true, true, false, false]);
  expect(texts.map((text) => text.includes('Purchasing'))).toEqual([true, false, true, false]);
  expect(texts.filter((text) => text.includes('colleague'))).toEqual([]);
});
