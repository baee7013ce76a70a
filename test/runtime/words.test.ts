import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Catalogue, sayFrom, wordsOf } from '../../src/runtime/words.ts';

const shipped = (locale: string) =>
  JSON.parse(readFileSync(new URL(`../../assets/_locales/${locale}/messages.json`, import.meta.url), 'utf8')) as Catalogue;

const mute = { getMessage: () => '', language: 'de-AT' };
const files: Record<string, Catalogue> = {
  en: { direction: { message: 'ltr' }, only: { message: 'Only here' } },
  de: { direction: { message: 'ltr' }, count: { message: '$n$ von $2', placeholders: { n: { content: '$1' } } } },
};
const read = async (locale: string) => files[locale];

test('a browser that speaks is listened to', async () => {
  const getMessage = (key: string) => `browser:${key}`;
  const say = await wordsOf({ getMessage, language: 'de' }, () => Promise.reject(new Error('read without need')));
  expect(say('anything')).toBe('browser:anything');
});

test('a mute one is spoken for: region, language, English', async () => {
  const say = await wordsOf(mute, read);
  expect(say('count', '3', '7')).toBe('3 von 7');
  expect(say('only')).toBe('Only here');
  expect(say('nowhere')).toBe('');
});

test('a placeholder’s name is told in any case; what is not given is empty; what is none stays', () => {
  const say = sayFrom([{ a: { message: '$Who$ paid $2, $x$', placeholders: { who: { content: '$1' } } } }]);
  expect(say('a', 'Ada')).toBe('Ada paid , $x$');
});

test.each(['ar', 'de', 'en', 'es', 'fr', 'ja'])('every shipped message of %s is said whole', (locale) => {
  const catalogue = shipped(locale);
  const say = sayFrom([catalogue]);
  for (const key of Object.keys(catalogue)) expect(say(key, '1', '2', '3', '4'), key).not.toMatch(/^$|\$\w/);
});
