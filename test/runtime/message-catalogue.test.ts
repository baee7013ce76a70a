import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadTranslate, type MessageCatalogue, translateFrom } from '../../src/runtime/message-catalogue.ts';

const shipped = (locale: string) =>
  JSON.parse(readFileSync(new URL(`../../assets/_locales/${locale}/messages.json`, import.meta.url), 'utf8')) as MessageCatalogue;

const mute = { getMessage: () => '', language: 'de-AT' };
const files: Record<string, MessageCatalogue> = {
  en: { direction: { message: 'ltr' }, only: { message: 'Only here' } },
  de: { direction: { message: 'ltr' }, count: { message: '$n$ von $2', placeholders: { n: { content: '$1' } } } },
};
const read = async (locale: string) => files[locale];

test('a browser that speaks is listened to', async () => {
  const getMessage = (key: string) => `browser:${key}`;
  const t = await loadTranslate({ getMessage, language: 'de' }, () => Promise.reject(new Error('read without need')));
  expect(t('anything')).toBe('browser:anything');
});

test('a mute one is spoken for: region, language, English', async () => {
  const t = await loadTranslate(mute, read);
  expect(t('count', '3', '7')).toBe('3 von 7');
  expect(t('only')).toBe('Only here');
  expect(t('nowhere')).toBe('');
});

test('a placeholder’s name is told in any case; what is not given is empty; what is none stays', () => {
  const t = translateFrom([{ a: { message: '$Who$ paid $2, $x$', placeholders: { who: { content: '$1' } } } }]);
  expect(t('a', 'Ada')).toBe('Ada paid , $x$');
});

test.each(['ar', 'de', 'en', 'es', 'fr', 'ja'])('every shipped message of %s is said whole', (locale) => {
  const catalogue = shipped(locale);
  const t = translateFrom([catalogue]);
  for (const key of Object.keys(catalogue)) expect(t(key, '1', '2', '3', '4'), key).not.toMatch(/^$|\$\w/);
});
