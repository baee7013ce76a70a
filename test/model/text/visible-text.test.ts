import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visibleText } from '../../../src/model/text/visible-text.ts';

describe('what nobody sees is removed', () => {
  test.each([
    ['a bidirectional override', 'pay\u202eexe.cod', 'payexe.cod'],
    ['bidirectional embeddings', '\u202aa\u202bb\u202cc\u202dd', 'abcd'],
    ['bidirectional isolates', '\u2066a\u2067b\u2068c\u2069d', 'abcd'],
    ['bidirectional marks', '\u200ea\u200fb\u061cc', 'abc'],
    ['zero-width spaces', 'De\u200ble\u2060te\ufeff', 'Delete'],
    ['soft hyphens', 'De\u00adlete', 'Delete'],
    ['joiners between Latin letters', 'De\u200dle\u200cte', 'Delete'],
    ['joiners in a row', 'a\u200c\u200c\u200d\u200db', 'ab'],
    ['invisible operators', 'a\u2061\u2062\u2063\u2064b', 'ab'],
    ['tags', 'a\u{e0041}\u{e007f}b', 'ab'],
    ['Hangul fillers', '\u115f\u1160\u3164\uffa0a', 'a'],
    ['a grapheme joiner', 'a\u034fb', 'ab'],
    ['a joiner that only a removed mark would justify', 'a\u061c\u200ca', 'aa'],
    ['a Mongolian selector that only a removed separator would justify', 'a\u180e\u180bb', 'ab'],
    ['variation selectors after a letter', 'a\ufe0f\ufe01\u{e0100}\u180bb', 'ab'],
    ['controls', 'a\u0000\u0007\u001b[31m\u0085b', 'a[31mb'],
    ['interlinear annotations', 'a\ufff9b\ufffac\ufffbd', 'abcd'],
  ])('%s', (_name, text, seen) => {
    expect(visibleText(text)).toBe(seen);
  });
});

describe('what a script or an emoji needs stays', () => {
  test.each([
    ['Persian with a non-joiner', 'می\u200cخواهم'],
    ['Persian with a joiner at the end of a word', 'سال ۱۳۰۰ ه\u200d.ش'],
    ['Hindi with a joiner', 'क्\u200dष'],
    ['Hindi with a non-joiner', 'क्\u200cष'],
    ['Sinhala with a joiner', 'ශ්\u200dරී'],
    ['a family', '👩\u200d👩\u200d👧'],
    ['a profession with a skin colour', '👨🏽\u200d💻'],
    ['a flag with a variation selector', '🏳\ufe0f\u200d🌈'],
    ['a heart and a keycap', '❤\ufe0f 1\ufe0f\u20e3'],
    ['a variant of an ideograph', '葛\u{e0100}飾区'],
    ['an Arabic sign before a number', '\u0600\u0661'],
    ['lines and tabs', 'a\n\tb'],
    ['letters with marks', 'Größe, naïve, Việt, ﷺ, שָׁלוֹם'],
  ])('%s', (_name, text) => {
    expect(visibleText(text)).toBe(text);
  });
});

test('every kind of line end becomes a line feed', () => {
  expect(visibleText('a\r\nb\rc\u2028d\u2029e')).toBe('a\nb\nc\nd\ne');
});

test('no text keeps a character that changes the direction or that may hide words', () => {
  const unwanted = fc.constantFrom(
    ...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u00ad\u200c\u200d\ufe0f\u180b\u180e\u17b4\u{e0100}',
  );
  const text = fc.array(
    fc.oneof(unwanted, fc.constantFrom('a', 'م', 'क', 'ᠠ', 'ខ', '👩', '1', ' '), fc.string({ unit: 'binary', maxLength: 2 })),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      text.map((all) => all.join('')),
      (source) => {
        const seen = visibleText(source);
        expect(seen).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u00ad\r\u2028\u2029]/);
        expect(seen).not.toMatch(/[a-z](?:\u200c|\u200d|\ufe0f)|(?:\u200c|\u200d){2}/);
        // What stays beside what was removed must not have stayed because of it.
        expect(visibleText(seen)).toBe(seen);
      },
    ),
    { numRuns: 1000 },
  );
});
