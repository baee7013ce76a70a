import { expect, test } from 'vitest';
import { deskLocale } from '../../../src/desk/kit/desk-locale.ts';

test.each([
  [['de-AT', 'en-US', 'en'], 'en-US'],
  [['de'], 'en-GB'],
  [['EN-au'], 'EN-au'],
  [['eno'], 'en-GB'],
])('of the languages %j the desk uses the locale %s', (languages, locale) => {
  expect(deskLocale(languages)).toBe(locale);
});
