import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CUTS, DEFAULT_CUT, groupTexts, growThemes } from '../../src/themes/group-texts.ts';
import type { TextTheme } from '../../src/themes/theme.ts';
import { compareGroupings } from '../bench/themes/metrics.ts';
import { type SampleText, sampleTexts } from './sample-texts.ts';

const english = sampleTexts('en');
const allTexts = sampleTexts('en', 'de', 'ja');

function themeWith(themes: readonly TextTheme[], id: string): TextTheme {
  const theme = themes.find(({ members }) => members.includes(id));
  if (!theme) throw new Error(`No theme has ${id}.`);
  return theme;
}

function labelsOf(themes: readonly TextTheme[], texts: readonly SampleText[]): number[] {
  return texts.map(({ id }) => themes.findIndex(({ members }) => members.includes(id)));
}

/** What each theme holds, as texts: ids may be given anew. */
const contents = (themes: readonly TextTheme[], texts: readonly SampleText[]) => {
  const textOf = new Map(texts.map(({ id, text }) => [id, text]));
  const said = (ids: readonly string[]) => ids.map((id) => textOf.get(id));
  return themes.map(({ members, quotes, ...theme }) => ({ ...theme, members: said(members), quotes: said(quotes) }));
};

test('every text is in exactly one theme', () => {
  const members = groupTexts({ texts: allTexts }).flatMap((theme) => theme.members);
  expect(members.sort()).toEqual(allTexts.map(({ id }) => id).sort());
});

test('texts in one theme are mostly about the same', () => {
  const found = labelsOf(groupTexts({ texts: allTexts }), allTexts);
  const agreement = compareGroupings(
    allTexts.map(({ label }) => label),
    found,
  );
  expect(agreement.b3p).toBeGreaterThan(0.85);
  expect(agreement.ari).toBeGreaterThan(0.4);
});

test('the result is the same whatever the order of texts and pins, and whatever their ids', () => {
  const pins = [
    { id: 'a', members: ['en-print-0', 'en-login-0'] },
    { id: 'b', members: ['en-print-1', 'ja-insatsu-0'] },
  ];
  const expected = contents(groupTexts({ texts: allTexts, pins }), allTexts);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(allTexts, { minLength: allTexts.length }),
      fc.shuffledSubarray(allTexts, { minLength: allTexts.length }),
      fc.boolean(),
      (order, names, isReversed) => {
        const idOf = new Map(allTexts.map(({ id }, index) => [id, `${names[index]!.id}-renamed`]));
        const texts = order.map((text) => ({ ...text, id: idOf.get(text.id)! }));
        const renamed = pins.map(({ id, members }) => ({ id, members: members.map((member) => idOf.get(member)!) }));
        const found = groupTexts({ texts, pins: isReversed ? renamed.reverse() : renamed });
        expect(contents(found, texts)).toEqual(expected);
      },
    ),
    { numRuns: 20, seed: 11 },
  );
});

test('pinned themes keep their members together and apart from each other at every cut, whatever they are', () => {
  const assignment = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: allTexts.length, maxLength: allTexts.length });
  fc.assert(
    fc.property(assignment, fc.constantFrom(0, ...CUTS, 1), (pinOf, cut) => {
      const pins = [0, 1, 2, 3, 4].map((pin) => ({
        id: `pin ${pin}`,
        members: allTexts.filter((_, index) => pinOf[index] === pin).map(({ id }) => id),
      }));
      const themes = groupTexts({ texts: allTexts, pins }, cut);
      expect(themes.flatMap(({ members }) => members)).toHaveLength(allTexts.length);
      for (const { id, members } of pins) {
        const [theme, ...others] = themes.filter(({ pin }) => pin === id);
        expect(others).toEqual([]);
        for (const member of members) expect(theme!.members).toContain(member);
      }
    }),
    { numRuns: 25, seed: 5 },
  );
});

test('a pinned theme draws in the texts that are like it', () => {
  const members = english.filter(({ label }) => label === 'en print').map(({ id }) => id);
  const themes = groupTexts({ texts: english, pins: [{ id: 'paper', members: members.slice(0, 5) }] }, 0.4);
  const paper = themes.find(({ pin }) => pin === 'paper')!;
  expect(paper.members.length).toBeGreaterThan(5);
});

test('a finer cut only divides the themes of a coarser one', () => {
  const themesAt = growThemes({ texts: allTexts });
  for (const [place, cut] of CUTS.slice(1).entries()) {
    const coarser = themesAt(CUTS[place]!);
    const finer = themesAt(cut);
    expect(finer.length).toBeGreaterThanOrEqual(coarser.length);
    for (const { members } of finer)
      expect(members.every((member) => themeWith(coarser, members[0]!).members.includes(member))).toBe(true);
  }
});

test('languages are grouped by themselves, also where words are the same in both', () => {
  const themes = groupTexts(
    { texts: [...allTexts, { id: 'known', text: 'Printing an order takes forever', language: 'de' }] },
    0,
  );
  for (const { members, languages } of themes) {
    expect(languages).toHaveLength(1);
    for (const member of members.filter((id) => id !== 'known')) expect(member.startsWith(`${languages[0]}-`)).toBe(true);
  }
  expect(themeWith(themes, 'known').languages).toEqual(['de']);
});

test('a theme that a person made of two languages stays one, and draws in texts of both', () => {
  const printing = allTexts.filter(({ label }) => ['en print', 'de drucken'].includes(label)).map(({ id }) => id);
  const themes = groupTexts({ texts: allTexts, pins: [{ id: 'paper', members: printing }] });
  const paper = themes.find(({ pin }) => pin === 'paper')!;
  expect(paper.languages).toEqual(['en', 'de']);
  expect(paper.members).toEqual(expect.arrayContaining(printing));
  expect(new Set(themes.flatMap(({ members }) => members)).size).toBe(allTexts.length);
});

test('texts with the same words are in one theme, unless a person put them apart', () => {
  const same = ['one', 'two', 'three'].map((id) => ({ id, text: id === 'two' ? 'THANK  you' : 'Thank you' }));
  expect(themeWith(groupTexts({ texts: [...english, ...same] }), 'one').members).toEqual(
    expect.arrayContaining(['two', 'three']),
  );
  const apart = groupTexts({
    texts: [...english, ...same],
    pins: [
      { id: 'a', members: ['one'] },
      { id: 'b', members: ['two'] },
    ],
  });
  expect(themeWith(apart, 'one').pin).toBe('a');
  expect(themeWith(apart, 'two').pin).toBe('b');
});

test('a pinned theme whose texts are all gone is still there, without texts', () => {
  const themes = groupTexts({
    texts: english,
    pins: [
      { id: 'gone', members: ['deleted'] },
      { id: 'made', members: [] },
    ],
  });
  expect(themes.filter(({ pin }) => pin !== undefined)).toEqual([
    { pin: 'gone', members: [], languages: [], terms: [], quotes: [] },
    { pin: 'made', members: [], languages: [], terms: [], quotes: [] },
  ]);
});

test.each([
  ['no text', []],
  ['one text', ['Hello']],
  ['texts without words', ['', ' ', '???', '👍', '123']],
  ['one very long word', ['a'.repeat(5000), 'b'.repeat(5000)]],
  ['half of a character', ['\uD83D', 'print \uDC00']],
])('%s can be grouped', (_, bodies) => {
  const texts = bodies.map((text, index) => ({ id: String(index), text }));
  const themes = groupTexts({ texts });
  expect(themes.flatMap(({ members }) => members).sort()).toEqual(texts.map(({ id }) => id));
});

test('two texts with one id, and a text in two pinned themes, are refused by name', () => {
  const twice = [
    { id: 'a', text: 'x' },
    { id: 'a', text: 'y' },
  ];
  expect(() => groupTexts({ texts: twice })).toThrow('same id');
  const pins = [
    { id: 'first', members: ['en-print-0'] },
    { id: 'second', members: ['en-print-0'] },
  ];
  expect(() => groupTexts({ texts: english, pins })).toThrow('en-print-0 is in two pinned themes: first and second');
});

test('themes are named by what is said in them alone, and quote two of their own texts', () => {
  const login = themeWith(groupTexts({ texts: english }, 0.4), 'en-login-1');
  expect(login.terms.join(' ').toLowerCase()).toMatch(/login|password/);
  expect(login.terms).not.toContain('the');
  expect(login.quotes).toHaveLength(2);
  for (const quote of login.quotes) expect(login.members).toContain(quote);
});

test('progress rises to the whole', () => {
  const shares: number[] = [];
  growThemes({ texts: allTexts }, (share) => shares.push(share))(DEFAULT_CUT);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});
