import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadTranslate, lookUpIn, type MessageCatalogue } from '../../src/runtime/message-catalogue.ts';

const shipped = (locale: string) =>
  JSON.parse(readFileSync(new URL(`../../assets/_locales/${locale}/messages.json`, import.meta.url), 'utf8')) as MessageCatalogue;

describe('loadTranslate', () => {
  const browserWithoutMessages = { getMessage: () => '', language: 'de-AT' };
  const placeholders = { v1: { content: '$1' }, v2: { content: '$2' } };
  const files: Record<string, MessageCatalogue> = {
    en: { direction: { message: 'ltr' }, language: { message: 'en' }, close: { message: 'Close' } },
    de: { direction: { message: 'ltr' }, language: { message: 'de' }, stepCount: { message: '$V1$ von $V2$', placeholders } },
  };
  const read = async (locale: string) => files[locale];

  test('uses the messages of the browser and reads no file when the browser has messages', async () => {
    const getMessage = (key: string) => `browser:${key}`;
    const t = await loadTranslate({ getMessage, language: 'de' }, () => Promise.reject(new Error('read without need')));
    expect(t('close')).toBe('browser:close');
  });

  test('reads the files of region, language and English when the browser has no messages', async () => {
    const t = await loadTranslate(browserWithoutMessages, read);
    expect(t('stepCount', '3', '7')).toBe('3 von 7');
    expect(t('close')).toBe('Close');
    expect(t('next')).toBe('');
  });
});

describe('lookUpIn', () => {
  test('ignores the case of a placeholder’s name, leaves a missing value empty and an unknown placeholder as it is', () => {
    const lookUp = lookUpIn([{ a: { message: '$Who$ paid $2, $x$', placeholders: { who: { content: '$1' } } } }]);
    expect(lookUp('a', ['Ada'])).toBe('Ada paid , $x$');
  });

  test('finds no message under a name that objects inherit', () => {
    expect(lookUpIn([{}])('constructor', [])).toBe('');
  });

  test.each(['ar', 'de', 'en', 'es', 'fr', 'ja'])('fills in every placeholder of every shipped message in %s', (locale) => {
    const catalogue = shipped(locale);
    const lookUp = lookUpIn([catalogue]);
    for (const key of Object.keys(catalogue)) expect(lookUp(key, ['1', '2', '3', '4']), key).not.toMatch(/^$|\$\w/);
  });
});
