import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Messages = Record<string, { message: string; placeholders?: Record<string, { content: string }> }>;

const folder = new URL('../../assets/_locales/', import.meta.url);
const read = (language: string): Messages => JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), 'utf8'));
const english = read('en');
const languages = readdirSync(folder);

test('English, German, French, Spanish, Japanese and Arabic', () => {
  expect(languages.toSorted()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja']);
});

const slots = (message: string): string[] => (message.match(/\$V\d\$/g) ?? []).toSorted();

test.each(languages)('%s says everything that English says, with the same values in it', (language) => {
  const messages = read(language);
  expect(Object.keys(messages).toSorted()).toEqual(Object.keys(english).toSorted());
  for (const [key, { message, placeholders }] of Object.entries(messages)) {
    expect([key, slots(message)]).toEqual([key, slots(english[key]!.message)]);
    expect([key, placeholders]).toEqual([key, english[key]!.placeholders]);
    expect(message.trim()).not.toBe('');
  }
});

test('every key that the code asks for is there', () => {
  const sources = ['src/overlay', 'src/panel', 'src/page', 'src/background', 'entrypoints'].flatMap((room) =>
    readdirSync(new URL(`../../${room}/`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(new URL(`../../${room}/${name}`, import.meta.url), 'utf8')),
  );
  const asked = sources.flatMap((source) => [...source.matchAll(/\bt\('([a-zA-Z_]+)'/g)].map(([, key]) => key!));
  expect(asked.length).toBeGreaterThan(40);
  expect(asked.filter((key) => !(key in english))).toEqual([]);
});
