import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MessageCatalogue } from '../../src/runtime/message-catalogue.ts';

const folder = new URL('../../assets/_locales/', import.meta.url);
const read = (language: string): MessageCatalogue =>
  JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), 'utf8'));
const english = read('en');
const languages = readdirSync(folder);

const FORM = /_(zero|one|two|few|many|other)$/;
/** In English every plural message has the form `other`. */
const isPlural = (base: string) => `${base}_other` in english;
/** `deleted_one` is a form of the plural message `deleted`; anything else is a message of its own. */
const baseOf = (key: string): string => (isPlural(key.replace(FORM, '')) ? key.replace(FORM, '') : key);
const bases = (catalogue: MessageCatalogue) => [...new Set(Object.keys(catalogue).map(baseOf))].toSorted();
const slots = (message: string): string[] => [...new Set(message.match(/\$V\d\$/g) ?? [])].toSorted();

test('there are catalogues in English, German, French, Spanish, Japanese and Arabic', () => {
  expect(languages.toSorted()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ja']);
});

describe.each(languages)('the catalogue %s', (language) => {
  const catalogue = read(language);

  test('has the same messages as the English one', () => {
    expect(bases(catalogue)).toEqual(bases(english));
  });

  test('names its own language', () => {
    expect(catalogue.language?.message).toBe(language);
  });

  test('has exactly the plural forms that its language needs', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const base of bases(catalogue).filter(isPlural)) {
      const forms = Object.keys(catalogue).filter((key) => key !== base && baseOf(key) === base);
      expect([base, forms.map((key) => key.slice(base.length + 1)).toSorted()]).toEqual([base, needed]);
    }
  });

  test('uses the same values in each message as the English one', () => {
    for (const [key, { message, placeholders }] of Object.entries(catalogue)) {
      const base = baseOf(key);
      const [original, form] = base === key ? [english[key]!] : [english[`${base}_other`]!, key.slice(base.length + 1)];
      expect([key, placeholders]).toEqual([key, original.placeholders]);
      expect(message.trim(), key).not.toBe('');
      // "no record", "one record" and "two records" may spell out their number.
      const mayOmitNumber = form === 'zero' || form === 'one' || form === 'two';
      const [wanted, used] = [slots(original.message), slots(message)];
      if (mayOmitNumber && !used.includes('$V1$')) expect([key, used]).toEqual([key, wanted.filter((slot) => slot !== '$V1$')]);
      else expect([key, used]).toEqual([key, wanted]);
    }
  });
});

test('every message is used in the code', () => {
  const sources = ['src', 'entrypoints', 'wxt.config.ts'].flatMap(filesIn).join('\n');
  const dynamic =
    /^(choice|kind|state|guide|signal|task|role|reason|why|mode|doRefused|doAskAgain|strength|health|offer|missed|draftKind|proposalState|saving|advance|valueTest|condition|who|asks|editRefused|differs)_/;
  const unused = bases(english).filter((key) => !dynamic.test(key) && !new RegExp(`['"\`_]${key}['"\`_]`).test(sources));
  expect(unused).toEqual([]);
});

function filesIn(path: string): string[] {
  const url = new URL(`../../${path}`, import.meta.url);
  if (path.includes('.')) return [readFileSync(url, 'utf8')];
  return readdirSync(url, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(new URL(`../../${path}/${name}`, import.meta.url), 'utf8'));
}
