import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lookUpIn, type MessageCatalogue } from '../../src/runtime/message-catalogue.ts';
import { createTranslate, underscored } from '../../src/runtime/translate.ts';

const translateIn = (language: string) => {
  const file = new URL(`../../assets/_locales/${language}/messages.json`, import.meta.url);
  return createTranslate(lookUpIn([JSON.parse(readFileSync(file, 'utf8')) as MessageCatalogue]));
};

describe('plural forms follow the language of the catalogue', () => {
  test.each([
    ['en', 0, 'finished 0 times'],
    ['en', 1, 'finished 1 time'],
    ['en', 2, 'finished 2 times'],
    ['de', 1, '1-mal abgeschlossen'],
    ['fr', 0, 'terminée 0 fois'],
    ['ja', 1, '1 回完了'],
    ['ar', 0, 'لم تُنجز'],
    ['ar', 1, 'أُنجزت مرة واحدة'],
    ['ar', 2, 'أُنجزت مرتين'],
  ])('%s, %i: %s', (language, count, text) => {
    expect(translateIn(language)('timesFinished', count)).toBe(text);
  });

  test.each([
    [3, 'مرات'],
    [11, 'مرة'],
    [100, 'مرة'],
  ])('ar, %i ends in %s', (count, ending) => {
    expect(translateIn('ar')('timesFinished', count)).toMatch(new RegExp(`${ending}$`));
  });

  test('the number is the first value and is written as the language writes numbers', () => {
    expect(translateIn('en')('rememberedOpened', 1200, 'First week')).toBe('“First week”: 1,200 links opened from the list');
    expect(translateIn('de')('rememberedOpened', 1200, 'Start')).toBe('„Start“: 1.200 Links aus der Liste geöffnet');
  });

  test('a catalogue without the form for a number uses its general form', () => {
    const t = createTranslate((key) => ({ language: 'ar', inWeeks_other: 'general' })[key] ?? '');
    expect(t('inWeeks', 2)).toBe('general');
  });
});

test('message keys and the number of values are checked by the compiler', () => {
  const t = translateIn('en');
  // @ts-expect-error no such message
  t('unknown');
  // @ts-expect-error a value is missing
  t('stepCount', '1');
  // @ts-expect-error one value too many
  t('close', '1');
  // @ts-expect-error the first value of a plural message is a number
  t('timesFinished', '1');
  // @ts-expect-error a single form is not a message
  t('timesFinished_one', 1);
  expect(t('stepCount', '1', '2')).toBe('Step 1 of 2');
});

test('underscored replaces every hyphen of a name', () => {
  expect(underscored('possible-work-around')).toBe('possible_work_around');
});
